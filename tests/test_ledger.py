"""Every number of the article is in the ledger, where it says it is."""

import re

from claimbook.mention import mentions
from claimbook.report import ledger
from claimbook.text.selector import mismatch

# Digits and Chinese numerals, one by one: a scan that shares nothing with the extractor.
NUMERAL = re.compile(
    r"[0-9０-９零〇一二三四五六七八九十百千万亿两几半双倍兆壹贰叁肆伍陆柒捌玖拾佰仟]|数(?=[十百千万亿])"
)
# Words of this article that hold a numeral and name no quantity.
NOT_NUMBERS = ("这一现象", "第三方", "零钱通", "同一地区")


def outside(text, spans):
    """Return the numerals of a text that stand in none of the spans and in no word that is no number."""
    names = [m.span() for word in NOT_NUMBERS for m in re.finditer(word, text)]
    covered = {at for start, end in [*spans, *names] for at in range(start, end)}
    return [(m.start(), m[0]) for m in NUMERAL.finditer(text) if m.start() not in covered]


def spans(case):
    """Return start and end of every row of the ledger."""
    return [(entry.selector.start, entry.selector.end) for entry in case.mentions]


def test_no_numeral_is_outside_the_ledger(case):
    """An independent scan of all digits and numerals finds none outside the ledger."""
    assert [] == outside(case.article.text, spans(case))


def test_the_scan_notices_a_missing_number(case):
    """Without any one row of the ledger, the scan reports it."""
    rows = spans(case)
    for gone in rows:
        left = outside(case.article.text, [row for row in rows if row != gone])

        assert any(gone[0] <= at < gone[1] for at, _ in left), gone


def test_every_mention_stands_where_it_says(case):
    """Start, end, exact, prefix and suffix of every claim fit the text."""
    assert {""} == {mismatch(case.article.text, claim.selector) for claim in case.claims.values()}


def test_the_extractor_finds_the_ledger_and_nothing_else(case):
    """The shipped extractor finds exactly the numbers of the ledger, as one mention each."""
    found = [(m.selector.start, m.selector.end) for m in mentions(case.article.text)]

    assert spans(case) == found


def test_claims_say_what_their_mention_says(case):
    """A numeric claim has the low end of its mention, and its unit or a rate of it; a bare number takes any unit."""
    read = {(m.selector.start, m.selector.end): m.quantity for m in mentions(case.article.text)}
    for claim in case.claims.values():
        if claim.is_number:
            printed = read[claim.selector.start, claim.selector.end]

            assert printed.low == claim.quantity.low, claim.id
            assert printed.unit in ("count", claim.quantity.unit.split("/")[0]), claim.id


def test_every_claim_was_looked_for(case):
    """Every claim has deciding evidence, or at least four logged searches for it, two of them Chinese."""
    for name, finding in case.findings.items():
        own = finding.facts.own_searches
        enough = len({s.query for s in own}) >= 4 and sum(s.language == "zh" for s in own) >= 2

        assert enough or finding.verdict.verdict in ("supported", "contradicted", "conflicting"), name


def test_numerals_outside_every_number_are_shown():
    """A numeral that no number covers is shown between its neighbours; one that is covered is not."""
    assert ["这[一]现象"] == ledger.numerals_outside("这一现象有5个", [(5, 7)])


def test_the_extractor_and_the_ledger_agree(published):
    """In every published article the extractor finds nothing that is not listed."""
    listed = set(spans(published))

    assert [] == [
        m.selector.exact for m in mentions(published.article.text) if (m.selector.start, m.selector.end) not in listed
    ]
