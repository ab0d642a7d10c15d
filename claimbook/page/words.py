"""The words that the page's script says, so that the page can bring their Chinese."""

from claimbook.judge.check import Result
from claimbook.judge.confidence import CONFIDENCES, DEPTHS
from claimbook.judge.evidence import BEARINGS
from claimbook.judge.source import WITHHELD
from claimbook.judge.verdict import Label
from claimbook.language.phrase import catalogue
from claimbook.tables.vocabulary import Copy, Relation, Role, SearchOutcome, Tier

# How each verdict is marked in the article, for the key.
KEY = {
    Label.CONTRADICTED: "double line: contradicted",
    Label.CONFLICTING: "thick dots: conflicting",
    Label.SUPPORTED: "solid: supported",
    Label.UNSUPPORTED: "dashed: unsupported",
    Label.UNCHECKED: "dashed, with a question mark: unchecked",
}
# What ``page.js`` says by itself; a test compares the list with the script.
SAID = (
    "undated",
    "Computed:",
    "read live on {date}",
    "read in a stored copy on {date}",
    "read by machine on {date}",
    "{relation}, {bearing}: ",
    "Evidence on the same thing",
    "Near figures: another metric, entity, population or period; they decide nothing",
    "Background: decides nothing",
    "{what} ({n})",
    "It would fail under this reading:",
    "Read plainly:",
    "Arithmetic",
    "Searches for this claim: {n}, of which {none} found nothing",
    "Known and not read ({n})",
    "“{statement}”: {verdict} ({grade}).{caveat} Claim {id} in the Claimbook check of “{title}”, "
    "as of {date}. {address}",
    "confidence: {level}",
    "Citation",
    "Copy the citation",
    "Copied.",
    "Press Ctrl+C to copy.",
    "Close",
    "There is no claim {id} here.",
    "{n} of {all} claims shown",
    "{verdict}, with a caveat",
    "Found in its evidence, arithmetic or searches.",
)
# The fixed words of the tables that the script shows; evidence that nobody has judged is not on the page.
FIXED = (
    *(relation for relation in Relation if relation is not Relation.UNJUDGED),
    *BEARINGS,
    *Tier,
    *Copy,
    *SearchOutcome,
    *Result,
    *Label,
    *CONFIDENCES,
    *DEPTHS,
    *Role,
    WITHHELD,
)


def words() -> dict[str, str]:
    """Return all that the script says, English to Chinese."""
    return {said: catalogue()[said] for said in dict.fromkeys((*SAID, *FIXED))}
