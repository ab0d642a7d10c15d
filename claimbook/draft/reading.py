"""What is read of a number, in either language, before it becomes the cells of a claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    """What a number measures and of whom; empty where that is not clear.

    Parameters
    ----------
    metric, subject : str
    base : str
        The metric without the word of change, which the next numbers may inherit: 销量 of 销量同比增长.
    change : str
        The word of change with what it is against: 同比增长.
    whole : str
        The base without the thing that is a part of it, of which the next number may name another: 装机容量 of
        风电装机容量.
    metric_from, subject_from : str
        Where they were read: ``clause``, ``sentence``, ``paragraph``, ``heading`` or ``table``.
    population : str
        The group of the subject that is meant, where the text names one: 18岁及以上女性.
    link : str
        The words between what is measured and its number, as the text has them: 首次突破.
    says : str
        The words for a statement, where the text itself is better than a pattern.
    """

    metric: str = ""
    subject: str = ""
    base: str = ""
    change: str = ""
    metric_from: str = ""
    subject_from: str = ""
    population: str = ""
    link: str = ""
    says: str = ""
    whole: str = ""
