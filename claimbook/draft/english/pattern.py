"""An English claim written from its cells: Acme’s revenue rose 5% in 2023."""

from __future__ import annotations

import re

from claimbook.draft.country import ENGLISH
from claimbook.draft.periods import period_en
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

LEAD = {"~": "about ", ">": "more than ", "<": "less than ", ">=": "at least ", "<=": "at most "}
IN_PLACE = {"United States": "in the United States", "United Kingdom": "in the United Kingdom", "world": "worldwide",
            "European Union": "in the European Union", "US": "in the US", "UK": "in the UK", "U.S.": "in the U.S."}  # fmt: skip
OWNS = {"United States": "U.S.", "US": "U.S.", "U.S.": "U.S.", "UK": "the UK’s", "United Kingdom": "the UK’s",
        "world": "global", "European Union": "the EU’s"}  # fmt: skip
CHANGED = re.compile(
    r"(increase|decrease|decline|drop|fall|rise|gain|growth|jump|surge|climb|dip|slump|reduction|bump) in (.+)"
)
DOWN = ("decrease", "decline", "drop", "fall", "dip", "slump", "reduction")
AHEAD = re.compile(
    r"(?i)\b(?:will|would|expect\w*|forecast\w*|projected|projects|predict\w*|estimated that|set to|on track|guidance|outlook)\b"
)
COUNTED = ("number of", "amount ", "share of", "average number", "relative likelihood")


def pattern(text: str, reading: Reading, period: str, mention: Mention) -> str:
    """Write a claim from its cells, or nothing where no metric is known."""
    metric, subject = reading.metric, reading.subject
    if not metric:
        return ""
    value = LEAD.get(mention.comparator, "") + mention.exact.lstrip("+-−")
    ahead = bool(AHEAD.search(re.split(r"[,;]", text[: mention.start])[-1][-60:]))
    if metric.startswith("relative likelihood"):
        return ""
    when = f" for {reading.population}" if reading.population else ""
    where = f" {IN_PLACE.get(subject, f'in {subject}')}" if is_place(subject) else ""
    when += f" {period_en(period)}" if period else ""
    if reading.says and subject:
        return capital(f"{subject} {reading.says.format(value)}{when}.")
    if share := re.fullmatch(r"share of (.+?) ((?:who|that) |(?=\w+ing\b))(.+)", metric):
        of = " " if re.search(" (?:in|out of) ", value) else " of "
        return capital(f"{value}{of}{share[1]} {'' if share[2] else 'were '}{share[3]}{when}.")
    if metric.startswith("share of ") and subject:
        return capital(f"{subject} accounted for {value} of {metric.removeprefix('share of ')}{when}.")
    if change := CHANGED.fullmatch(metric):
        return _changed(change, subject, where, value, when, mention, ahead)
    if counted := re.fullmatch(r"number of (.+?) (?:who|that) (.+)", metric):
        return capital(f"{value} {counted[1]} {counted[2]}{when}.")
    if metric.startswith("amount that "):
        return capital(f"{value} {metric.removeprefix('amount that ')}{when}.")
    return _level(metric, subject, where, value, when, ahead)


def _changed(
    change: re.Match[str], subject: str, where: str, value: str, when: str, mention: Mention, ahead: bool
) -> str:
    """Write by how much something changed."""
    verb = "fell" if change[1] in DOWN else "rose"
    if ahead:
        verb = "was expected to fall" if verb == "fell" else "was expected to rise"
    by = "by " if mention.unit != "percent" else ""
    what, where = _whose(change[2], subject, where)
    return capital(f"{what} {verb} {by}{value}{where}{when}.")


def _level(metric: str, subject: str, where: str, value: str, when: str, ahead: bool) -> str:
    """Write what something was."""
    what, where = _whose(metric, subject, where)
    per = re.search(r" (per \w+(?: \w+)?)$", metric) if value[:1] in "$£€¥" else None
    was = "were" if _is_plural(metric) else "was"
    was += " expected to be" if ahead else ""
    what = what.removesuffix(f" {per[1]}") if per else what
    return capital(f"{what} {was} {value}{f' {per[1]}' if per else ''}{where}{when}.")


def _whose(metric: str, subject: str, where: str) -> tuple[str, str]:
    """Return what was measured with whom it is of, and the place where that is said behind."""
    low = metric[:1].lower() + metric[1:] if metric[1:2].islower() else metric
    own = is_place(subject) and re.search(r"\bU\.?S\b|\bAmericans?\b", metric)
    known = not subject or subject.lower() in metric.lower() or own
    named = subject[:1].isupper() and not is_place(subject) and metric.startswith("number of")
    if known or (metric.startswith(COUNTED) and not named):
        place = "" if known else where
        return (
            "the "
            if re.match(r"(?:number|share|amount|increase|average|total|relative)\b", low) or is_single(low)
            else ""
        ) + low, place
    if subject == "world":
        return f"the global {low}" if is_single(low) else f"global {low}", ""
    return f"{'the ' if owner(subject) == 'U.S.' and is_single(low) else ''}{owner(subject)} {low}", ""


def owner(subject: str) -> str:
    """Return a subject before what it has.

    Examples
    --------
    >>> owner("Acme"), owner("shoppers"), owner("United States")
    ('Acme’s', 'shoppers’', 'U.S.')
    """
    return OWNS.get(subject, f"{subject}’" if subject.endswith("s") else f"{subject}’s")


def is_place(subject: str) -> bool:
    """Return whether a subject is a country, a region or the world."""
    return (
        subject in IN_PLACE
        or subject in ENGLISH
        or bool(re.search(r"(?:Asia|Europe|Africa|America|Pacific)$", subject))
    )


def _is_plural(metric: str) -> bool:
    """Return whether a metric takes “were”."""
    if metric.startswith(("number", "share", "amount", "average number", "level", "value")):
        return False
    head = re.split(r" (?:of|for|in|per|from|on|to|at|by|with) ", metric)[0]
    return bool(re.search(r"[a-z](?<![sui])s$", head)) or head.endswith(("series", "sales"))


def is_single(metric: str) -> bool:
    """Return whether a metric takes “the”: one thing that can be counted or has a rate."""
    head = re.split(r" (?:of|for|in|per) ", metric)[0]
    return bool(
        re.search(
            r"(?:rate|share|price|number|index|margin|ratio|range|level|average|cost|value|threshold|score|rating|total|loss|audience|capacity|coverage)$",
            head,
        )
    )


def capital(text: str) -> str:
    """Return a text with a capital at its head and one full stop at its end."""
    return re.sub(r"\.\.$", ".", text[:1].upper() + text[1:])
