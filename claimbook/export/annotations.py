"""W3C Web Annotations: every mention and statement of the article, anchored, with its verdict.

Offsets of a TextPositionSelector are Unicode code points, as the recommendation says
(https://www.w3.org/TR/annotation-model/#text-position-selector). Browsers count UTF-16 units; `collection` writes
either, and says which.
"""

from collections.abc import Iterator
from typing import Any

from claimbook.case.case import Case
from claimbook.language.phrase import LANGUAGES
from claimbook.report.draft import draft_note
from claimbook.text.selector import Selector

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}]
UNITS = {"code points": "Unicode code points", "utf-16": "UTF-16 code units"}


Json = dict[str, Any]


def collection(case: Case, unit: str = "code points") -> Json:
    """Return the annotations as an AnnotationCollection with its one page.

    Parameters
    ----------
    case : Case
    unit : str
        A key of `UNITS`: what start and end count.

    Returns
    -------
    dict
        JSON-LD. A TextQuoteSelector beside each position finds the words again where the text has changed.
    """
    base = f"urn:claimbook:{case.article.id}{':utf-16' if unit == 'utf-16' else ''}"
    items = [_annotation(case, base, unit, *anchor) for anchor in _anchors(case)]
    note = f"{said} " if (said := draft_note(case)) else ""
    return {
        "@context": CONTEXT,
        "id": f"{base}:annotations",
        "type": "AnnotationCollection",
        "label": f"{note}Numbers and claims of “{case.article.title}”; offsets in {UNITS[unit]}, end exclusive",
        "total": len(items),
        "first": {"id": f"{base}:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _anchors(case: Case) -> list[tuple[str, Selector, str, str]]:
    """Return the id, the selector, the role and the claim of every mention and statement, in the order of the text."""
    found = [(entry.id, entry.selector, entry.role, entry.claim) for entry in case.mentions]
    found += [(c.id, c.selector, "statement", c.id) for c in case.claims.values() if not c.is_number]
    return sorted(found, key=lambda one: (one[1].start, -one[1].end))


def _annotation(case: Case, base: str, unit: str, name: str, selector: Selector, role: str, claim: str) -> Json:
    return {
        "id": f"{base}:{name}",
        "type": "Annotation",
        "motivation": "assessing" if claim else "classifying",
        "created": f"{case.as_of}T00:00:00Z",
        "body": [_text("tagging", role), *(_bodies(case, claim) if claim else [])],
        "target": {
            "type": "SpecificResource",
            "source": {"id": "article.txt", "type": "Text", "format": "text/plain"}
            | ({"via": case.article.url} if case.article.url else {}),
            "selector": [_position(case.article.text, selector, unit), _quote(selector)],
        },
    }


def _bodies(case: Case, claim: str) -> Iterator[Json]:
    verdict = case.verdicts[claim]
    yield _text("tagging", verdict.verdict)
    yield _text("classifying", verdict.rule)
    for language, statement in case.claims[claim].statement.texts.items():
        yield _text("describing", statement, language)
    for language in LANGUAGES:
        yield _text("assessing", verdict.in_full().said(language, case.book), language)
    page = case.article.review_url or "index.html"
    yield {"type": "SpecificResource", "purpose": "linking", "source": f"{page}#{claim}"}


def _text(purpose: str, value: str, language: str = "") -> Json:
    body = {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}
    return body | {"language": language} if language else body


def _position(text: str, selector: Selector, unit: str) -> Json:
    start, end = selector.start, selector.end
    if unit == "utf-16":
        start, end = (len(text[:place].encode("utf-16-le")) // 2 for place in (start, end))
    return {"type": "TextPositionSelector", "start": start, "end": end, "schema:unitText": UNITS[unit]}


def _quote(selector: Selector) -> Json:
    return {
        "type": "TextQuoteSelector",
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
    }
