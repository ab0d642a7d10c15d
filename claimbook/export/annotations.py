"""W3C Web Annotations: every mention and statement of the article, anchored, with its verdict.

Offsets of a TextPositionSelector are Unicode code points, as the recommendation says
(https://www.w3.org/TR/annotation-model/#text-position-selector). Browsers count UTF-16 units; `collection` writes
either, and says which.
"""

from claimbook import report
from claimbook.judge.claim import selector_of
from claimbook.language.phrase import HAN
from claimbook.report.marks import owners

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}]
UNITS = {"code points": "Unicode code points", "utf-16": "UTF-16 code units"}


def collection(case, unit="code points"):
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
    return {
        "@context": CONTEXT,
        "id": f"{base}:annotations",
        "type": "AnnotationCollection",
        "label": f"Numbers and claims of “{case.article.title}”; offsets in {UNITS[unit]}, end exclusive",
        "total": len(items),
        "first": {"id": f"{base}:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _anchors(case):
    """Yield the id, the selector, the role and the claim of every mention and statement, in the order of the text."""
    hangs = owners(case)
    found = [
        (row["mention"], selector_of(row), row["role"], hangs.get(row["mention"]) or row["of"])
        for row in case.rows("mentions")
    ]
    found += [(c.id, c.selector, "statement", c.id) for c in case.claims.values() if not c.is_number]
    return sorted(found, key=lambda one: (one[1].start, -one[1].end))


def _annotation(case, base, unit, name, selector, role, claim):
    return {
        "id": f"{base}:{name}",
        "type": "Annotation",
        "motivation": "assessing" if claim else "classifying",
        "created": f"{report.as_of(case)}T00:00:00Z",
        "body": [_text("tagging", role), *(_bodies(case, claim) if claim else [])],
        "target": {
            "type": "SpecificResource",
            "source": {"id": "article.txt", "type": "Text", "format": "text/plain"}
            | ({"via": case.article.url} if case.article.url else {}),
            "selector": [_position(case.article.text, selector, unit), _quote(selector)],
        },
    }


def _bodies(case, claim):
    found, verdict = case.claims[claim], case.verdicts[claim]
    yield _text("tagging", verdict.verdict)
    said = {"en": found.statement_en, "zh": found.statement_zh}
    if said["en"] == said["zh"]:
        said.pop("en" if HAN.search(said["zh"]) else "zh")
    for language, statement in said.items():
        yield _text("describing", statement, language)
    yield _text("assessing", verdict.told().said("en"), "en")
    yield _text("assessing", verdict.told().said("zh", case.book), "zh")
    page = case.article.review_url or "index.html"
    yield {"type": "SpecificResource", "purpose": "linking", "source": f"{page}#{claim}"}


def _text(purpose, value, language=""):
    body = {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}
    return body | {"language": language} if language else body


def _position(text, selector, unit):
    start, end = selector.start, selector.end
    if unit == "utf-16":
        start, end = (len(text[:place].encode("utf-16-le")) // 2 for place in (start, end))
    return {"type": "TextPositionSelector", "start": start, "end": end, "schema:unitText": UNITS[unit]}


def _quote(selector):
    return {
        "type": "TextQuoteSelector",
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
    }
