"""One article with all that is known of it: load it, validate it, judge it. The map of the house."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, partial
from pathlib import Path

from claimbook.case.article import Article, load_article
from claimbook.case.cells import wrong_cells
from claimbook.case.computable import not_computable, not_computed, used
from claimbook.case.entry import Entry, entries_of
from claimbook.case.private import withheld
from claimbook.case.rules import problems
from claimbook.case.shown import Shown
from claimbook.case.sound import keep_sound, read_sound, state_of
from claimbook.case.unfinished import finished, is_gap, left_out
from claimbook.judge import stability
from claimbook.judge.beside import judge
from claimbook.judge.check import Check, Outcome, checks_of, evaluate, inputs
from claimbook.judge.claim import Claim, claims_of
from claimbook.judge.computed import computed_of
from claimbook.judge.evidence import BASE, Evidence, Policy, Search, evidence_of, searches_of
from claimbook.judge.facts import Facts, facts_of
from claimbook.judge.finding import Finding
from claimbook.judge.lazily import Lazily
from claimbook.judge.source import Figure, Source, figures_of, sources_of
from claimbook.judge.verdict import Label, Verdict
from claimbook.language.progress import progress
from claimbook.mention import mentions
from claimbook.quantity.quantity import Quantity
from claimbook.tables.fault import Fault, Problems, in_order
from claimbook.tables.files import checked
from claimbook.tables.schema import Row
from claimbook.tables.workspace import OPTIONAL, folder_of, paths, project_of
from claimbook.tables.writer import csv_of, settled


@dataclass(frozen=True, repr=False)
class Case(Shown):
    """An article, its tables as read, and the same as objects; everything else is computed from them."""

    folder: Path
    article: Article
    tables: dict[str, list[Row]]
    claims: dict[str, Claim]
    sources: dict[str, Source]
    figures: dict[str, Figure]
    evidence: tuple[Evidence, ...]
    searches: tuple[Search, ...]
    checks: tuple[Check, ...]
    gaps: tuple[Fault, ...] = ()  # what a draft still lacks
    in_work: tuple[str, ...] = ()  # ids of the claims that are not judged yet for that

    @property
    def is_draft(self) -> bool:
        """Whether something is still to be filled in, so that only what is complete is judged."""
        return bool(self.gaps)

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """Every claim with its verdict, its facts and its flips, by id, in the order of the article."""
        return Lazily(self.claims, self._finding)

    def _finding(self, claim: str) -> Finding:
        return Finding(self.claims[claim], self.verdicts[claim], self.facts[claim], partial(self._under, claim))

    @cached_property
    def mentions(self) -> tuple[Entry, ...]:
        """The numbers of the article as the ledger lists them, in the order of their rows."""
        return entries_of(self.tables["mentions"], self.claims)

    @cached_property
    def facts(self) -> dict[str, Facts]:
        """What bears on every claim, by id, in the order of the article."""
        outcomes = self._outcomes(BASE.tolerance)
        return facts_of(self.claims, self.evidence, self.searches, outcomes, own=self.article.voices)

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """The verdict on every claim, by id, in the order of the article."""
        return judge(self.facts)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcome of every check."""
        return self._outcomes(BASE.tolerance)

    @property
    def home(self) -> Path:
        """The workspace, which holds data, notebooks and build."""
        return project_of(self.folder)

    @cached_property
    def fingerprint(self) -> str:
        """A digest of all that the verdicts rest on: what has the same was made from the same data."""
        mentions = csv_of("mentions", self.tables["mentions"])
        parts = (self.article, mentions, self.claims, self.evidence, self.searches, self.checks)
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    @cached_property
    def as_of(self) -> str:
        """The last day on which a source was read or a search was made, as ``YYYY-MM-DD``."""
        read = {source.read_on for item in self.evidence for source in item.figure.sources}
        return max({*read, *(search.date for search in self.searches), self.article.read_on})

    @cached_property
    def book(self) -> dict[str, str]:
        """What the words of the data are in Chinese."""
        rows = self.tables["translations"]
        return {row["en"]: row["zh"] for row in rows}

    @cached_property
    def policies(self) -> dict[str, Policy]:
        """Every other policy that is tried, by its name."""
        return stability.policies(self.evidence)

    @property
    def flips(self) -> dict[str, dict[str, Label]]:
        """For every claim, the policies under which its verdict changes, and to what."""
        return {name: found.flips for name, found in self.findings.items()}

    def _under(self, claim: str, policy: Policy) -> Facts:
        """Return the facts of one claim under a policy; of all its parts, only the tolerance bears on checks."""
        facts = self.facts[claim]
        outcomes = tuple(self._outcome(outcome.check, policy.tolerance) for outcome in facts.outcomes)
        return replace(facts, policy=policy, outcomes=outcomes)

    def _outcomes(self, tolerance: str) -> tuple[Outcome, ...]:
        return tuple(self._outcome(check, tolerance) for check in self.checks)

    def _outcome(self, check: Check, tolerance: str) -> Outcome:
        """Evaluate a check once for each tolerance; no other part of a policy bears on it."""
        if (key := (check.id, tolerance)) not in self._evaluated:
            self._evaluated[key] = self.evaluated(check, tolerance)
        return self._evaluated[key]

    def evaluated(self, check: Check, tolerance: str = BASE.tolerance) -> Outcome:
        """Evaluate one check with what the case knows."""
        return evaluate(check, {name: self._known[name] for name in inputs(check)}, tolerance)

    @cached_property
    def _evaluated(self) -> dict[tuple[str, str], Outcome]:
        return {}

    @cached_property
    def _known(self) -> dict[str, Quantity]:
        """What a check may compute with: claims, figures, mentions and their ends, the number of sections."""
        numbers = mentions(self.article.text)
        found = {mention.selector.start: quantity for mention in numbers if (quantity := mention.quantity)}
        starts = {entry.id: entry.selector.start for entry in self.mentions}
        known = {name: found[start] for name, start in starts.items() if start in found}
        known |= {key: item.quantity for key, item in (self.claims | self.figures).items() if item.quantity}
        for key, quantity in list(known.items()):
            known[f"{key}_low"] = replace(quantity, high=quantity.low, precision="exact")
            known[f"{key}_high"] = replace(quantity, low=quantity.high, precision="exact")
        sections = Decimal(len(self.article.sections))
        return known | {"sections": Quantity(sections, sections, "count", "=", "exact")}


def load_case(folder: str | os.PathLike[str], private: bool = False) -> Case:
    """Load and validate one article with its tables and the shared sources.

    Parameters
    ----------
    folder : path-like
        ``data/articles/<id>``; the shared tables are in ``data/sources``.
    private : bool
        Whether the words of private sources are there; without them everything made of it may be published.

    Raises
    ------
    Problems
        With everything that is wrong at once.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise Problems([f"{folder}: there is no such folder; give an article of data/articles"])
    settled(project_of(folder))
    state = state_of(folder)
    if sound_before := read_sound(folder, state):
        known, rows = sound_before
        return case_of(folder, known, rows if private else withheld(rows, known))
    article, tables, faults = _read(folder)
    faults += [*problems(article, tables, faults), *wrong_cells(project_of(folder), tables)]
    if article is None or not all(is_gap(fault, tables) for fault in faults):
        raise Problems(in_order(faults))
    sound = {name: rows or [] for name, rows in tables.items()}
    complete = finished(sound, faults) if faults else sound
    if sound["claims"] and not complete["claims"]:
        raise Problems(in_order(faults))
    if wrong := list(not_computed(complete)):
        raise Problems(wrong)
    shown = complete if private else withheld(complete, article)
    case = case_of(folder, article, shown, tuple(in_order(faults)), left_out(sound, complete))
    if wrong := list(not_computable(case)):
        raise Problems(wrong)
    if not faults:
        keep_sound(folder, state)
    return case


def _read(folder: Path) -> tuple[Article | None, dict[str, list[Row] | None], list[Fault]]:
    """Return the article and the tables, None for what cannot be read, with everything that is wrong by itself."""
    article, faults = None, []
    tables: dict[str, list[Row] | None] = {}
    try:
        article = load_article(folder)
    except Problems as found:
        faults += found.faults
        if all(fault.gap for fault in found.faults):
            article = load_article(folder, unfinished=True)
    for name, path in progress(paths(folder).items(), "reading the tables", name=lambda pair: pair[0]):
        try:
            tables[name], wrong = checked(path, name) if name not in OPTIONAL or path.exists() else ([], [])
            faults += wrong
        except Problems as found:
            tables[name] = None
            faults += found.faults
    return article, tables, faults


def case_of(
    folder: Path,
    article: Article,
    tables: dict[str, list[Row]],
    gaps: tuple[Fault, ...] = (),
    in_work: tuple[str, ...] = (),
) -> Case:
    """Make the objects of sound tables."""
    claims = claims_of(tables["claims"], tables["mentions"], article)
    sources = sources_of(tables["sources"])
    printed = figures_of(tables["figures"], sources)
    figures = printed | computed_of((row for _, row in used(tables)), printed)
    evidence = evidence_of(tables["evidence"], claims, figures)
    searches, checks = searches_of(tables["searches"]), checks_of(tables["checks"])
    return Case(folder, article, tables, claims, sources, figures, evidence, searches, checks, gaps, in_work)


def open_case(name: str | os.PathLike[str], private: bool = False) -> Case:
    """Load an article by its id, as `load_case` does, from the workspace (`claimbook.tables.workspace.home`)."""
    return load_case(folder_of(name), private)
