"""An English claim written from its cells: Acme’s revenue rose 5% in 2023."""

from __future__ import annotations

import re

from claimbook.draft.country import ENGLISH
from claimbook.draft.english.value import value_of
from claimbook.draft.periods import period_en
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

IN_PLACE = {"United States": "in the United States", "United Kingdom": "in the United Kingdom", "world": "worldwide",
            "European Union": "in the European Union", "US": "in the US", "UK": "in the UK", "U.S.": "in the U.S."}  # fmt: skip
OWNS = {"United States": "U.S.", "US": "U.S.", "U.S.": "U.S.", "UK": "the UK’s", "United Kingdom": "the UK’s",
        "world": "global", "European Union": "the EU’s"}  # fmt: skip
CHANGED = re.compile(
    r"(increase|decrease|decline|drop|fall|rise|gain|growth|jump|surge|climb|dip|slump|reduction|bump) in (.+)"
)
REVISED = re.compile(r"(upward|downward) revision of (.+)")
DOWN = ("decrease", "decline", "drop", "fall", "dip", "slump", "reduction")
AHEAD = re.compile(
    r"(?i)\b(?:will|would|expect\w*|anticipat\w*|forecast\w*|projected|projects|predict\w*|estimated that|to (?:rise|fall|drop|increase|climb) by|set to|on track|guidance|outlook)\b"
)
FORETOLD = re.compile(  # whatever follows in the sentence
    r"\b(?:(?:forecasts?|expects?|projects|predicts|anticipates?)(?! of)|(?:is|are) (?:expected|projected|forecast|set|predicted) to)\b[^;]*$"
)
AGAINST = re.compile(  # what a change is against, where that is clear by itself
    r"(?: (?:increase|decrease|rise|decline|drop|growth|gain|jump))?"
    r",? (?:year[- ](?:over|on)[- ]year|month[- ](?:over|on)[- ]month|quarter[- ](?:over|on)[- ]quarter|sequentially|on an annual basis"
    r"|(?:from|compared (?:with|to)|over|than|versus) (?:(?:a|one|the) (?:year|month|quarter|week) (?:ago|earlier|before)|the (?:previous|prior) (?:year|month|quarter|week))"
    r"|(?:from|compared (?:with|to)|over|than|versus) (?:in )?(?:the same (?:period|quarter|month) of )?(?:[A-Z][a-z]+ |Q[1-4] |fiscal )?(?:19|20)\d\d)\b"
)
ARTICLE = re.compile(
    r"(?:Party|Union|Kingdom|States|Nations|Bureau|Department|Ministry|Commission|Council|Committee|Movement|Alliance)$"
)
DOES = re.compile(
    r"number of (.+?) (sold|won|built|made|bought|cut|lost|shipped|hired|sent|paid|held|had|got|left|\w+ed)(?: (up|out|off))?"
)
MADE = re.compile(  # 37 GW of solar capacity added
    r"(?!number|amount|share)(.+) (added|installed|produced|generated|sold|shipped|built|raised|lost|bought|imported|exported|consumed|emitted|retired)"
)
COUNTED = ("number of", "amount ", "share of", "average number", "relative likelihood")


def pattern(text: str, reading: Reading, period: str, mention: Mention) -> str:
    """Write a claim from its cells, or nothing where no metric is known.

    Parameters
    ----------
    text : str
        Its sentence, in which the place of the mention is.
    reading : Reading
    period : str
    mention : Mention
    """
    metric, subject = reading.metric, reading.subject
    if not metric or metric.startswith("relative likelihood"):
        return ""
    value = value_of(text, mention, metric)
    ahead = bool(
        AHEAD.search(re.split(r"[,;]", text[: mention.start])[-1][-60:]) or FORETOLD.search(text, 0, mention.start)
    )
    when = f" for {reading.population}" if reading.population else ""
    when += f" {period_en(period)}" if period else ""
    if reading.says and subject:
        return capital(f"{with_article(subject, text)} {reading.says.format(value)}{when}.")
    if counted := _counted(text, reading, value, when, ahead):
        return capital(counted)
    if change := REVISED.fullmatch(metric):
        what, where = _whose(change[2], subject, text)
        were = "were" if _is_plural(change[2]) else "was"
        return capital(f"{what} {were} revised {change[1].removesuffix('ward')} by {value}{where}{when}.")
    if change := CHANGED.fullmatch(metric):
        against = AGAINST.match(text, mention.end)
        said = (
            re.sub(r"^(?: (?:increase|decrease|rise|decline|drop|growth|gain|jump)\b)?,?", "", against[0])
            if against
            else ""
        )
        when = said + when if re.match(" (?:year|month|quarter|seq|on an)", said) else when + said
        return _changed(change, subject, text, value, when, mention, ahead)
    return _level(metric, subject, text, value, when, ahead)


def _counted(text: str, reading: Reading, value: str, when: str, ahead: bool) -> str:
    """Write a share or a number of people or things, or nothing where it is none."""
    metric, subject = reading.metric, reading.subject
    who, place = with_article(subject, text), is_place(subject)
    where = f" {IN_PLACE.get(subject, f'in {subject}')}" if place and subject not in metric else ""
    if share := re.fullmatch(r"share of (those \w+ing .+?(?= who )|.+?) ((?:who|that) |(?=\w+ing\b))(.+)", metric):
        of = " " if re.search(" (?:in|out of) ", value) else " of "
        return f"{value}{of}{share[1]} {'' if share[2] else 'were '}{share[3]}{when}."
    if metric.startswith("share of ") and subject and subject.lower() not in metric.lower() and "share" not in subject:
        got = "won" if re.search(r"\bvotes?$", metric) else "accounted for"
        whole = metric.removeprefix("share of ")
        return f"{who} {got} {value} of {'the ' if f' of the {whole}' in text else ''}{whole}{when}."
    if re.search(r"(?:dozen|hundred|thousand|million|billion)s$", value):
        value += " of"
    if counted := re.fullmatch(r"number of (.+?) (?:who|that) (.+)", metric):
        return f"{value} {counted[1]} {counted[2]}{where}{when}."
    if metric.startswith("amount that "):
        return f"{value} {metric.removeprefix('amount that ')}{where}{when}."
    if made := MADE.fullmatch(metric):
        was = "was expected to be" if ahead else "was"
        active = subject and not place and not ahead
        return (
            f"{who} {made[2]} {value} of {made[1]}{when}."
            if active
            else f"{value} of {made[1]} {was} {made[2]}{where}{when}."
        )
    named = subject[:1].isupper() and not place
    if ahead and named and (seats := re.fullmatch(r"number of ((?:\w+ )?(?:seats?|MPs|votes?))", metric)):
        return f"{who} was expected to win {value} {seats[1]}{when}."
    if ahead or not metric.startswith("number of "):
        return ""
    if (does := DOES.fullmatch(metric)) and named:
        return f"{who} {does[2]}{f' {does[3]}' if does[3] else ''} {value} {does[1]}{when}."
    if does and not subject.islower():
        return f"{value} {does[1]} were {does[2]}{where}{when}."
    things = metric.removeprefix("number of ")
    if named and subject not in metric and reading.subject_from in ("clause", ""):
        return f"{who} had {value} {things}{when}."
    counts = things.endswith(("s", "people", "children")) and "number of" not in text.lower()
    return f"There were {value} {things}{where}{when}." if counts else ""


def _changed(
    change: re.Match[str], subject: str, text: str, value: str, when: str, mention: Mention, ahead: bool
) -> str:
    """Write by how much something changed."""
    verb = "fell" if change[1] in DOWN else "rose"
    if ahead:
        was = "were" if _is_plural(change[2]) else "was"
        verb = f"{was} expected to {'fall' if verb == 'fell' else 'rise'}"
    by = "by " if mention.unit != "percent" else ""
    what, where = _whose(change[2], subject, text)
    return capital(f"{what} {verb} {by}{value}{where}{when}.")


def _level(metric: str, subject: str, text: str, value: str, when: str, ahead: bool) -> str:
    """Write what something was."""
    what, where = _whose(metric, subject, text)
    was = "were" if _is_plural(metric) else "was"
    was += " expected to be" if ahead else ""
    per = re.search(r" (per (?!(?:diluted )?share)\w+(?: \w+)?)$", what) if value[:1] in "$£€¥" else None
    if per:
        what, value = what.removesuffix(per[0]), f"{value} {per[1]}"
    return capital(f"{what} {was} {value}{where}{when}.")


def _whose(metric: str, subject: str, text: str) -> tuple[str, str]:
    """Return what was measured with whom it is of, and the place where that is said behind."""
    low = metric[:1].lower() + metric[1:] if metric[1:2].islower() else metric
    place = is_place(subject)
    own = place and re.search(r"\bU\.?S\b|\bAmericans?\b", metric)
    known = not subject or subject.lower() in metric.lower() or own
    named = subject[:1].isupper() and not place and metric.startswith("number of")
    if known or (metric.startswith(COUNTED) and not named):
        first = re.match(r"(?:number|share|amount|increase|average|total|relative)\b", low) or is_single(low)
        return (
            f"{'the ' if first else ''}{low}",
            "" if known or not place else f" {IN_PLACE.get(subject, f'in {subject}')}",
        )
    if subject == "world":
        return f"the global {low}" if is_single(low) else f"global {low}", ""
    the = "the " if owner(subject) == "U.S." and is_single(low) else ""
    return f"{the}{owner(subject if subject in OWNS else with_article(subject, text))} {low}", ""


def with_article(subject: str, text: str) -> str:
    """Return a name with “the” where the sentence has it so, or where its last word asks for it.

    Examples
    --------
    >>> with_article("Labour Party", ""), with_article("Fed", "The Fed met."), with_article("Acme", "Acme met.")
    ('the Labour Party', 'the Fed', 'Acme')
    >>> with_article("US", "")
    'the US'
    """
    if not subject or subject in OWNS:
        return f"the {subject}"
    named = re.search(
        rf"\b[Tt]he {re.escape(subject)}(?! [A-Z]| (?:[a-z]+ )?(?:sales|shares|results|survey|report|data)\b)", text
    )
    return f"the {subject}" if named or (ARTICLE.search(subject) and subject[:1].isupper()) else subject


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
        or subject == "Great Britain"
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
            r"(?:rate|share|price|number|index|margin|ratio|range|level|average|cost|value|threshold|score|rating|total|loss|audience|capacity|coverage"
            r"|inventory|population|salary|income per \w+|deficit|surplus|budget)$",
            head,
        )
    )


def capital(text: str) -> str:
    """Return a text with a capital at its head and one full stop at its end."""
    return re.sub(r"\.\.$", ".", text[:1].upper() + text[1:])
