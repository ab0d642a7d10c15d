"""Say it in either language: English in the code, Chinese in ``chinese.csv``."""
