"""English: what its numbers measure, of whom, and when."""
