"""Layer 6: outcomes, what a report tells as having happened to an undertaking (codebook, section 6).

``table`` holds what the codebook knows; ``verbs``, ``states`` and ``nouns`` find the three ways in which it is told ("was
signed", "is in force", "following the signing of"); ``phrase`` says of what, and in which words; ``reader`` joins them.
"""

from communique.read.outcomes.reader import outcomes

__all__ = ["outcomes"]
