"""What a row must agree on within itself: one list of rules, for loading an article and for the form."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from claimbook.case.printed import prints_another_number
from claimbook.judge.claim import selector_of
from claimbook.language.phrase import PLACE
from claimbook.quantity.period import period
from claimbook.tables.references import names
from claimbook.tables.schema import Row, cell_faults
from claimbook.tables.vocabulary import BELONGING, LEFT_TO_A_PERSON, Checkability, CheckBasis, Kind, Relation
from claimbook.text.selector import mismatch

Found = Iterator[tuple[str, str]]  # columns, each with what is wrong and the fix
Rule = Callable[[Row], Found]


def unsaid(claim: Row) -> Found:
    """Require a statement in at least one language."""
    if not (claim["statement_en"].strip() or claim["statement_zh"].strip()):
        yield "statement_en", "say the claim in English, in Chinese, or in both"


def number_or_words(row: Row) -> Found:
    """Require a number with both ends and a unit, or else words."""
    low, high = row["low"], row["high"]
    if bool(low) != bool(high):
        yield "high", "low and high must both be filled in, and be equal for a single number"
    elif low and Decimal(low) > Decimal(high):
        yield "high", f"“{high}” is below low “{low}”; swap them"
    if low and not row["unit"]:
        yield "unit", "a number needs a unit; fill it in"
    if bool(low) == bool(row["value"]):
        yield "value", "a row holds either a number (low, high) or words (value); fill in one of the two"


def said(computed: Row) -> Found:
    """Require the computation in words in at least one language."""
    if not (computed["words_en"].strip() or computed["words_zh"].strip()):
        yield "words_en", "say the computation in English, in Chinese, or in both"


def dates(column: str) -> Rule:
    """Make the rule that the dates of a column exist and come in their order."""

    def _rule(row: Row) -> Found:
        try:
            span = period(row[column])
        except ValueError as error:
            yield column, f"“{row[column]}” is not a valid date ({error}); fix it"
        else:
            if span.first > span.last:
                yield column, f"“{row[column]}” ends before it begins; swap the dates"

    return _rule


def anchored(claim: Row) -> Found:
    """Require a mention and low and high of a number, its own words and a value of a statement."""
    is_statement = claim["kind"] == Kind.STATEMENT
    own_words = bool(claim["start"] and claim["end"] and claim["exact"])
    if is_statement == bool(claim["mention"]) or is_statement != own_words:
        yield (
            "mention",
            ("a number names its mention, a statement has start, end and exact; fill in one and leave the other empty"),
        )
    if is_statement != bool(claim["value"]):
        yield "value", "a statement has a value in words, a number has low and high"


def says_its_number(claim: Row) -> Found:
    """Require that a statement gives the number of its claim, or none."""
    for column in ("statement_en", "statement_zh"):
        if prints_another_number(claim[column], claim):
            yield column, "must not give another number than low and high; fix one of them"


def reasons(claim: Row) -> Found:
    """Require a reason of what departs from the rule."""
    if claim["checkability"] != Checkability.CHECKABLE and not claim["checkability_reason"]:
        yield "checkability_reason", f"say why the claim is {claim['checkability']}"
    if claim["precision"] == "exact" and not claim["precision_reason"]:
        yield "precision_reason", "say why the number is exact"


def follows(claim: Row) -> Found:
    """Require that no claim follows from itself."""
    if claim["claim"] in claim["depends_on"].split():
        yield "depends_on", f"{claim['claim']} cannot follow from itself; remove it"


def condition(mention: Row) -> Found:
    """Require the claim that a condition or a repeat belongs to, and of no other mention."""
    if (mention["role"] in BELONGING) != bool(mention["of"]):
        yield "of", "a condition or a repeat, and nothing else, names the claim that it belongs to"


def unconfirmed(row: Row) -> Found:
    """Require that a person has seen what a program drafted."""
    if names := ", ".join(drafted_cells(row)):
        yield (
            "drafted",
            f"{names}: drafted by a program; check against the text, fix what is wrong, then empty this cell",
        )


def drafted_cells(row: Row) -> list[str]:
    """Return the columns of a row that were drafted and that nobody has confirmed.

    Examples
    --------
    >>> drafted_cells({"drafted": "metric:clause period:sentence"}), drafted_cells({"drafted": ""})
    (['metric', 'period'], [])
    """
    return [word.partition(":")[0] for word in row.get("drafted", "").split()]


def by_hand(row: Row, column: str, value: str) -> Row:
    """Return a row with a cell that a person entered, which is no longer one that a program drafted."""
    after = row | {column: value}
    if row.get("drafted") and column != "drafted":
        words = row["drafted"].split()
        after["drafted"] = " ".join(word for word in words if word.partition(":")[0] != column)
    return after


def bound(evidence: Row) -> Found:
    """Require direction and inequality of a bound, and of nothing else."""
    if (evidence["relation"] == Relation.BOUND) != bool(evidence["direction"] and evidence["inequality"]):
        yield "inequality", "a bound, and nothing else, has a direction and an inequality"
    if evidence["points"] and evidence["relation"] != Relation.PROXY:
        yield "points", "only a proxy points anywhere; another relation decides, or is background"


def reading(check: Row) -> Found:
    """Require the reading of a check that rests on one or computes with public figures, and of no other."""
    if (check["basis"] != CheckBasis.DEFINITION) != bool(check["reading"]):
        yield "reading", "a check that rests on a reading, and no other, names it"
    figures = [name for name in names(f"{check['left']} {check['right']}") if name[0] in "fx"]
    if figures and check["basis"] != CheckBasis.READING:
        words = "a check of the article's own numbers has no public figure; make it a row of computed.csv and evidence"
        yield "basis", f"{words}, or a reading ({', '.join(figures)})"


def places(translation: Row) -> Found:
    """Require the places of the English in the Chinese."""
    english, chinese = ({match[0] for match in PLACE.finditer(translation[name])} for name in ("en", "zh"))
    if english != chinese:
        yield "zh", f"must have the places of the English: {' '.join(sorted(english))}"


# The rules of each table; their cells fit the schema.
RULES: dict[str, tuple[Rule, ...]] = {
    "mentions": (condition,),
    "claims": (number_or_words, dates("period"), anchored, says_its_number, reasons, follows),
    "sources": (dates("published"), dates("read_on")),
    "series": (dates("vintage"), dates("read_on")),
    "figures": (number_or_words, dates("period")),
    "computed": (dates("period"), said),
    "evidence": (bound,),
    "searches": (dates("date"),),
    "checks": (reading,),
    "rechecks": (dates("date"),),
    "translations": (places,),
}
EVEN_SO: dict[str, tuple[Rule, ...]] = {"claims": (unsaid, unconfirmed)}  # rules that hold whatever the other cells are


def rule_faults(table: str, row: Row, *, fits: bool) -> dict[str, str]:
    """Return what the rules find wrong with a row: column to words, the first fault of each cell.

    Parameters
    ----------
    table : str
    row : dict
    fits : bool
        Whether each of its cells fits the schema; if not, rules that read numbers and dates are left out.
    """
    found: dict[str, str] = {}
    for rule in (*EVEN_SO.get(table, ()), *(RULES[table] if fits else ())):
        for column, words in rule(row):
            found.setdefault(column, words)
    return found


def row_faults(table: str, row: Row) -> dict[str, str]:
    """Return everything that is wrong with a row by itself: column to words."""
    cells = dict(cell_faults(table, row))
    return rule_faults(table, row, fits=not cells) | cells


def misplaced(row: Row, text: str) -> Found:
    """Yield the words of a mention or a statement that are not where the row says."""
    if row["start"] and row["end"] and (miss := mismatch(text, selector_of(row))):
        yield "exact", f"{miss}; set start and end again"


def wrong_role(mention: Row, claimed: bool) -> Found:
    """Yield the role of a number that does not agree with whether a claim names the number."""
    if (mention["role"] == "claim") != claimed:
        yield "role", "must be claim if and only if a row of claims.csv names the number; choose the role again"


def left_to_a_person(row: Row) -> Found:
    """Yield the cells of a figure, a source or evidence in which a program left something to a person."""
    whole = "\n".join(row.values())
    there = [words for words in LEFT_TO_A_PERSON if words in whole]
    for column, cell in row.items() if there else ():
        for words in there:
            if words in cell:
                yield column, f"“{words}”: read the passage, and put your own words or none here"
    yield from unconfirmed(row)
