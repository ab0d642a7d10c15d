"""Whether a drafted cell says the same as a fact-checker's: by rules that are printed with the table."""

import difflib
import re
from collections import Counter

from claimbook.quantity.period import period

CELLS, ORDER = ("metric", "subject", "period"), ("right", "near", "empty", "wrong")
RIGHT, NEAR = 0.6, 0.34  # shares of words, or in Chinese of pairs of letters, in common
CHANGE = re.compile(
    r"(?i)growth|increase|decrease|rise|fall|drop|declin|change|gain|同比|环比|增长|增加|增速|增幅|涨|上升|下降|减少|下滑|下跌|降幅|降低|回落|变化|收窄"
    r"|扩大|缩小|提高|提升|高出|上浮"
)
TAIL = re.compile(r"(?:的)?(?:幅度|数量|人数|总数|额度?|量|值|数|率|速|幅)$")
OF_CHANGE = re.compile(
    r"(?:的)?(?:较|比|相比)?(?:上月末?|上年同期|去年同期|上年|去年)?的?(?:同比|环比)?(?:增长|增加|多增|下降|减少|增速|增幅|降幅|涨幅|跌幅|上升|上涨|下滑|下跌"
    r"|降低|提升|提高|变化|收窄|扩大|缩小|回落)+$"
)
WRAP = re.compile(
    r"(?i)^(?:the |a |an )?(?:average |expected |total )?(?:number|share|percentage|proportion|amount|increase|decrease|growth|change|rise|fall|drop|decline|rate)"
    r" (?:of|in) "
)
STOPS = frozenset(["the", "a", "an", "of", "in", "for", "to", "and", "by", "on", "at", "per", "的"])
NATIONS = {"我国": "中国", "全国": "中国", "United States": "US", "U.S.": "US", "U.S": "US", "America": "US"}


def verdicts(label, cell):
    """Return the best verdict on each cell over what a label says and its equally right ``alternates``.

    A cell is right, near, wrong or empty; ``forgiven`` names those that a tolerance made right.
    """
    row, judged = cell.row if cell else {}, label.get("judged", {})
    found, forgiven = {}, set()
    for name in CELLS:
        written = [label[name], *label.get("alternates", {}).get(name, ())]
        found[name], tolerated = min(
            (verdict(name, label | {name: one}, row) for one in written), key=lambda each: ORDER.index(each[0])
        )
        if tolerated:
            forgiven.add(name)
    column = f"statement_{label['language']}"
    found["statement"] = likeness(label[column], row.get(column, ""))
    return found | judged | {"forgiven": forgiven}


def verdict(name, label, row):
    """Return the verdict on one cell, and whether a tolerance made it right."""
    if name == "period":
        said = dates(label["period"], row.get("period", ""))
        tolerated = said == "near" and at_the_end(label["period"], row["period"])
    else:
        said = words(label[name], row.get(name, ""), label["language"])
        open_to = said not in ("right", "empty")
        tolerated = open_to and (within(name, label, row) or spelled_out(name, label, row))
    return ("right", True) if tolerated else (said, False)


def within(name, label, row):
    """Return whether a draft only divides subject, population and metric otherwise than the label does.

    Examples
    --------
    >>> within("subject", {"language": "zh", "metric": "新能源车渗透率", "subject": "", "population": ""},
    ...        {"subject": "新能源车", "metric": "渗透率"})
    True
    """
    language = label["language"]
    if not covered(row[name], label, language):
        return False
    if name == "subject":
        return covered_by(label["subject"], row, language)
    both = " ".join((label["subject"], label["metric"])), " ".join((row.get("subject", ""), row["metric"]))
    return words(*both, language) == "right"


def spelled_out(name, label, row):
    """Return whether a drafted metric has every word of the label, and says more: number of Americans who died.

    Examples
    --------
    >>> spelled_out("metric", {"language": "en", "metric": "jobs added"}, {"metric": "number of jobs that were added"})
    True
    """
    if label["language"] != "en" or name != "metric" or not label[name]:
        return False
    one, other = tokens(label[name], "en"), tokens(row[name], "en")
    alike = bool(CHANGE.search(label[name])) == bool(CHANGE.search(row[name]))
    return alike and len(one) > 1 and not one - other and other.total() <= 4 * one.total()


def covered(part, label, language):
    """Return whether all words of a drafted cell are in the cells of the label."""
    have = tokens(" ".join((label["subject"], label["population"], label["metric"])), language)
    return not tokens(part, language) - have


def covered_by(part, row, language):
    """Return whether all words of a label's cell are in the cells of the draft."""
    have = tokens(" ".join(row.get(name, "") for name in ("subject", "population", "metric")), language)
    return not tokens(part, language) - have


def words(label, draft, language):
    """Compare two names of a metric or a subject."""
    if not draft:
        return "empty" if label else "right"
    if not label:
        return "near"
    one, other = tokens(label, language), tokens(draft, language)
    common = sum((one & other).values())
    share = common / max(1, min(one.total(), other.total()) if language == "zh" else max(one.total(), other.total()))
    alike = bool(CHANGE.search(label)) == bool(CHANGE.search(draft))
    same = head(label, language) == head(draft, language)
    if alike and (same or share >= RIGHT):
        return "right"
    return "near" if share >= NEAR or same else "wrong"


def tokens(text, language):
    """Return words, or in Chinese pairs of letters, with their counts."""
    for name, short in NATIONS.items():
        text = text.replace(name, short)
    if language == "zh":
        parts = [re.sub(r"\W|的", "", part) for part in text.split(" ")]
        return Counter(part[at : at + 2] for part in parts if part for at in range(max(1, len(part) - 1)))
    return Counter(
        re.sub(r"(?<=\w{3})(?:s|ed|ing)$", "", word) for word in re.findall(r"\w+", text.lower()) if word not in STOPS
    )


def head(text, language):
    """Return the head noun of a name, without what is said of its change."""
    if language == "zh":
        text = TAIL.sub("", re.sub(r"[（(].*?[)）]|\W", "", text))
        text = TAIL.sub("", OF_CHANGE.sub("", text)) or text
        return text[-2:]
    text = WRAP.sub("", text)
    text = re.split(r" (?:of|in|for|who|that|with|by|per|to|from|at|on) ", text)[0]
    found = [word for word in re.findall(r"\w+", text.lower()) if not CHANGE.fullmatch(word)]
    return re.sub(r"s$", "", found[-1]) if found else ""


def dates(label, draft):
    """Compare two periods."""
    if not draft:
        return "empty" if label else "right"
    if not label:
        return "near"
    try:
        one, other = period(label), period(draft)
    except ValueError:
        return "wrong"
    if (one.first, one.last) == (other.first, other.last):
        return "right"
    within = one.first <= other.first <= other.last <= one.last or other.first <= one.first <= one.last <= other.last
    return "near" if within else "wrong"


def at_the_end(label, draft):
    """Return whether one period is the last day of the other: at the end of 2020, in December 2020.

    Examples
    --------
    >>> at_the_end("2020-12", "2020-12-31"), at_the_end("2020", "2020-06-30")
    (True, False)
    """
    one, other = period(label), period(draft)
    days = [each for each in (one, other) if each.first == each.last]
    return one.last == other.last and len(days) == 1


def likeness(label, draft):
    """Return how alike two statements are, from 0 to 1: by words, in Chinese by letters.

    Examples
    --------
    >>> likeness("2023年11月，渗透率为40%。", "2023年11月渗透率为40%。")
    1.0
    """
    one, other = (
        re.findall(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+(?:[.,]\d+)*", text.lower()) for text in (label, draft)
    )
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() if label else 1.0 if not draft else 0.0
