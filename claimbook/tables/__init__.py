"""The CSV tables: their words, columns and references, how they are read and written, and what is wrong with them."""
