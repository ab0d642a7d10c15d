"""What the view is told once for each language: its words, the labels of cells, and the choices of each column."""

from __future__ import annotations

from typing import Any

from claimbook.form.script_words import SAID, START
from claimbook.language.phrase import catalogue, phrase
from claimbook.quantity.quantity import COMPARATORS
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import (
    PRECISIONS,
    Basis,
    Checkability,
    Copy,
    Direction,
    Facet,
    Kind,
    Points,
    Relation,
    Role,
    SearchOutcome,
    Tier,
    Word,
)

LABELS = {
    "statement_en": "statement, in English",
    "statement_zh": "statement, in Chinese",
    "precision_reason": "why exact",
    "checkability_reason": "why not checkable",
    "of": "belongs to claim",
    "basis": "basis given",
    "value": "says, in fixed words",
    "excluded_by": "excluded by",
    "as_printed": "as printed",
    "tier": "kind of author",
    "tier_reason": "why this kind of author",
    "copy": "kind of copy",
    "low": "from",
    "high": "to",
    "comparator": "how it is meant",
    "precision": "how wide it is read",
    "facet": "part of a compound claim",
    "facet_of": "compound claim",
    "depends_on": "follows from",
    "period": "when",
    "metric": "what is measured",
    "subject": "of whom or what",
    "entity": "of whom or what",
    "population": "over whom",
    "author": "who says it",
    "published": "published on",
    "url": "address",
    "read_on": "read on",
    "origin": "who said it first",
    "points": "which way it points",
    "direction": "which way it binds",
    "private": "published by its holder",
}
BRIEF = {
    Relation.SAME: "Same",
    Relation.BOUND: "Limit",
    Relation.RULE: "Rule",
    Relation.PROXY: "Near",
    Relation.CONTEXT: "Background",
    Tier.PRIMARY: "Primary",
    Tier.SECONDARY: "Secondary",
    Tier.TERTIARY: "Tertiary",
}
# The cells behind “details”, in their order.
COLUMNS = {
    "number": "low high unit comparator precision kind basis checkability facet facet_of depends_on precision_reason "
    "checkability_reason note",
    "statement": "excluded_by basis checkability facet facet_of depends_on checkability_reason note",
    "figure": "as_printed metric entity population period low high unit comparator precision value exception note",
    "source": "title publisher author url published tier tier_reason copy origin read_on private note",
}
PRIVATE = {"": "yes: anybody can read it", "yes": "no: keep it off page, notebooks and exports"}
CHOICES: dict[str, type[Word] | dict[str, str]] = {
    "role": Role,
    "relation": Relation,
    "direction": Direction,
    "points": Points,
    "kind": Kind,
    "basis": Basis,
    "checkability": Checkability,
    "facet": Facet,
    "tier": Tier,
    "copy": Copy,
    "outcome": SearchOutcome,
    "comparator": COMPARATORS,
    "precision": PRECISIONS,
    "private": PRIVATE,
}
BLANK = ("direction", "points", "facet")  # choices that may be empty


def fixed(language: str) -> dict[str, Any]:
    """Return the words, labels, choices and columns of the view in a language."""
    edited = ("mentions", "claims", "evidence", "figures", "sources")
    columns = {(table, name): spec for table in edited for name, spec in TABLES[table].items()}
    return {
        "words": {said: catalogue()[said] for said in SAID} if language == "zh" else {},
        "labels": {name: phrase(LABELS.get(name, name)).said(language) for _, name in columns} | _of_article(language),
        "meanings": {f"{table}.{name}": phrase(spec.meaning).said(language) for (table, name), spec in columns.items()},
        "choices": {name: _choices(name, language) for name in CHOICES},
        "columns": {name: cells.split() for name, cells in COLUMNS.items()},
    }


def spoken(language: str) -> dict[str, str]:
    """Return the words of the start, English to Chinese; none where English is spoken."""
    return {said: catalogue()[said] for said in START} if language == "zh" else {}


def _of_article(language: str) -> dict[str, str]:
    return {name: phrase(name).said(language) for name in ("title", "publisher", "reviewer")}


def _choices(column: str, language: str) -> list[tuple[str, str, str]]:
    """Return the words of a column, each as it is said and what it means."""
    words = CHOICES[column]
    pairs = words.items() if isinstance(words, dict) else [(word, word.meaning) for word in words]
    found = [(str(word), _name(word, means, language), phrase(means).said(language)) for word, means in pairs]
    return [("", "", ""), *found] if column in BLANK else found


def _name(word: str, means: str, language: str) -> str:
    if brief := BRIEF.get(word):  # type: ignore[call-overload]
        return phrase(brief).said(language)
    return (
        phrase(means).said(language)
        if word in COMPARATORS or means in PRIVATE.values()
        else phrase(word).said(language)
    )
