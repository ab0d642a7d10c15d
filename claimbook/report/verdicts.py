"""The headline, the first screen and the tables of verdicts."""

from collections import Counter

from claimbook.judge import stability
from claimbook.judge.evidence import decides
from claimbook.judge.verdict import MARKS, SENTENCES, SUB_REASONS, VERDICTS, single
from claimbook.language.phrase import listed, parted, phrase
from claimbook.report import blocks
from claimbook.report.arithmetic import checks_table
from claimbook.report.evidence import evidence_table

ORDER = ("contradicted", "conflicting", "supported", "unsupported", "unchecked")
COLUMNS = ("id", "published words", "claim", "verdict", "confidence", "why")


def counts(case, numbers=True):
    """Count the verdicts on the numeric claims, or on the statements.

    Returns
    -------
    dict of str to int
        ``claims``, each verdict, ``supported with a caveat``, and the sub-reasons of unsupported.
    """
    chosen = [case.verdicts[c.id] for c in case.claims.values() if c.is_number == numbers]
    found = Counter(verdict.verdict for verdict in chosen)
    total = {"claims": len(chosen)} | {name: found[name] for name in VERDICTS}
    total["supported with a caveat"] = sum(v.verdict == "supported" and bool(v.caveat) for v in chosen)
    return total | {name: sum(single(v) == name for v in chosen) for name in SUB_REASONS}


def headline(case):
    """Say the result in five sentences."""
    number, words = counts(case), counts(case, numbers=False)
    results = Counter(outcome.result for outcome in case.outcomes)
    searches = sum(search.outcome != "lead" for search in case.searches)
    return [
        phrase("{n} numeric claims: {tally}.", n=number["claims"], tally=_tally(number)),
        _unsupported(number),
        phrase("{n} statements that the numbers lean on: {tally}.", n=words["claims"], tally=_tally(words)),
        phrase(
            "{n} arithmetic checks: {holds} hold, {fails} fail, {undetermined} undetermined "
            "(they would fail under a reading that the article does not state).",
            n=len(case.outcomes),
            **{name: results[name] for name in ("holds", "fails", "undetermined")},
        ),
        phrase(
            "Behind this: {figures} figures from {sources} sources, {searches} logged searches.",
            figures=len({item.figure.id for item in case.evidence}),
            sources=len({item.figure.source.id for item in case.evidence}),
            searches=searches,
        ),
    ]


def _unsupported(number):
    if not number["unsupported"]:
        return phrase("Of the numeric claims, none is unsupported.")
    found = [(told, number[name]) for name, told in SUB_REASONS.items() if number[name]]
    kinds = [phrase("{meaning} ({n})", meaning=phrase(told), n=n) for told, n in found]
    return phrase("Unsupported is not false. Of the {n}: {kinds}.", n=number["unsupported"], kinds=parted(kinds))


def _tally(number):
    caveat, supported = number["supported with a caveat"], number["supported"]
    share = "" if caveat == supported else phrase("{n} of them ", n=caveat)
    inside = phrase(" ({share}true only by itself, in a story that is not)", share=share) if caveat else ""
    others = ["contradicted", "conflicting", "unsupported", *(["unchecked"] if number["unchecked"] else [])]
    first = phrase("{n} supported{inside}", n=supported, inside=inside)
    return listed([first, *(phrase("{n} {verdict}", n=number[name], verdict=phrase(name)) for name in others)])


def contradicted_lines(case):
    """Return a line for each contradicted claim, numbers first."""
    chosen = [c for c in case.claims.values() if case.verdicts[c.id].verdict == "contradicted"]
    return [
        f"{claim.id} “{claim.selector.exact}”: {claim.statement_en} ({case.verdicts[claim.id].confidence} confidence)"
        for claim in sorted(chosen, key=lambda claim: not claim.is_number)
    ]


def decided(case):
    """Return the claims that are not unsupported, the gravest first, numbers before statements."""
    order = [name for name in ORDER if name not in ("unsupported", "unchecked")]
    chosen = [claim for claim in case.claims.values() if case.verdicts[claim.id].verdict in order]
    return sorted(chosen, key=lambda c: (order.index(case.verdicts[c.id].verdict), not c.is_number))


def as_of(case):
    """Return the last day on which a source was read or a search was made, as ``YYYY-MM-DD``."""
    read = [item.figure.source.read_on for item in case.evidence] + [search.date for search in case.searches]
    return max([*read, case.article.read_on])


def front(case):
    """Show the first screen: what was checked, the result, and the worst findings."""
    article = case.article
    how = "read live" if article.read == "live" else f"read in a {article.read}"
    why = f" ({article.period_reason})" if article.period_reason else ""
    undated = f"undated claims stand for {article.period.replace('/', ' to ')}{why}"
    read = f"{article.publisher}; {how} on {article.read_on}; {undated}."
    link = blocks.Link(article.url, article.url)
    address, linked = (f"{link} · ", f"{link.html} · ") if article.url else ("", "")
    meaning = " ".join(f"{MARKS[name]}: {VERDICTS[name]}." for name in ("supported", "contradicted", "unsupported"))
    return blocks.joined(
        [
            blocks.heading(f"{article.title} ({article.title_en})" if article.title_en else article.title, 2),
            blocks.Block(f"<p>{linked}{blocks.safe(read)}</p>", f"{address}{read}"),
            blocks.bullets(headline(case)),
            blocks.paragraph(meaning),
            verdict_table(case, ("contradicted", "conflicting", "supported"), caption="Contradicted first"),
            *(
                blocks.paragraph(f"Missing in the article itself: {gap['what']} after “{gap['after']}”. {gap['note']}")
                for gap in article.missing
            ),
        ]
    )


def verdict_table(case, verdicts=ORDER, numbers=None, caption=""):
    """Show claims with their verdicts, the gravest verdict first.

    Parameters
    ----------
    verdicts : sequence of str
        Only these verdicts.
    numbers : bool, optional
        Only numeric claims (True) or only statements (False).
    """
    chosen = [
        c for c in case.claims.values() if case.verdicts[c.id].verdict in verdicts and numbers in (None, c.is_number)
    ]
    chosen.sort(key=lambda claim: (ORDER.index(case.verdicts[claim.id].verdict), not claim.is_number))
    return blocks.table([_verdict_row(case, claim) for claim in chosen], COLUMNS, caption)


def unsupported(case, kind):
    """Show the unsupported numeric claims of one kind, a key of `claimbook.judge.verdict.SUB_REASONS`."""
    chosen = [c for c in case.claims.values() if c.is_number and single(case.verdicts[c.id]) == kind]
    return blocks.table([_verdict_row(case, claim) for claim in chosen], COLUMNS, f"{len(chosen)}: {SUB_REASONS[kind]}")


def _verdict_row(case, claim):
    verdict = case.verdicts[claim.id]
    kind = f" ({SUB_REASONS[single(verdict)]})" if verdict.sub_reasons else ""
    note = f"Note: {claim.note}." if claim.note and verdict.verdict != "unsupported" else ""
    why = " ".join(filter(None, (str(verdict.reason), str(verdict.caveat), note)))
    return (claim.id, claim.selector.exact, claim.statement_en, MARKS[verdict.verdict] + kind, verdict.confidence, why)


def contradictions(case):
    """Show each contradicted claim: the published words, the evidence or computation, and what it does not mean."""
    chosen = [c for c in case.claims.values() if case.verdicts[c.id].verdict == "contradicted"]
    return blocks.joined(one(case, claim.id) for claim in sorted(chosen, key=lambda claim: not claim.is_number))


def one(case, name):
    """Show one claim with everything about it that bears on its verdict."""
    claim, verdict = case.claims[name], case.verdicts[name]
    shown = [
        blocks.heading(f"{name}: {claim.statement_en}"),
        blocks.quotation(case.article.quote(claim.selector.start, claim.selector.end)),
        blocks.paragraph(f"{MARKS[verdict.verdict]}, {verdict.confidence} confidence: {_rule_in_words(verdict)}"),
        blocks.paragraph(f"{verdict.reason} {verdict.caveat}"),
        *([blocks.paragraph(f"Note: {claim.note}.")] if claim.note else []),
    ]
    deciding = [item for item in case.evidence if item.claim.id == name and decides(item)]
    if deciding:
        shown.append(evidence_table(deciding))
    tried = [o for o in case.outcomes if name in o.check.conclusion]
    if tried:
        shown.append(checks_table(tried))
    return blocks.joined([*shown, blocks.paragraph(str(stability.sentence(case.flips[name])))])


def _rule_in_words(verdict):
    return SENTENCES[verdict.rule].partition(": ")[2]


def rules(case):
    """Show the rules in the order in which they are tried, and how many verdicts each one made."""
    made = Counter(verdict.rule for verdict in case.verdicts.values())
    return blocks.table(
        [(name, sentence, made[name]) for name, sentence in SENTENCES.items()], ("rule", "sentence", "verdicts")
    )
