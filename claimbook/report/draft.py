"""What is said before everything else while an article is still in work."""

from claimbook.case.case import Case
from claimbook.language.phrase import Phrase, phrase


def draft_note(case: Case) -> Phrase | None:
    """Say how much of a draft is still in work; None where nothing is."""
    if not case.is_draft:
        return None
    if left := len(case.in_work):
        words = "A draft: {n} of {all} claims are still to be filled in and are not judged. Do not publish it."
        return phrase(words, n=left, all=left + len(case.claims))
    return phrase("A draft: all claims are judged, and something is still to be filled in. Do not publish it.")
