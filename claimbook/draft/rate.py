"""A number with what it is per, where a stroke joins the two."""

from __future__ import annotations

import re

from claimbook.mention import Mention

PER = re.compile(
    "[/／](?:10?万人?|百万人?|平方米|平米|公里|千瓦时|度|吨|公斤|千克|斤|升|股|人|户|天|日|月|年|小时|次|件|台|辆|套|桶|盎司|亩|公顷|瓦时?|张|份|晚)"
)


def with_rate(line: str, one: Mention) -> Mention:
    """Return a number with what it is per, where that is printed behind a stroke: 6430元/平方米."""
    per = PER.match(line, one.end)
    return one._replace(end=per.end(), exact=line[one.start : per.end()]) if per else one
