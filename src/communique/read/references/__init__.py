"""Layer 5: the named things that a report brings up (codebook, 5).

``references(scene, codebook)`` takes a taken-apart report and gives one draft for each instrument, mechanism, forum,
initiative and project named in its body, in the order of the text, under the fullest form of its name.
"""

from communique.read.references.reader import references

__all__ = ["references"]
