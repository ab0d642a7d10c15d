"""Measure the extractor beside its peers: accuracy, speed and linearity. Run with ``make benchmark``."""
