"""All claims of an article judged, and what belongs beside each verdict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claimbook.judge.check import Result
from claimbook.judge.facts import Facts
from claimbook.judge.lazily import Lazily
from claimbook.judge.near import elsewhere
from claimbook.judge.rules import decide
from claimbook.judge.verdict import Label, Verdict
from claimbook.language.phrase import Spoken, listed, phrase, sentences
from claimbook.tables.vocabulary import MACHINE, Relation


def judge(facts: Mapping[str, Facts]) -> Mapping[str, Verdict]:
    """Judge every claim on its facts, each when its verdict is asked for.

    Parameters
    ----------
    facts : dict of str to Facts
        By claim, in the order of the article.
    """
    verdicts = Lazily(facts, lambda name: decide(facts[name]))
    facets = _facets(facts)
    return Lazily(facts, lambda name: _beside(verdicts, facts, facets, name))


def _beside(
    verdicts: Mapping[str, Verdict], facts: Mapping[str, Facts], facets: Mapping[str, list[str]], key: str
) -> Verdict:
    """Add what belongs beside a verdict: premises that do not fit, facets, exceptions of rules, dependence."""
    verdict = verdicts[key]
    others = [name for name in facets[facts[key].claim.facet_of] if name != key]
    right = verdict.verdict is Label.SUPPORTED
    wrong = tuple(name for name in others if right and verdicts[name].verdict is Label.CONTRADICTED)
    open_ = [name for name in others if right and verdicts[name].verdict is Label.UNSUPPORTED]
    caveats = [*_unfit(facts, key), *_wrong(facts, wrong), *_open(facts, open_), *_exceptions(facts[key])]
    caveats += [*_by_machine(facts[key], verdict), *_unpublished(facts[key], verdict)]
    before = [name for name in facts[key].claim.depends_on if verdicts[name].verdict is Label.CONTRADICTED]
    why: Spoken = verdict.reason
    if before:
        why += phrase("What it is said to follow from is contradicted: {claims}.", claims=_quoted(facts, before))
    if not right:
        why = sentences(why, elsewhere(facts[key].evidence))
    return replace(verdict, reason=why, caveat=sentences(*caveats) if caveats else "", wrong_facets=wrong)


def _facets(facts: Mapping[str, Facts]) -> dict[str, list[str]]:
    """Return the facets of each compound claim by its head; a claim that is none of a compound has no others."""
    found: dict[str, list[str]] = {"": []}
    for name, known in facts.items():
        if head := known.claim.facet_of:
            found.setdefault(head, []).append(name)
    return found


def _quoted(facts: Mapping[str, Facts], names: Iterable[str]) -> Spoken:
    """Say claims in words with their ids, since an id alone says nothing to a reader."""
    words = "“{statement}” ({id})"
    return listed(phrase(words, statement=facts[name].claim.statement.clause, id=name) for name in names)


def _unfit(facts: Mapping[str, Facts], key: str) -> list[Spoken]:
    unfit: dict[tuple[str, ...], list[str]] = {}
    for outcome in facts[key].outcomes:
        if outcome.result is Result.FAILS and key in outcome.check.premise:
            unfit.setdefault(outcome.check.conclusion, []).append(outcome.check.id)
    words = "It does not fit {claims}, by {checks}."
    return [phrase(words, claims=_quoted(facts, others), checks=listed(checks)) for others, checks in unfit.items()]


def _wrong(facts: Mapping[str, Facts], claims: Sequence[str]) -> list[Spoken]:
    words = "The number is right, the story around it is not; contradicted: {claims}."
    return [phrase(words, claims=_quoted(facts, claims))] if claims else []


def _open(facts: Mapping[str, Facts], claims: Sequence[str]) -> list[Spoken]:
    words = "This is one part of what is said; unsupported: {claims}."
    return [phrase(words, claims=_quoted(facts, claims))] if claims else []


def _by_machine(known: Facts, verdict: Verdict) -> list[Spoken]:
    """Say which figures, where a verdict rests on them, were read by machine and may be misread."""
    resting = (item.figure for item in known.deciding if item.id in verdict.evidence)
    found = [part for figure in resting for part in figure.parts or (figure,) if part.source.read == MACHINE]
    words = "Read by machine in a picture or a scan: {figures}; compare it with the picture."
    printed = listed(f"“{figure.as_printed}” ({figure.id})" for figure in found)
    return [phrase(words, figures=printed)] if found else []


def _unpublished(known: Facts, verdict: Verdict) -> list[Spoken]:
    """Say that a reader cannot check what decides, where its holder has not published it."""
    deciding = [item.figure.private for item in known.deciding if item.id in verdict.evidence]
    if not any(deciding):
        return []
    alone = "It rests on a document that its holder has not published, and that no reader can check."
    return [phrase(alone if all(deciding) else "One of the documents behind it is not published by its holder.")]


def _exceptions(known: Facts) -> list[Spoken]:
    """Say the exceptions that the rules set beside a claim carry themselves."""
    relations = (Relation.RULE, Relation.SAME, Relation.PROXY)
    found = dict.fromkeys(item.figure.exception for item in known.evidence if item.relation in relations)
    return [phrase("The rule has an exception: {exception}.", exception=phrase(words)) for words in found if words]
