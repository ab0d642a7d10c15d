"""Withhold what its holder has not published: the names and words of private documents, never their numbers."""

from collections.abc import Mapping

from claimbook.case.article import Article
from claimbook.judge.source import WITHHELD, names_in, quantity_of
from claimbook.language.phrase import say
from claimbook.tables.references import names
from claimbook.tables.schema import Row, Rows

OF_FILE = "from the file "  # note of a source that was taken in from a document; its name is its reader’s own
REASON = "Withheld, since it may quote a document that its holder has not published."
UNSAID = "not published"
COMPUTED = {
    "words_en": "{result}, computed from a document that its holder has not published",
    "words_zh": "由持有人未公开的文件算得 {result}",
}
EMPTIED = ("url", "note", "tier_reason", "title", "publisher")  # of a source; a reader is shown `WITHHELD` instead


def withheld(tables: Mapping[str, list[Row]], article: Article) -> Rows:
    """Return the tables of an article without the words of its private sources, and without the names of files.

    Numbers, periods, tiers and relations stay, so that the verdicts are the same; an author who is the article's own
    voice stays named, since whose word it is counts.
    """
    named = {row["source"] for row in tables["sources"] if row["note"].startswith(OF_FILE)}
    sources = [row | {"note": ""} if row["source"] in named else row for row in tables["sources"]]
    private = [row["source"] for row in sources if row.get("private")]
    if not private:
        return dict(tables) | {"sources": sources}
    ids = {name: f"private-{number}" for number, name in enumerate(private, 1)}
    origins = _origins(tables, ids)
    figures = {row["figure"] for row in tables["figures"] if row["source"] in ids}
    computed = {row["computed"] for row in tables["computed"] if not figures.isdisjoint(names(row["expression"]))}
    return dict(tables) | {
        "sources": [_source(row, ids, origins, article) if row["source"] in ids else row for row in sources],
        "figures": [_figure(row, ids, origins) if row["source"] in ids else row for row in tables["figures"]],
        "computed": [
            row | {"note": ""} | COMPUTED if row["computed"] in computed else row for row in tables["computed"]
        ],
        "evidence": [_evidence(row) if row["figure"] in figures | computed else row for row in tables["evidence"]],
        "rechecks": [row for row in tables["rechecks"] if row["source"] not in ids],
    }


def _origins(tables: Mapping[str, list[Row]], private: Mapping[str, str]) -> dict[str, str]:
    """Return other names for the origins of private documents, the same for who shares one.

    One that a public source of this very article has too is published with that, and stays.
    """
    used = {row["figure"] for row in tables["evidence"]}
    used |= {name for row in tables["computed"] if row["computed"] in used for name in names(row["expression"])}
    figures = [row for row in tables["figures"] if row["figure"] in used or row["source"] in private]
    pages = {row["source"] for row in figures}
    every = [*figures, *(row for row in tables["sources"] if row["source"] in pages or row["source"] in private)]
    known = {row["origin"] for row in every if row["source"] not in private}
    own = dict.fromkeys(row["origin"] for row in every if row["source"] in private and row["origin"] not in known)
    return {origin: f"not published {number}" for number, origin in enumerate(filter(None, own), 1)}


def _source(row: Row, ids: Mapping[str, str], origins: Mapping[str, str], article: Article) -> Row:
    voices = [article.voices[name] for name in names_in(row["author"] or row["publisher"]) if name in article.voices]
    shown = dict.fromkeys(EMPTIED, "") | {"title": WITHHELD, "publisher": WITHHELD, "source": ids[row["source"]]}
    spoken = row["origin"] if row["origin"].casefold() in article.voices else origins.get(row["origin"], row["origin"])
    return row | shown | {"author": voices[0] if voices else WITHHELD, "origin": spoken}


def _figure(row: Row, ids: Mapping[str, str], origins: Mapping[str, str]) -> Row:
    quantity = quantity_of(row)
    printed = say(quantity, "en") if quantity else row["value"]
    shown = {"source": ids[row["source"]], "as_printed": printed, "passage_sha256": "", "note": ""}
    shown |= {"exception": UNSAID} if row["exception"] else {}
    return row | shown | {"origin": origins.get(row["origin"], row["origin"])}


def _evidence(row: Row) -> Row:
    return row | {"reason": REASON} | ({"inequality": UNSAID} if row["inequality"] else {})
