"""What looks like a quantity and is none: a table of causes, each with what it takes."""
