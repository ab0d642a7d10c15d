"""The verdict on a claim: its label, the rule that decided, the reason in words."""

from dataclasses import dataclass
from html import escape
from typing import Self

from claimbook.judge.confidence import DEPTHS
from claimbook.language.phrase import Spoken, phrase, sentences
from claimbook.tables.vocabulary import Word
from claimbook.text.markup import in_markdown


class Label(Word):
    """The word for what was found of a claim, with the sign that says it without colour."""

    sign: str

    def __new__(cls, word: str, meaning: str = "", sign: str = "") -> Self:
        """Make a label with its sign."""
        made = str.__new__(cls, word)
        made._value_, made.meaning, made.sign = word, meaning, sign
        return made

    SUPPORTED = (
        "supported",
        "a public figure for the same thing agrees; it does not mean that the story around it is true",
        "✓",
    )
    CONTRADICTED = (
        "contradicted",
        "a public figure for the same thing, a rule in force or the article's own arithmetic excludes it",
        "✗",
    )
    CONFLICTING = "conflicting", "some public figures agree and some exclude it", "⇄"
    UNSUPPORTED = (
        "unsupported",
        "no public figure for the same thing was found; it does not mean that the claim is false",
        "○",
    )
    UNCHECKED = "unchecked", "nobody looked", "?"

    @property
    def signed(self) -> str:
        """The sign, and the word in the language that is spoken."""
        return f"{self.sign} {phrase(self)}"


SUB_REASONS = {
    "undefined metric": "the article does not say what is measured",
    "private data": "only the company could know",
    "tertiary only": "only SEO pages, forums and digests print it",
    "none found": "no public figure found so far",
}
# How well an absence was searched, as a sentence.
SEARCHED = dict(zip(DEPTHS, ("Thinly searched.", "A lead is open.", "Well searched."), strict=True))


@dataclass(frozen=True, repr=False)
class Verdict:
    """The verdict on one claim, with the rule that decided and the reason in words."""

    claim: str
    verdict: Label
    rule: str
    confidence: str
    reason: Spoken
    sub_reasons: tuple[str, ...] = ()
    caveat: Spoken | str = ""
    evidence: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    wrong_facets: tuple[str, ...] = ()  # of a supported claim: the parts of the same story that are contradicted

    def __repr__(self) -> str:
        return f"<Verdict {self.claim}: {self.verdict.signed}, {self.confidence}. {self.reason}>"

    def _repr_markdown_(self) -> str:
        return f"**{self.verdict.sign} {phrase(self.verdict)}** ({self.claim}). {in_markdown(str(self.in_full()))}"

    def _repr_html_(self) -> str:
        word = escape(f"{self.verdict.sign} {phrase(self.verdict)}")
        return f"<p><b>{word}</b> ({escape(self.claim)}). {escape(str(self.in_full()))}</p>"

    def in_full(self) -> Spoken:
        """Say the grade, the reason and the caveat, which belong together wherever a verdict is handed on."""
        return sentences(self.grade, self.reason, self.caveat)

    @property
    def grade(self) -> Spoken:
        """How sure it is, or how well an absence was searched, as a sentence."""
        if said := SEARCHED.get(self.confidence):
            return phrase(said)
        return phrase("Confidence: {level}.", level=phrase(self.confidence))


def single(verdict: Verdict) -> str:
    """Return the one sub-reason under which an unsupported claim is counted: the first of `SUB_REASONS`."""
    return next((name for name in SUB_REASONS if name in verdict.sub_reasons), "")
