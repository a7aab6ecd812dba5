"""Layer 1: engagements, the occasions on which sides meet or communicate (codebook, section 1).

In: a scene and a codebook. Out: one ``Draft`` for each occasion, main ones and others, in the order of the text.
Nouns and verbs of occasions (``codebook/engagements.yaml``) are found in the parsed units; ``nouns``, ``visits``,
``verbs``, ``trips`` and ``special`` make occasions of them, ``who``, ``where``, ``when`` fill in their fields,
``merge`` joins mentions of one occasion, ``headline`` tells what the report is about, ``settle`` what follows from it.
"""

from communique.read.engagements.reader import engagements

__all__ = ["engagements"]
