"""Periods: machines of patterns, printed and written, and what walks them."""
