"""Review a drafted article in Jupyter: the form, what it edits, and what is still missing.

Read the folder in this order:

- changes: one change of one row, and where it clashes with a file; files: the tables on disk, watched and written
- ledger: rows that are edited, saved at once and undone; faults: what a row lacks; stops, walk: where a step leads
- roles, removal: what a changed role and a removed row bring with them; session: a review of one article
- judged: the verdicts so far; judging: a person's answers; entry: what is typed in from elsewhere
- finding, beside: passages, proposals and searches for a claim; proposed: what models propose for it
- preamble: what is known of the article itself
- excerpt, figures, sums, card, lists, fields, said, script_words: what the view shows, in the reader's language
- acts: the messages of the view; desk: a review without a browser; board: the widget, with board.js and board.css
- bench, asking, start: from a text to its page, with start.js
- result: what is missing, or the headline; what the words mean
"""

from claimbook.form.board import review
from claimbook.form.result import result, searches, words
from claimbook.form.start import start

__all__ = ["result", "review", "searches", "start", "words"]
