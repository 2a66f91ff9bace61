"""Words and what they stand for: dictionaries with longest match, and one language's settings."""
