"""Seed files, edited by people, compiled to the data inside the package.

The articles are built as anybody's are, by `coopdata.corpus.build`; what is here compiles the word
lists and tables. ``python -m coopdata.seeds`` writes the package's data; ``--check`` compares.
"""
