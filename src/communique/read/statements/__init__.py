"""Layer 2: a side says something that counts (codebook, 2).

``frames`` holds what the codebook knows of verbs, nouns and adjectives; ``clauses`` takes a parsed sentence apart;
``voices`` tells whose words a sentence is; ``acts`` decides what a clause does; ``items`` what is to be done;
``extract`` puts them together.
"""

from communique.read.statements.extract import statements

__all__ = ["statements"]
