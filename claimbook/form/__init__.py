"""Review a drafted article in Jupyter: the form, what it edits, and what is still missing.

Read the room in this order:

- changes: one change of one row, and where it clashes with a file; files: the tables on disk, watched and written
- faults: what a row lacks; session: one review, without widgets: open, fields, set, undo, save, conflict
- text: the article with its numbers marked; fields: the widgets of one number; review: the form itself
- result: what is missing, or the headline; what the words mean
"""

from claimbook.form.result import result, words
from claimbook.form.review import review

__all__ = ["result", "review", "words"]
