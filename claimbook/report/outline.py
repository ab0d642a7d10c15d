"""One claim from end to end: what every form of it shows, and in which order."""

from dataclasses import dataclass

from claimbook.case.case import Case
from claimbook.judge import stability
from claimbook.judge.finding import Finding
from claimbook.language.phrase import Phrase, Spoken, phrase
from claimbook.quantity.quantity import Quantity

# The published sentence first, then the evidence, then the verdict; a form may leave parts out but not reorder them.
PARTS = (
    "statement",
    "published",
    "reading",
    "evidence",
    "checks",
    "searches",
    "verdict",
    "reason",
    "note",
    "stability",
)


@dataclass(frozen=True)
class Outline:
    """A claim with its place in the article, for the terminal, the notebook, the summary and the page."""

    finding: Finding
    published: str
    section: str
    page: int

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts that this claim has, in the order of `PARTS`."""
        absent = {name for name, there in (("checks", self.finding.facts.outcomes), ("note", self.note)) if not there}
        return tuple(name for name in PARTS if name not in absent)

    @property
    def says(self) -> Quantity | Phrase:
        """What the claim says: its number, or its fixed words."""
        claim = self.finding.claim
        return claim.quantity or phrase(claim.value)

    @property
    def note(self) -> Phrase | None:
        """The note on the claim, as a sentence."""
        note = self.finding.claim.note
        return phrase("Note: {note}.", note=phrase(note)) if note else None

    @property
    def stability(self) -> Spoken:
        """Whether another policy would change the verdict, as a sentence."""
        return stability.sentence(self.finding.flips)


def outline(case: Case, name: str) -> Outline:
    """Return the outline of one claim, by its id."""
    finding, article = case.findings[name], case.article
    start, end = finding.claim.selector.start, finding.claim.selector.end
    return Outline(finding, article.quote(start, end), article.section(start), article.page(start))
