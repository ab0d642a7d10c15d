"""An unfinished article: create it, add to it, update its text, log the searches for it."""
