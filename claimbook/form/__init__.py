"""Review a drafted article in Jupyter: the form, what it edits, and what is still missing.

Read the room in this order:

- changes: one change of one row, and where it clashes with a file; files: the tables on disk, watched and written
- faults: what a row lacks; walk: where a step leads; session: a review, without widgets: set, undo, save
- finding: passages of one's own documents
- text: the article with its numbers marked; widgets, fields: the boxes of one number; review: the form itself
- result: what is missing, or the headline; what the words mean
"""

from claimbook.form.result import result, words
from claimbook.form.review import review

__all__ = ["result", "review", "words"]
