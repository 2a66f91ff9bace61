"""Numbers alone, in figures and in words, read at one place: no unit, no hedge, no sign."""
