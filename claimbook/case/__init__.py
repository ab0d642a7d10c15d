"""One article whole: its text, its tables, the rules between them, and the case that is made of them."""
