"""Every table of the data: its columns, what they mean, and what they may hold."""

from collections.abc import Iterator

from claimbook.tables.column import (
    ADDRESS,
    DATE,
    DIGITS,
    IDS,
    IDS_FIX,
    PERIOD,
    PERIOD_FIX,
    SHA256,
    Column,
    identifier,
    one_of,
    pattern,
    quantity,
    selector,
    text,
    unit,
)
from claimbook.tables.vocabulary import (
    READ,
    Basis,
    Checkability,
    CheckBasis,
    Copy,
    Direction,
    Facet,
    Kind,
    Operation,
    Points,
    Relation,
    Role,
    Scope,
    SearchOutcome,
    Tier,
    Visit,
)

PLACED = r"[a-z_]+:[a-z]+"  # a drafted cell with where it was read
Row = dict[str, str]  # a row of any table: column to cell
Rows = dict[str, list[Row]]  # by table
CLAIM_ID = f"[cs]{DIGITS}"
SERIES_ID = r"[a-z0-9][a-z0-9-]{0,79}(@\d{4}-\d{2}-\d{2})?"
SERIES_FIX = "must be a slug such as unemployment, or unemployment@2026-11-30 for another vintage"
ADDRESS_FIX = "must start with http:// or https:// and hold no blank, bracket or quote"
DRAFTED = pattern(
    "cells that a program drafted and nobody has confirmed yet, each with where it was read",
    rf"{PLACED}( {PLACED})*",
    "must be columns with where each was read, such as metric:clause subject:sentence; or empty",
    blank=True,
)

# fmt: off
TABLES: dict[str, dict[str, Column]] = {
    "mentions": {
        "mention": identifier("id", "m", unique=True),
        **selector(blank=False),
        "role": one_of("what the number is in the text", Role),
        "of": identifier("for a condition: the claim it belongs to", "c", blank=True),
        "note": text("remark", blank=True),
    },
    "claims": {
        "claim": pattern(
            "id: c.. for a number, s.. for a statement", CLAIM_ID, "must be an id such as c01 or s01", unique=True
        ),
        "kind": one_of("kind of claim", Kind),
        "mention": identifier("the mention it hangs on; empty for a statement", "m", blank=True),
        **selector(blank=True),
        "subject": text("whom or what the claim is about"),
        "metric": text("what is measured"),
        "population": text("over whom; empty: nobody in particular, or the subject says it", blank=True),
        "period": pattern("when; empty: undated, the article's own period is used", PERIOD, PERIOD_FIX, blank=True),
        "row_header": text("row header of a table cell", blank=True),
        "column_header": text("column header of a table cell", blank=True),
        "statement_en": text("the claim in English, clear on its own; one language is enough", blank=True),
        "statement_zh": text("the claim in Chinese, clear on its own; one language is enough", blank=True),
        **quantity(),
        "precision_reason": text("why the number is exact", blank=True),
        "value": text("for a statement: what it says, in the fixed words that figures use too", blank=True),
        "excluded_by": text(
            "for a statement: the fixed words of figures that exclude it, with “; ” between", blank=True
        ),
        "basis": one_of("the basis that the article gives", Basis),
        "checkability": one_of("whether a public document could settle it", Checkability),
        "checkability_reason": text("why it is private or undefined", blank=True),
        "facet": one_of("which part of a compound claim this is", Facet, blank=True),
        "facet_of": pattern("the claim whose facet it is", CLAIM_ID, "must be a claim id", blank=True),
        "depends_on": pattern("claims it is said to follow from", IDS, IDS_FIX, blank=True),
        "note": text("remark", blank=True),
        "drafted": DRAFTED,
    },
    "sources": {
        "source": pattern("id, a short slug", r"[a-z0-9][a-z0-9-]*", "must be a slug such as caixin-2017", unique=True),
        "title": text("title as printed; in brackets: a description"),
        "publisher": text("who publishes the page"),
        "author": text("who says it"),
        "url": pattern("address; empty: not on the web", ADDRESS, ADDRESS_FIX, blank=True),
        "published": pattern(
            "date of publication as far as shown", DATE, "must be YYYY, YYYY-MM or YYYY-MM-DD", blank=True
        ),
        "tier": one_of("tier of the author", Tier),
        "tier_reason": text("why this tier"),
        "copy": one_of("what kind of copy was read", Copy),
        "origin": text("who first said it: all who repeat one release or speaker share one origin"),
        "read": one_of(
            "how the page was read", READ),
        "read_on": pattern("when it was read", r"\d{4}-\d{2}-\d{2}", "must be YYYY-MM-DD"),
        "private": one_of(
            "whether its holder has not published it; then no page, notebook or export has its names or words", ["yes"],
            blank=True,
        ),
        "series": pattern("the frozen series that it is; empty for a page", SERIES_ID, SERIES_FIX, blank=True),
        "note": text("remark, doubts of the editor", blank=True),
        "drafted": DRAFTED,
    },
    "series": {
        "series": pattern(
            "id, a slug; of a later vintage with its day behind; its cells are in series/ID.csv", SERIES_ID, SERIES_FIX,
            unique=True,
        ),
        "title": text("what is measured, as the publisher calls it"),
        "publisher": text("who publishes it"),
        "address": pattern("where it is; empty: a file of one's own", ADDRESS, ADDRESS_FIX, blank=True),
        "unit": text("in what its values are, in the publisher's words"),
        "definition": text("how it is defined", blank=True),
        "licence": text("under which terms it may be used; empty: not stated", blank=True),
        "vintage": pattern("the day on which it said so", r"\d{4}-\d{2}-\d{2}", "must be YYYY-MM-DD"),
        "read_on": pattern("when it was read", r"\d{4}-\d{2}-\d{2}", "must be YYYY-MM-DD"),
        "sha256": pattern("SHA-256 of series/ID.csv", SHA256, "must be 64 hexadecimal digits"),
        "asked": text("what was asked, and what was left out of the answer"),
        "choice": text("what was chosen of the answer, as the options of `claimbook series add` say it", blank=True),
    },
    "figures": {
        "figure": identifier("id", "f", unique=True),
        "source": text("the source that prints it"),
        "metric": text("what is measured"),
        "entity": text("of whom or what"),
        "population": text("over whom; empty where the entity says it", blank=True),
        "period": pattern("of when; a rule: in force from/until", PERIOD, PERIOD_FIX, blank=True),
        **quantity(),
        "value": text("for words: what the source says, in the fixed words that claims use too", blank=True),
        "as_printed": text("the figure as the page prints it"),
        "passage_sha256": pattern(
            "SHA-256 of the passage read around it (UTF-8, NFC, white space folded)",
            SHA256,
            "must be 64 hexadecimal digits",
        ),
        "origin": text("who first said it, where that is not the source's own origin", blank=True),
        "exception": text("of a rule: the exception that it carries itself; a caveat says it", blank=True),
        "note": text("remark, traps", blank=True),
        "drafted": DRAFTED,
    },
    "computed": {
        "computed": identifier("id", "x", unique=True),
        "expression": text(
            "the computation: figures by id, numbers and units (pint), + - * / and brackets; over many figures "
            "total(f12, f13, …), share, rank_from_top, rank_from_bottom (the first among all), rises_in_a_row, "
            "falls_in_a_row, lowest_for, highest_for (the last, all in the order of time)"
        ),
        "metric": text("what is measured"),
        "entity": text("of whom or what"),
        "population": text("over whom; empty where the entity says it", blank=True),
        "period": pattern("of when", PERIOD, PERIOD_FIX, blank=True),
        "unit": unit("unit of the result"),
        "words_en": text("the computation in English; {f12} and {result} are filled in", blank=True),
        "words_zh": text("the same in Chinese; one language is enough", blank=True),
        "note": text("remark, traps", blank=True),
    },
    "evidence": {
        "evidence": identifier("id", "e", unique=True),
        "claim": pattern("the claim", CLAIM_ID, "must be a claim id"),
        "figure": pattern("the figure, or the computed figure", rf"[fx]{DIGITS}", "must be an id such as f01 or x01"),
        "relation": one_of("how the figure relates to the claim", Relation),
        "direction": one_of("for a bound: which way it binds", Direction, blank=True),
        "inequality": text("for a bound: the inequality in one line", blank=True),
        "points": one_of("for a proxy: which way it points, where it points anywhere", Points, blank=True),
        "reason": text("why this relation"),
        "proposed": one_of("the relation that a program proposes; counts for nothing", Relation, blank=True),
        "drafted": DRAFTED,
    },
    "searches": {
        "search": pattern("id", rf"q{DIGITS}", "must be an id such as q001", unique=True),
        "query": text("the words sent; for a lead: the document"),
        "language": one_of("language of the query", {"zh": "Chinese", "en": "English"}),
        "where": text("where it was sent; for a lead: where the document is"),
        "date": pattern("when", r"\d{4}-\d{2}-\d{2}", "must be YYYY-MM-DD"),
        "scope": one_of("for how much it was meant", Scope),
        "claims": pattern(
            "the claims it was for; empty where it was for the whole article", IDS, IDS_FIX, blank=True
        ),
        "outcome": one_of("what came back", SearchOutcome),
        "note": text("what came back, in words", blank=True),
    },
    "checks": {
        "check": identifier("id", "k", unique=True),
        "title": text("the question, in a few words"),
        "left": text("expression of claims, figures and mentions by id, numbers and units (pint)"),
        "op": one_of("what is asked of left and right", Operation),
        "right": text("expression, likewise"),
        "unit": text("unit in which both sides are shown"),
        "premise": pattern("claims that are granted", IDS, IDS_FIX, blank=True),
        "conclusion": pattern("claims that fall if the check fails", IDS, IDS_FIX, blank=True),
        "basis": one_of("what the check rests on", CheckBasis),
        "reading": text("the reading that it rests on, or under which it would fail", blank=True),
        "words": text("the computation in words; {left}, {right} and ids are filled in"),
        "caveat": text("what the check does not mean", blank=True),
    },
    "rechecks": {
        "source": text("the source that was visited"),
        "date": pattern("when", r"\d{4}-\d{2}-\d{2}", "must be YYYY-MM-DD"),
        "outcome": one_of("what the visit found; says nothing of the claim", Visit),
        "status": pattern("what the server answered", r"\d{3}", "must be a number such as 404", blank=True),
        "url": pattern("the address after redirects", ADDRESS, "must start with http:// or https://", blank=True),
        "sha256": pattern("SHA-256 of what was sent", SHA256, "must be 64 hexadecimal digits", blank=True),
        "figures_standing": pattern("the figures that stand on the page", IDS, IDS_FIX, blank=True),
        "figures_gone": pattern("the figures that do not", IDS, IDS_FIX, blank=True),
        "archived": pattern("an archived copy", ADDRESS, "must start with http:// or https://", blank=True),
        "note": text("remark", blank=True),
    },
    "translations": {
        "en": text("words of any other table, to the letter", unique=True),
        "zh": text("the same in Chinese; places such as {left} stay"),
    },
}
# fmt: on
KEYS = {
    "mentions": "mention",
    "claims": "claim",
    "sources": "source",
    "series": "series",
    "figures": "figure",
    "computed": "computed",
    "evidence": "evidence",
    "searches": "search",
    "checks": "check",
    "rechecks": "source",  # of each source the last visit counts
    "translations": "en",
}


def cell_faults(table: str, row: Row) -> Iterator[tuple[str, str]]:
    """Yield the columns of a row whose cells do not fit, each with what is wrong."""
    for name, column in TABLES[table].items():
        if name in row and (words := column.fault(row[name])):
            yield name, words
