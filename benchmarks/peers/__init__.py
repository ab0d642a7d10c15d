"""One adapter a tool: ``find`` calls the tool alone, and is timed; ``read`` writes what it found in our vocabulary."""
