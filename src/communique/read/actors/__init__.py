"""Who is in the report: countries, organisations and people, and which words mean them.

``chunks`` labels the words, ``people`` finds persons by their titles, ``cast`` merges them and gives each a country,
``mentions`` says which stretch of text means whom, ``sides`` whom the report is mainly about, ``discourse`` settles
"the President", "the two sides", "he".
"""
