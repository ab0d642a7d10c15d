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
TURNED = re.compile(r"(?i)\b(?:turn(?:s|ed|ing)?|reach(?:es|ed|ing)? the age of|under|over) $")
AGED = re.compile(r"(?i)(?:,| and| or|\)|\.)")
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
    if re.fullmatch(r"\d{3}x", mention.exact) or (
        re.fullmatch(r"\d{1,2}s", mention.exact) and AFTER_NAME.search(before)
    ):
        return True
    if mention.kind != "count" or not mention.exact.isascii():
        return False
    bare = mention.exact.isdecimal() and len(mention.exact) <= SHORT
    if bare and (not before.strip() or before.rstrip().endswith(":")) and HEADED.match(after):
        return True
    if SIZE.match(after) or (bare and re.search(r"\d-$", before)):
        return True
    named = (
        bare
        and AFTER_NAME.search(before)
        and not re.match(r"\s?(?:%|percent|per cent|million|billion|points?|to \d|[-–]\d|people|seats)", after)
    )
    return bool(bare and MODELLED.match(after)) or bool(named)
