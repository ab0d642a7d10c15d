"""What a number says: an interval with a unit, and the days that it speaks of."""
