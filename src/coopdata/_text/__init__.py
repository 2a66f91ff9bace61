"""A text before anybody reads it: folded, and the edges that words may have in it."""
