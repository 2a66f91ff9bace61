"""Units that one number lends to another: over a clause, from a head, down a table."""
