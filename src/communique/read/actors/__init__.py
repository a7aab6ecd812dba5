"""Who is in the report: countries, organisations and people, and which words mean them.

``chunks`` labels the words (``names``: those that are part of a name). ``people`` finds persons, by the ``titles``
before and the ``apposition`` behind their names, or in ``lists``; ``cast`` merges them, ``origin`` gives a country to
those of whom no words tell it. ``mentions`` says which stretch of text means whom, ``sides`` whom the report is mainly
about, ``bodies`` which organisation speaks for itself, ``turns`` who speaks in a transcript. ``discourse`` settles "the
two sides" and "he" with a short ``memory``, ``holders`` "the President".
"""
