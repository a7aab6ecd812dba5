"""Layer 4: what two sides call their relationship, and what is said to have happened to it (codebook, 4).

``relations(scene, codebook)`` takes a taken-apart report and gives one draft for each pair of parties, label and event.
"""

from communique.read.relations.reader import relations

__all__ = ["relations"]
