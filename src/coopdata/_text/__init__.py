"""A text before anybody reads it: folded, its edges, where its characters stand for others."""
