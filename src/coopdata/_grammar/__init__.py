"""What people write: a number and what stands around it, read at one place of a text."""
