"""The group that a sentence limits its numbers to: among adults, …; 受访者中，…."""

from __future__ import annotations

import re

from claimbook.language.phrase import HAN

AMONG_ZH = re.compile(
    r"(?:^|[，。；,])(?:在)?([^，。；,在]{2,24}(?:人|者|人群|企业|家庭|居民|患者|学生|用户))(?:当)?中[，,]"
)
AMONG_EN = re.compile(
    r"(?i)\bamong ([^,;.\d]{3,60}),"
    r"|\b((?:adults|people|men|women|children|americans|residents) aged? [^,;.]{2,20})(?=[,;.]| who)"
)


def within(sentence: str) -> str:
    """Return the group that a sentence names before its numbers, or an empty string.

    Examples
    --------
    >>> within("Among young adults, 5% agree."), within("Sales rose 5%.")
    ('young adults', '')
    """
    found = (AMONG_ZH if HAN.search(sentence) else AMONG_EN).search(sentence)
    return next(filter(None, found.groups()), "") if found else ""
