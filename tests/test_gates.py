"""Every rule, and every gate before it, can fail: switched off one at a time, each changes a verdict of a small case."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest

from claimbook.judge import beside, check, confidence, evidence, facts, near, reason, rules
from claimbook.judge.check import Check, Result, evaluate
from claimbook.judge.evidence import BASE, Policy
from claimbook.judge.facts import Facts
from claimbook.judge.source import Figure
from claimbook.quantity import quantity
from claimbook.quantity.quantity import Quantity
from claimbook.tables.vocabulary import Checkability, Copy, Relation, Tier
from tests.test_verdict import CLAIM, WIDELY, item, outcome, search

UNDEFINED = replace(CLAIM, checkability=Checkability.UNDEFINED, checkability_reason="share of what")
PRIVATE = replace(CLAIM, checkability=Checkability.PRIVATE, checkability_reason="internal")


def case(*items, claim=CLAIM, searches=(), outcomes=(), policy=BASE, own=None):
    """Return the facts of one claim."""
    return Facts(claim, tuple(items), tuple(searches), tuple(outcomes), policy, own or {})


def number(low, high="", comparator="=", precision="rounded"):
    """Return a quantity in percent."""
    return Quantity(Decimal(low), Decimal(high or low), "percent", comparator, precision)


def pair(mine, theirs, relation="same", direction=""):
    """Return the facts of a claim of one quantity beside a figure of another."""
    beside_it = item(18, relation, direction=direction)
    claim = replace(CLAIM, quantity=mine)
    return case(replace(beside_it, claim=claim, figure=replace(beside_it.figure, quantity=theirs)), claim=claim)


def computed(*parts):
    """Return a figure computed from the figures of other evidence, beside the claim."""
    first = parts[0]
    return replace(first, figure=replace(first.figure, parts=tuple(part.figure for part in parts), formula="a - b"))


def tried(basis):
    """Return a check that does not come out, evaluated."""
    made = Check("k01", "", "1 percent", "=", "2 percent", "percent", ("c02",), ("c01",), basis, "a reading", "1 is 2.")
    return evaluate(made, {})


def facets(known):
    """Return facts of two facets of one claim and of one that follows from the second, which is wrong."""
    follows = replace(CLAIM, id="c03", depends_on=("c02",))
    claims = {name: replace(CLAIM, id=name, facet_of="c01") for name in ("c01", "c02")} | {"c03": follows}
    values = {"c01": 18, "c02": 30, "c03": 18}
    return {name: replace(known, claim=one, evidence=(replace(item(values[name]), claim=one),)) for name, one in claims.items()}  # fmt: skip


WIDE_SEARCH = [search(n, language, where=where) for n, (language, where) in enumerate(WIDELY)]
LOW_DIGEST = item(18, copy="digest", origin="b", source="s2")
NEAR = replace(item(30, "proxy"), points="higher")
OTHER = item(18, "proxy")

# What each case comes to: verdict, confidence (or depth of the search) and rule.
CASES = {
    "own arithmetic": (case(item(18), outcomes=[outcome("fails")]), "contradicted high own_arithmetic"),
    "not robust": (case(outcomes=[outcome("fails", robust=False)]), "contradicted moderate own_arithmetic"),
    "no premise": (case(outcomes=[outcome("fails", premise=())]), "contradicted low own_arithmetic"),
    "under a reading": (case(item(18), outcomes=[tried("reading")]), "supported moderate agreed"),
    "a premise": (case(item(18), outcomes=[outcome("fails", ("c02",), ("c01",))]), "supported moderate agreed"),
    "nobody looked": (case(), "unchecked thinly searched nobody_looked"),
    "a search of the section": (case(searches=[search(1, scope="section")]), "unchecked thinly searched nobody_looked"),
    "a lead alone": (case(searches=[search(1, outcome="lead")]), "unchecked thinly searched nobody_looked"),
    "undefined": (case(item(30), claim=UNDEFINED), "unsupported thinly searched undefined_metric"),
    "private": (case(claim=PRIVATE, searches=[search(1)]), "unsupported thinly searched not_found"),
    "agreed": (case(item(18)), "supported moderate agreed"),
    "excluded": (case(item(30)), "contradicted moderate excluded"),
    "divided": (case(item(18, tier="primary"), item(30, origin="b", source="s2")), "conflicting moderate divided"),
    "proxy": (case(item(30, "proxy")), "unsupported thinly searched not_found"),
    "tertiary": (case(item(18, tier="tertiary")), "unsupported thinly searched not_found"),
    "left out": (case(item(18), policy=Policy(without="s1")), "unsupported thinly searched not_found"),
    "primary": (case(item(18, tier="primary")), "supported high agreed"),
    "one's own": (case(item(18, tier="primary"), own={"reporter": "Reporter"}), "supported moderate agreed"),
    "two origins": (case(item(18), item(18, origin="b", source="s2")), "supported high agreed"),
    "one voice": (case(item(18), item(18, source="s2")), "supported moderate agreed"),
    "a digest": (case(item(18, copy="digest")), "supported low agreed"),
    "a digest beside": (case(item(18), LOW_DIGEST), "supported moderate agreed"),
    "an open lead": (case(item(18), searches=[search(1, outcome="lead")]), "supported low agreed"),
    "a bound excludes": (case(item(30, "bound", direction="claim >= figure")), "contradicted low excluded"),
    "a bound agrees": (case(item(10, "bound", direction="claim >= figure")), "unsupported thinly searched not_found"),
    "a bound beside": (
        case(item(30), item(30, "bound", direction="claim >= figure", origin="b", source="s2")),
        "contradicted moderate excluded",
    ),
    "computed, weak": (case(computed(item(18), item(18, tier="tertiary", source="s2"))), "unsupported thinly searched not_found"),
    "computed, digest": (case(computed(item(18), item(18, copy="digest", source="s2"))), "supported low agreed"),
    "computed, one voice": (
        case(computed(item(18), item(18, origin="b", source="s2")), item(18, origin="b", source="s3")),
        "supported moderate agreed",
    ),
    "two readings": (pair(number("3", "4", precision="readings"), number("3", precision="exact")), "unsupported thinly searched not_found"),
    "rounded": (pair(number("18"), number("18.4")), "supported moderate agreed"),
    "rounded apart": (pair(number("13"), number("12")), "contradicted moderate excluded"),
    "an end point": (pair(number("10", "18", precision="exact"), number("18", "25", precision="exact")), "supported low agreed"),
    "in round words": (pair(number("10", precision="spoken"), number("11.3")), "supported moderate agreed"),
    "about": (pair(number("100", comparator="~"), number("108")), "supported moderate agreed"),
    "two limits": (pair(number("800", comparator=">="), number("5000", comparator=">=")), "contradicted moderate excluded"),
    "less than": (pair(number("5", comparator="<", precision="exact"), number("5", precision="exact")), "contradicted moderate excluded"),
    "well searched": (case(searches=WIDE_SEARCH), "unsupported well searched not_found"),
    "in one place": (case(searches=[search(n, ("zh", "en")[n % 2]) for n in range(4)]), "unsupported thinly searched not_found"),
    "too few": (case(searches=WIDE_SEARCH[1:]), "unsupported thinly searched not_found"),
    "a lead is open": (case(searches=[*WIDE_SEARCH, search(9, outcome="lead")]), "unsupported a lead is open not_found"),
}  # fmt: skip


def anew(known: Facts) -> Facts:
    """Return the same facts with nothing that was worked out on them before, such as with all gates in place."""
    return replace(known, evidence=tuple(replace(one, figure=replace(one.figure)) for one in known.evidence))


def judged(known: Facts) -> str:
    """Return verdict, confidence and rule as one line; what fails is a change too."""
    try:
        found = rules.decide(anew(known))
    except Exception as error:
        return type(error).__name__
    return f"{found.verdict} {found.confidence} {found.rule}"


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_judged(name):
    """With every gate in place each case is judged as its line says."""
    known, expected = CASES[name]

    assert expected == judged(known)


Switch = Callable[[pytest.MonkeyPatch], None]


def put(owner: object, name: str, value: object) -> Switch:
    """Return what puts something else in the place of a gate."""
    return lambda patch: patch.setattr(owner, name, value)


def always(value: object) -> Callable[..., object]:
    """Return a function that gives one answer."""
    return lambda *_, **__: value


def without(rule: Callable[..., object]) -> Switch:
    """Return what leaves a rule out."""
    return put(rules, "RULES", tuple(one for one in rules.RULES if one is not rule))


def nothing(**names: object) -> SimpleNamespace:
    """Return a stand-in for words of the vocabulary, in which some are words that no row has."""
    return SimpleNamespace(**(dict(Relation.__members__) | dict(Copy.__members__) | dict(Tier.__members__) | names))


def bound_agrees(one, reading, printed, tolerance):
    """Fit a bound as if it could support."""
    found = FITS(one, reading, printed, tolerance)
    return True if found is None else found


FITS = evidence._fits

GATES: dict[str, Switch] = {
    **{f"rule {rule.__name__}": without(rule) for rule in rules.RULES},
    "relation may decide": put(Relation, "may_decide", property(always(True))),
    "tier may decide": put(facts, "decides", lambda one, _: one.relation.may_decide),
    "a source that is left out decides nothing": put(
        facts, "decides", lambda one, policy: one.relation.may_decide and one.figure.tier in policy.tiers
    ),
    "self-interest": put(confidence, "interested", always("")),
    "a digest alone is low": put(confidence, "Copy", nothing(DIGEST=None)),
    "a bound alone is low": put(confidence, "Relation", nothing(BOUND=None)),
    "a bound never supports": put(evidence, "_fits", bound_agrees),
    "an end point is low": put(confidence, "at_end_point", always(False)),
    "an open lead lowers": put(confidence, "_lower", lambda grade, _: grade),
    "a primary author is strong": put(confidence, "Tier", nothing(PRIMARY=None)),
    "two origins are strong": put(confidence, "combinations", always(())),
    "one origin is one voice": put(Figure, "origins", property(lambda one: frozenset({object()}))),
    "a computed figure has all origins": put(Figure, "origins", property(lambda one: frozenset({one.origin}))),
    "a computed figure is as weak as its weakest part": put(Figure, "tier", property(lambda one: one.source.tier)),
    "a computed figure is read as badly as its worst part": put(Figure, "copy", property(lambda one: one.source.copy)),
    "both readings": put(Quantity, "readings", lambda one: (replace(one, high=one.low, precision="exact"),)),
    "rounding": put(quantity, "half_step", always(Decimal(0))),
    "rounded apart": put(evidence, "can_be_one", lambda a, b, _: a.interval().overlaps(b.interval())),
    "round words": put(quantity, "SPOKEN", Decimal(0)),
    "about": put(quantity, "ABOUT", Decimal(0)),
    "two limits are compared by their levels": put(quantity, "comparable", lambda a, b, t: (a.interval(t), b.interval(t))),
    "a limit that is excluded": put(quantity, "_kept_apart", always(False)),
    "only a search for the claim counts": put(Facts, "logged", property(lambda one: list(one.searches))),
    "a lead is no search": put(Facts, "own_searches", property(lambda one: one.logged)),
    "enough searches": put(confidence, "ENOUGH_SEARCHES", 1),
    "searches in more than one place": put(
        confidence, "by_search", lambda one: "well searched" if len(one.own_searches) >= 4 else "thinly searched"
    ),
    "an open lead is said": put(Facts, "leads", property(always([]))),
    "only the conclusion falls": put(Facts, "concluding", property(lambda one: list(one.outcomes))),
    "a reading is undetermined": put(check, "CheckBasis", SimpleNamespace(READING=None)),
    "arithmetic is graded": put(confidence, "by_arithmetic", always("high")),
    "a conflict is as sure as the weaker side": put(confidence, "weaker", lambda a, b: max(a, b, key=confidence.CONFIDENCES.index)),
}  # fmt: skip


@pytest.mark.parametrize("gate", GATES)
def test_a_gate_is_noticed(gate, monkeypatch):
    """Without it at least one case is judged otherwise."""
    GATES[gate](monkeypatch)
    made = {"under a reading": case(item(18), outcomes=[tried("reading")])}  # its check is evaluated again

    assert [name for name, (known, expected) in CASES.items() if expected != judged(made.get(name, known))]


WORDS: dict[str, tuple[Switch, dict[str, Facts]]] = {
    "a wrong facet": (put(beside, "_wrong", always([])), facets(case())),
    "what it follows from": (put(beside, "_quoted", always("")), facets(case())),
    "an open facet": (
        put(beside, "_open", always([])),
        facets(case()) | {"c02": case(searches=[search(1)], claim=replace(CLAIM, id="c02", facet_of="c01"))},
    ),
    "an exception of a rule": (
        put(beside, "_exceptions", always([])),
        {"c01": case(replace(item(18), figure=replace(item(18).figure, exception="small banks")))},
    ),
    "a premise that does not fit": (
        put(beside, "_unfit", always([])),
        {
            "c01": case(item(18), outcomes=[outcome("fails", ("c02",), ("c01",))]),
            "c02": case(item(30), claim=replace(CLAIM, id="c02")),
        },
    ),
    "the number of another thing": (
        put(beside, "elsewhere", always("")),
        {"c01": case(replace(OTHER, figure=replace(OTHER.figure, metric="share")))},
    ),
    "another thing, not the same": (
        put(near, "_other", lambda one: (near.AS, one.figure.metric, "x")),
        {"c01": case(OTHER)},
    ),
    "which way near figures point": (put(reason, "pointing", always([])), {"c01": case(NEAR)}),
    "only named authors point": (
        put(Tier, "may_decide", property(always(True))),
        {"c01": case(replace(NEAR, figure=replace(NEAR.figure, source=replace(NEAR.figure.source, tier=Tier.TERTIARY))))},
    ),
    "one voice is said": (put(reason, "_one_voice", always(())), {"c01": case(item(18), item(18, source="s2"))}),
    "whose figure it is": (put(rules, "_interest", always("")), {"c01": case(item(18), own={"reporter": "Reporter"})}),
    "the tolerance is said": (
        put(reason, "_width", always(())),
        {"c01": pair(number("10", precision="spoken"), number("11.3"))},
    ),
    "a private claim is said": (put(rules, "Checkability", SimpleNamespace(PRIVATE=None, UNDEFINED=None)), {"c01": CASES["private"][0]}),
    "tertiary only is said": (put(Facts, "unsourced", property(always([]))), {"c01": CASES["tertiary"][0]}),
}  # fmt: skip


@pytest.mark.parametrize("gate", WORDS)
def test_what_is_said_beside_a_verdict_is_noticed(gate, monkeypatch):
    """Without it at least one claim has other words or sub-reasons beside its verdict."""
    switch, known = WORDS[gate]
    before = told(known)
    switch(monkeypatch)

    assert before != told(known)


def told(known: dict[str, Facts]) -> list[tuple[str, ...]]:
    """Return what is said of each claim."""
    made = beside.judge({name: anew(one) for name, one in known.items()})
    return [(str(one.reason), str(one.caveat), *one.sub_reasons) for one in made.values()]


def test_every_result_of_a_check_is_tried():
    """A check that holds, fails and is undetermined is in the cases above or here."""
    assert [Result.UNDETERMINED, Result.FAILS] == [tried(basis).result for basis in ("reading", "definition")]
    assert "supported moderate agreed" == judged(case(item(18), outcomes=[outcome("holds")]))
