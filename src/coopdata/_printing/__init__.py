"""Value to text: numbers, units, hedges, periods in any locale, and the words that it takes."""
