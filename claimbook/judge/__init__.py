"""The judging core: frozen records and pure functions, without clock, file or network."""
