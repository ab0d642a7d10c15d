"""One article with all that is known of it: load it, validate it, judge it. The map of the house."""

import hashlib
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from claimbook.case.article import Article, load_article
from claimbook.case.rules import problems
from claimbook.judge import stability
from claimbook.judge.check import checks_of, evaluate, inputs
from claimbook.judge.claim import claims_of
from claimbook.judge.evidence import BASE, evidence_of, searches_of
from claimbook.judge.source import figures_of, sources_of
from claimbook.judge.verdict import judge
from claimbook.mention import mentions
from claimbook.quantity.quantity import Quantity
from claimbook.tables.fault import Problems, at, in_order
from claimbook.tables.files import checked, empty
from claimbook.tables.workspace import OPTIONAL, folder_of, paths, project_of


@dataclass(frozen=True)
class Case:
    """An article, its tables as read, and the same as objects; everything else is computed from them."""

    folder: Path
    article: Article
    tables: dict
    claims: dict
    sources: dict
    figures: dict
    evidence: tuple
    searches: tuple
    checks: tuple

    def rows(self, table):
        """Return the rows of a table as dictionaries of text."""
        return self.tables[table].to_dict("records")

    def frame(self, table):
        """Return a table as a pandas.DataFrame of text."""
        return self.tables[table]

    @cached_property
    def verdicts(self):
        """The verdict on every claim, by id, in the order of the article."""
        return self.judged(BASE)

    @property
    def outcomes(self):
        """The outcome of every check."""
        return self._outcomes(BASE.tolerance)

    @property
    def home(self):
        """The project's folder, which holds data, notebooks and build."""
        return project_of(self.folder)

    @cached_property
    def fingerprint(self):
        """A digest of all that the verdicts rest on, to tell whether something was made from the same data."""
        mentions = self.frame("mentions").to_csv(index=False)
        parts = (self.article, mentions, self.claims, self.evidence, self.searches, self.checks)
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    @cached_property
    def book(self):
        """What the words of the data are in Chinese."""
        rows = self.rows("translations")
        return {row["en"]: row["zh"] for row in rows}

    @cached_property
    def grid(self):
        """The verdicts under every other policy, by the policy's name."""
        return {name: self.judged(policy) for name, policy in stability.policies(self.evidence).items()}

    @cached_property
    def flips(self):
        """For every claim, the policies under which its verdict changes."""
        return stability.flips(self.verdicts, self.grid)

    def judged(self, policy):
        """Judge every claim under a policy."""
        outcomes = self._outcomes(policy.tolerance)
        return judge(self.claims, self.evidence, self.searches, outcomes, self.article, policy)

    def _outcomes(self, tolerance):
        """Evaluate the checks once for each tolerance; no other part of a policy bears on them."""
        if tolerance not in self._evaluated:
            self._evaluated[tolerance] = tuple(self.evaluated(check, tolerance) for check in self.checks)
        return self._evaluated[tolerance]

    def evaluated(self, check, tolerance=BASE.tolerance):
        """Evaluate one check with what the case knows."""
        return evaluate(check, {name: self._known[name] for name in inputs(check)}, tolerance)

    @cached_property
    def _evaluated(self):
        return {}

    @cached_property
    def _known(self):
        """What a check may compute with: claims, figures, mentions and their ends, the number of sections."""
        found = {mention.selector.start: mention.quantity for mention in mentions(self.article.text)}
        known = {
            row["mention"]: found[int(row["start"])]
            for row in self.rows("mentions")
            if int(row["start"]) in found and found[int(row["start"])].low is not None
        }
        known |= {key: item.quantity for key, item in (self.claims | self.figures).items() if item.quantity}
        for key, quantity in list(known.items()):
            known[f"{key}_low"] = replace(quantity, high=quantity.low, precision="exact")
            known[f"{key}_high"] = replace(quantity, low=quantity.high, precision="exact")
        sections = Decimal(len(self.article.sections))
        return known | {"sections": Quantity(sections, sections, "count", "=", "exact")}


def load_case(folder):
    """Load and validate one article with its tables and the shared sources.

    Parameters
    ----------
    folder : path-like
        ``data/articles/<id>``; the shared tables lie in ``data/sources``.

    Raises
    ------
    Problems
        With everything that is wrong, one sentence each.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise Problems([f"{folder}: there is no such folder; give an article of data/articles"])
    faults, article, tables = [], None, {}
    try:
        article = load_article(folder)
    except Problems as found:
        faults += found.sentences
    for name, path in paths(folder).items():
        try:
            tables[name], wrong = checked(path, name) if name not in OPTIONAL or path.exists() else (empty(name), [])
            faults += wrong
        except Problems as found:
            tables[name], faults = None, faults + found.sentences
    faults += problems(article, tables, faults)
    if faults:
        raise Problems(in_order(faults))
    claims = claims_of(tables["claims"], tables["mentions"], article)
    sources = sources_of(tables["sources"])
    figures = figures_of(tables["figures"], sources)
    evidence = evidence_of(tables["evidence"], claims, figures)
    searches, checks = searches_of(tables["searches"].to_dict("records")), checks_of(tables["checks"])
    case = Case(folder, article, tables, claims, sources, figures, evidence, searches, checks)
    if faults := list(_not_computable(case)):
        raise Problems(faults)
    return case


def _not_computable(case):
    """Say which checks cannot be computed, and why."""
    for row, check in enumerate(case.checks, 2):
        try:
            str(case.evaluated(check).words)
        except Exception as error:  # whatever pint, a missing id or a stray brace raises: it is the cell that is wrong
            why = " ".join(str(error).split()) or type(error).__name__
            where = at("checks", row, {"check": check.id}, "left")
            yield f"{where}: cannot be computed ({why}); mend left, right, unit or words"


def open_case(name):
    """Load an article by its id, from the nearest ``data/articles`` at or above the working folder.

    Raises
    ------
    Problems
        If no such article is found, or its data has problems.
    """
    return load_case(folder_of(name))
