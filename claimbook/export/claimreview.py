"""ClaimReview, schema.org's words for a fact check, one for each claim that has a verdict."""

from collections.abc import Mapping
from typing import Any

from claimbook.case.case import Case
from claimbook.judge.finding import Finding
from claimbook.judge.verdict import Label, Verdict
from claimbook.language.phrase import LANGUAGES, Spoken, phrase

Json = dict[str, Any]

# Readers of ClaimReview take a number near the worst rating for false, near the best for true, between for half true
# (developers.google.com, Fact Check markup). Unsupported is none of these, and a number has no room for a doubt or a
# caveat; such verdicts are rated in words alone.
RATINGS = {Label.CONTRADICTED: 1, Label.CONFLICTING: 2, Label.SUPPORTED: 3}
SCALE = "1: contradicted; 2: conflicting; 3: supported"
NO_NUMBER = "no number: not decided, decided with low confidence, or with a caveat; see the review's text"


def reviews(case: Case, page: str = "") -> Json:
    """Return the JSON-LD of all reviews.

    Parameters
    ----------
    case : Case
    page : str
        Address of the page; an empty one makes every address relative to the place of the JSON-LD.

    Returns
    -------
    dict
        A graph of ``ClaimReview`` (https://schema.org/ClaimReview).
    """
    chosen = [found for found in case.findings.values() if found.verdict.verdict is not Label.UNCHECKED]
    return {"@context": "https://schema.org", "@graph": [_review(case, found, page) for found in chosen]}


def _review(case: Case, found: Finding, page: str) -> Json:
    article, claim, verdict = case.article, found.claim, found.verdict
    return {
        "@type": "ClaimReview",
        **({"creativeWorkStatus": "Draft"} if case.is_draft else {}),
        "@id": f"{page}#{claim.id}",
        "url": f"{page}#{claim.id}",
        "claimReviewed": claim.statement.said(article.language),
        "inLanguage": list(LANGUAGES),
        "datePublished": case.as_of,
        "author": {"@type": "Organization", "name": case.article.reviewer or "Claimbook"},
        "itemReviewed": {
            "@type": "Claim",
            "name": " · ".join(claim.statement.texts.values()),
            "text": article.quote(claim.selector.start, claim.selector.end),
            "inLanguage": article.language,
            "author": {"@type": "Organization", "name": article.publisher},
            "appearance": {
                "@type": "CreativeWork",
                **({"url": article.url} if article.url else {}),
                "headline": article.title,
                "inLanguage": article.language,
                "publisher": {"@type": "Organization", "name": article.publisher},
            },
        },
        "reviewRating": _rating(verdict),
        "reviewAspect": verdict.rule,
        "reviewBody": _said(verdict.in_full(), "\n", case.book),
    }


def _rating(verdict: Verdict) -> Json:
    """Rate a verdict on a scale that the rating itself explains, or in words where no number is true."""
    value = None if verdict.caveat or verdict.confidence == "low" else RATINGS.get(verdict.verdict)
    numbers = {"ratingValue": value, "bestRating": max(RATINGS.values()), "worstRating": min(RATINGS.values())}
    return {
        "@type": "Rating",
        **(numbers if value else {}),
        "alternateName": _said(phrase(verdict.verdict), " · "),
        "ratingExplanation": _said(phrase(SCALE if value else NO_NUMBER), " · "),
    }


def _said(thing: Spoken, between: str, book: Mapping[str, str] | None = None) -> str:
    """Say a thing in both languages as one plain text, which every reader of the vocabulary takes."""
    return between.join(thing.said(language, book) for language in LANGUAGES)
