"""Whether a claim speaks of the opposite, or of a part, of what a series is of, so that its numbers say nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.find.passage import tokens
from claimbook.series.pairs import Tried
from claimbook.series.series import Series
from claimbook.series.signs import BRACKET

ATTITUDE = re.compile(
    r"(?i)\b(?:agrees?|trust|confidence|satisf\w+|support|justified|want|saying|think|disagrees?|approv\w+)\b"
)
AGAINST = re.compile(r"(?i)\b(?:not|never or rarely|disagrees?|oppos\w+|reject\w*)\b")
DENIES = re.compile(  # what one who is against something does, in the words of a claim
    r"(?i)\b(?:not|no|never|mind|reject\w*|oppos\w*|hostil\w*|refus\w*|object\w*|against|disagree\w*|doubt\w*|s[ck]epti\w*|[dm]istrust\w*"
    r"|unsafe|unjustif\w*|wrong|immoral|intoleran\w*|prejudic\w*)\b|n[’']t\b|不|没|无法|反对|怀疑|拒绝"
)
DISTRUSTS = re.compile(  # of which a series of those who agree or trust says nothing
    r"(?i)\bnot (?:be )?(?:safe|effective|important|justifi\w+|trust\w*|satisf\w*|want\w*|support\w*|agree\w*)\b"
    r"|n[’']t (?:trust|want|support|agree|believe)\b|\b(?:disagree\w*|doubt\w*|s[ck]epti\w*|[dm]istrust\w*|hostil\w*|unsafe)\b|不信任|不同意|怀疑|反对"
)
GENERAL = frozenset(
    tokens("by of from in or the number share total annual per source sector type level fuel industry target severity")
)


def opposed(text: str, series: Series) -> bool:
    """Return whether a claim is of those who are against what a series counts as for, or the other way round.

    Examples
    --------
    >>> safe = Series("x", "Share that agrees that vaccines are safe", "", "%", "", (), {})
    >>> opposed("The French are more sceptical of vaccines.", safe), opposed("Most of us think them safe.", safe)
    (True, False)
    """
    if not ATTITUDE.search(series.title):
        return False
    return not DENIES.search(text) if AGAINST.search(series.title) else bool(DISTRUSTS.search(text))


def divided(series: Series, others: Sequence[Tried]) -> str:
    """Return the title of a part of what a series is the total of, among those tried; empty where there is none.

    A part is what is in the brackets of a title whose other words are all of the total's: “Methane emissions by sector
    (Waste)” beside “Emissions by gas (methane)”.
    """
    whole = _words(series.title)
    return next((one.series.title for one in others if _is_part(whole, _outside(series), one.series)), "")


def _is_part(whole: frozenset[str], outside: frozenset[str], series: Series) -> bool:
    own = _outside(series)
    return (
        bool(_words(" ".join(BRACKET.findall(series.title))) - whole) and bool(own) and own <= whole and own != outside
    )


def _outside(series: Series) -> frozenset[str]:
    return _words(BRACKET.sub(" ", series.title))


def _words(title: str) -> frozenset[str]:
    return frozenset(tokens(title)) - GENERAL
