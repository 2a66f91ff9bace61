"""Word lists as people write them: their form, what is wrong in them, what they compile to."""
