"""What the reader knows, as data: the codebook's YAML files, read, checked, and laid one over the other.

``load_codebook()`` gives ours; ``load_codebook([path])`` the user's files over ours; ``check_codebook(paths)`` lists
what is wrong with them, by line. The models of the sections are in ``models``, the words in ``communique/codebook``.
"""

from communique.knowledge.codebook import Codebook, check_codebook, load_codebook

__all__ = ["Codebook", "check_codebook", "load_codebook"]
