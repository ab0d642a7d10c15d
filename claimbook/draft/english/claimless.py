"""English numbers that claim nothing: a part of a name, a size that says which thing is meant, what a list has."""

from __future__ import annotations

import re

from claimbook.mention import Mention

LIST = (
    "stats|statistics|facts|figures|tips|ways|reasons|things|trends|takeaways|stocks|ideas|lessons|questions|steps|examples|tools|apps|books|charts|numbers|insights|myths|signs|mistakes"
    "|strategies|secrets|hacks|recipes|places|benefits|rules|habits|tricks|highlights|predictions|deals|gifts|gadgets|movies|songs|benefits|items|picks|names|words"
)
HEADED = re.compile(rf"(?i)\+?(?: [\w&’'-]+){{0,5}}? (?:{LIST})\b[^.!?\n%$£€]*(?=\n|$)")
AFTER_NAME = re.compile(
    r"(?<![.!?:”\"] )(?<!^)\b(?!(?:About|Some|Over|Nearly|Only|Just|All|Than|From|To|Under|More|Around|Almost|Roughly|Up|At|In|On|Of|By|And|But|The|With|For|Than|Between|Top|No|Another|Least|Most"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|Q|Week|Hispanics?|Americans|Democrats|Republicans|Labour|Conservatives|Trump|Biden|Clinton|Obama|Romney)\b)[A-Z][A-Za-z]*[a-z] $"
)
MODELLED = re.compile(
    r"-\d\b|x\b|s\b(?! )|\s?(?:Max|Pro|Plus|Ultra|Dreamliner|Series|GT|Mini|Air|Edition|XL)\b|\s[A-Z][a-z]+ (?:phone|laptop|jet|console|truck)"
)
SIZE = re.compile(
    r"(?i)-(?:inch|star|bit|way|speed|megapixel|mm|door|seater|piece|pack|sided|digit|bedroom|room|stage|step|point scale)\b|\s?(?:mm|megapixels?|mp) (?:[a-z]+ )?(?:headphone|lens|camera|jack|film)"
)
AGES = re.compile(
    r"(?i)\b(?:(?:children|kids|infants|babies|people|adults|those|women|men|girls|boys|drivers|workers)(?: who are)? (?:under|over|below|above|aged)|turn(?:s|ed|ing)?) $"
)
SMALL = re.compile(r"\d{1,2}|(?i:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|sixteen|eighteen)")
SHORT = 4  # digits of a model, at most


def claimless(before: str, after: str, mention: Mention) -> bool:
    """Return whether an English number claims nothing by what is beside it.

    Parameters
    ----------
    before, after : str
        The words of its line before and behind it.
    mention : Mention

    Examples
    --------
    >>> from claimbook.mention import mentions
    >>> for text in ("36 Must See Stats", "a Trail 70 pack", "the 787-9 jet", "a 17-inch screen", "sold 70 packs"):
    ...     one = next(mentions(text))
    ...     print(claimless(text[: one.start], text[one.end :], one))
    True
    True
    True
    True
    False
    """
    if re.search(r"-inch$", mention.exact) or (mention.exact.endswith("mm") and SIZE.match("mm" + after)):
        return True
    seconds = re.fullmatch(r"\d{1,2}s", mention.exact) and AFTER_NAME.search(before)  # iPhone 6s
    if seconds or re.fullmatch(r"\d{3}x", mention.exact):
        return True
    counts = mention.kind == "count" and mention.exact.isascii()
    if not counts or SIZE.match(after):
        return counts
    small = SMALL.fullmatch(mention.exact) is not None and _is_age(before, after)
    bare = mention.exact.isdecimal() and len(mention.exact) <= SHORT
    return small or (bare and _is_of_name(before, after))


def _is_age(before: str, after: str) -> bool:
    """Return whether a number says how old those are of whom another number is."""
    older = re.match(r"\s(?:years )?(?:and|or) (?:older|over|under|younger|above|up)\b", after)
    goes_on = re.match(r"(?:\.\d|,\d|\s?(?:%|per|million|billion|thousand|countries|of\b))", after)
    return older is not None or (AGES.search(before) is not None and not goes_on)


def _is_of_name(before: str, after: str) -> bool:
    """Return whether a number is a part of a name: of a model, or of the heading of a list."""
    if (not before.strip() or before.rstrip().endswith(":")) and HEADED.match(after):
        return True
    goes_on = re.match(r"\s?(?:%|percent|per cent|million|billion|points?|to \d|[-–]\d|people|seats)", after)
    named = AFTER_NAME.search(before) and not goes_on
    return bool(named or MODELLED.match(after) or re.search(r"\d-$", before))
