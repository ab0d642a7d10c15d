"""The card of one number or statement: what it says, its verdict so far, and the evidence for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimbook.case.row_rules import drafted_cells
from claimbook.form.excerpt import placed
from claimbook.form.figures import cards, cut, in_passage, measured
from claimbook.form.said import said_fault
from claimbook.form.stops import anchor
from claimbook.form.sums import sums
from claimbook.judge.rules import SENTENCES
from claimbook.language.phrase import phrase, say
from claimbook.tables.vocabulary import Relation, SearchOutcome
from claimbook.text.sentence import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.case.case import Case
    from claimbook.form.changes import Stop
    from claimbook.form.session import Session
    from claimbook.form.stops import StopRows
    from claimbook.judge.finding import Finding
    from claimbook.tables.schema import Row

Json = dict[str, Any]


def card(session: Session, stop: Stop, case: Case | None, language: str, texts: Mapping[str, str]) -> Json:
    """Return the card of a stop as the view draws it.

    Parameters
    ----------
    session : Session
    stop : Stop
    case : Case or None
        Of the claims at the stop; None where the article itself is broken.
    language : str
    texts : dict of str to str
        Passages of the documents by their digests, as far as they are known.
    """
    now, row = session.fields(stop), anchor(session.rows, stop) or {}
    mention = now.mention and {name: now.mention[name] for name in ("mention", "role", "of", "note")}
    order = session.stops
    made: Json = {"table": stop.table, "id": stop.id, "quote": _quote(session, stop, row), "mention": mention}
    made["claims"] = [_claim(session, now, row, case, language, texts) for row in now.claims]
    made["faults"] = _faults(now, "mentions", stop.id, language) if mention else {}
    made["place"], made["places"] = order.index(stop) + 1 if stop in order else 0, len(order)
    return made | {"newest": session.newest}


def _quote(session: Session, stop: Stop, row: Row) -> list[str]:
    where = placed(session, stop)
    if where is None:
        return ["", row.get("exact", ""), ""]
    left, right = sentence(session.text, *where)
    return cut(session.text[left:right], where[0] - left, where[1] - left)


def _claim(
    session: Session, now: StopRows, row: Row, case: Case | None, language: str, texts: Mapping[str, str]
) -> Json:
    name = row["claim"]
    book = case.book if case else {}
    found = case.findings.get(name) if case else None
    faults = _faults(now, "claims", name, language)
    made: Json = {"id": name, "cells": row, "drafted": drafted_cells(row), "faults": faults}
    quantity = measured(row)
    made["says"] = say(quantity, language) if quantity else row["value"]
    made["verdict"] = _verdict(found, language, book) if found else None
    made["evidence"] = _judged_first(cards(now, row, case, language, book))
    for one in made["evidence"]:
        one["quote"] = in_passage(one, texts)
    gaps = _gaps(case, language)
    for one in made["evidence"]:
        one["faults"] = _evidence_faults(now, one, gaps, language)
    logged = [one for one in session.rows["searches"] if name in one["claims"].split()]
    made["searches"] = [{key: one[key] for key in ("search", "query", "outcome", "where", "note")} for one in logged]
    looked = [one for one in logged if one["scope"] == "claim" and one["outcome"] != SearchOutcome.LEAD]
    return made | {"looked": len(looked), "checks": sums(session.rows, session.text, name, found, language, book)}


def _judged_first(evidence: list[Json]) -> list[Json]:
    """Return what waits to be judged first, then what may decide, then the rest, each in the order of its rows."""
    order = [Relation.UNJUDGED, Relation.SAME, Relation.BOUND, Relation.RULE]
    ranks = {str(word): at for at, word in enumerate(order)}
    return sorted(evidence, key=lambda one: ranks.get(one["cells"]["relation"], len(order)))


def _verdict(found: Finding, language: str, book: Mapping[str, str]) -> Json:
    verdict = found.verdict
    deciding = [item for item in found.facts.deciding if item.id in verdict.evidence] or found.facts.deciding
    return {
        "label": str(verdict.verdict),
        "sign": verdict.verdict.sign,
        "word": phrase(verdict.verdict).said(language),
        "grade": verdict.grade.said(language, book) if verdict.confidence else "",
        "reason": say(verdict.reason, language, book),
        "caveat": say(verdict.caveat, language, book) if verdict.caveat else "",
        "rule": phrase(SENTENCES[verdict.rule]).said(language),
        "printed": say(deciding[0].figure.says, language, book) if deciding else "",
        "by": deciding[0].figure.source.author or deciding[0].figure.source.publisher if deciding else "",
    }


def _faults(now: StopRows, table: str, name: str, language: str) -> dict[str, str]:
    return {column: said_fault(words, language) for column, words in now.faults.get((table, name), {}).items()}


def _gaps(case: Case | None, language: str) -> dict[str, dict[str, str]]:
    """Return what keeps evidence from counting that its own row does not show, by its id."""
    found: dict[str, dict[str, str]] = {}
    for fault in case.gaps if case else ():
        if fault.table == "evidence" and not fault.gap:
            found.setdefault(fault.id, {})[fault.column] = said_fault(fault.words, language)
    return found


def _evidence_faults(
    now: StopRows, one: Json, gaps: dict[str, dict[str, str]], language: str
) -> dict[str, dict[str, str]]:
    """Return what the row of evidence, its figure and its source lack, by table; of what is unjudged, nothing."""
    if one["cells"]["relation"] == Relation.UNJUDGED:
        return {}
    found = {"evidence": gaps.get(one["id"], {}) | _faults(now, "evidence", one["id"], language)}
    for table, row in (("figures", one["figure"]), ("sources", one["source"])):
        found[table] = _faults(now, table, next(iter(row.values())), language) if row else {}
    return {table: words for table, words in found.items() if words}
