"""Plain trees: from JSON text, to records and back, and what is wrong in one, with its place."""
