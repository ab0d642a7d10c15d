"""Checks: as a table, and as the questions they ask."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from claimbook.case.case import Case
from claimbook.judge.check import Check, Outcome, Result, inputs
from claimbook.language.phrase import Spoken, listed, phrase
from claimbook.report import blocks

END = re.compile("_(low|high)$")  # one end of a number, as a check names it


@dataclass(frozen=True)
class Question:
    """What the checks of the same claims ask together; its checks are the ways to compute it, the gravest first."""

    claims: tuple[str, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def result(self) -> Result:
        """The gravest result."""
        return self.outcomes[0].result


def asked(case: Case) -> list[Question]:
    """Group the checks by the claims they are about, and return the questions, the gravest first.

    A check that concludes on no claim and starts from none belongs to the question about the claims it computes with,
    if there is one. That a range runs from its lower to its higher end asks nothing, and is left out while it holds.
    """
    groups: dict[frozenset[str], list[Outcome]] = {}
    outcomes = [outcome for outcome in case.outcomes if not _is_plain_range(outcome)]
    firm = {outcome.check.id: set(outcome.check.conclusion + outcome.check.premise) for outcome in outcomes}
    for outcome in outcomes:
        about = firm[outcome.check.id] or _host(_involved(case, outcome.check), firm.values()) or {outcome.check.id}
        groups.setdefault(frozenset(about), []).append(outcome)
    questions = [Question(_in_order(case, about), _gravest_first(group)) for about, group in groups.items()]
    return sorted(questions, key=lambda question: question.result.rank)


def _is_plain_range(outcome: Outcome) -> bool:
    used = inputs(outcome.check)
    ends = {END.sub("", name) for name in used}
    return outcome.result is Result.HOLDS and len(ends) == 1 and len(set(used)) == 2 and all(map(END.search, used))


def _involved(case: Case, check: Check) -> set[str]:
    """Return the claims that a check computes with, also where it names their numbers."""
    of = {entry.id: entry.claim for entry in case.mentions if entry.claim}
    names = {END.sub("", name) for name in inputs(check)}
    return {of.get(name, name) for name in names} & case.claims.keys()


def _host(involved: set[str], groups: Iterable[set[str]]) -> set[str]:
    """Return the smallest group that all the claims involved belong to, or else themselves."""
    return min((group for group in groups if group and involved and involved <= group), key=len, default=involved)


def _in_order(case: Case, about: Iterable[str]) -> tuple[str, ...]:
    chosen = set(about)
    return tuple(name for name in case.claims if name in chosen)


def _gravest_first(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    return tuple(sorted(outcomes, key=lambda outcome: (outcome.result.rank, outcome.check.id)))


# What stands above the questions of a result, and what one of its checks is called.
TITLES = {
    Result.FAILS: ("What cannot all be true", "wrong"),
    Result.UNDETERMINED: ("What is wrong only under a reading the article does not give", "wrong only under a reading"),
    Result.HOLDS: ("What comes out right", "right"),
}


def questions(case: Case, result: Result | str) -> blocks.Block:
    """Show every question of arithmetic that comes to one result, each with its computations in a fold.

    Parameters
    ----------
    result : str
        ``fails``, ``undetermined`` or ``holds``; of several computations the gravest counts.
    """
    title, words = TITLES[Result(result)]
    chosen = [_question(case, question) for question in asked(case) if question.result == result]
    inner = blocks.joined(chosen) if chosen else None
    return blocks.section(
        phrase("{title} ({n})", title=phrase(title), n=len(chosen)),
        inner,
        phrase("No question of arithmetic comes out {how}.", how=phrase(words)),
    )


def _question(case: Case, question: Question) -> blocks.Block:
    first = question.outcomes[0]
    about = [f"{name} “{case.claims[name].selector.exact}”" for name in question.claims]
    asked_of = (
        phrase("About {claims}.", claims=listed(about)) if about else phrase("{why}.", why=phrase(first.check.title))
    )
    told = blocks.pair(first.words, " ".join(filter(None, (str(asked_of), _rests_on(first)))))
    return told + blocks.folded(_ways(question), checks_table(question.outcomes))


def _rests_on(outcome: Outcome) -> str:
    """Say the reading under which a check comes to its result; a reading mostly begins with “if”."""
    reading, result = outcome.check.reading, outcome.result
    if not reading:
        return ""
    if not reading.startswith("if "):
        return str(phrase("Read plainly: {reading}.", reading=phrase(reading)))
    return str(phrase(RESTS[result], reading=phrase(reading)))


RESTS = {
    Result.FAILS: "Wrong {reading}.",
    Result.UNDETERMINED: "Wrong only {reading}.",
    Result.HOLDS: "Right {reading}.",
}


def _ways(question: Question) -> Spoken:
    tally = Counter(outcome.result for outcome in question.outcomes)
    ways = [phrase("{n} {how}", n=tally[one], how=phrase(word)) for one, (_, word) in TITLES.items() if tally[one]]
    number = len(question.outcomes)
    if number == 1:
        return phrase("The computation")
    return phrase("Computed in {n} ways: {ways}", n=number, ways=listed(ways))


def checks_table(outcomes: Iterable[Outcome]) -> blocks.Block:
    """Show checks: the question, the computation in words, and what it comes to."""
    rows = [
        (o.check.id, phrase(o.check.title), o.words, o.result, phrase(why), phrase(o.check.caveat))
        for o in _gravest_first(outcomes)
        for why in (o.check.reading or o.check.basis,)
    ]
    return blocks.table(rows, ("id", "question", "computation", "result", "would fail / rests on", "caveat"))
