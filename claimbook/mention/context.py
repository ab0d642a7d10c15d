"""What is around a number: its denominator, what a change is against, and the noun or header that it measures."""

import re
from itertools import chain
from typing import NamedTuple

from claimbook.mention import directions
from claimbook.mention.mention import Mention
from claimbook.mention.tables import IN_BRACKETS, Tables
from claimbook.mention.units import UNITS, any_of
from claimbook.mention.words import BASES, spread

# What a rate is per, where the word is no unit, or another one.
PER_WORDS = {
    "月": "month",
    "季": "quarter",
    "人": "person",
    "户": "household",
    "股": "share",
    "度": "kilowatt_hour",
    "dL": "decilitre",
}
EACH = [*PER_WORDS, *"日 天 周 年 小时 分钟 秒 吨 公斤 平方米 坪 桶 升 克 kg L h s".split()]
SLASHED = re.compile(r"[/／]\s?([A-Za-z]+|[\u4e00-\u9fff]{1,6})")
EACH_AFTER = re.compile(r"\s(?:an?|per|each|every)\s([a-z]+)")
EACH_BEFORE = re.compile(rf"(?:每|单)个?({any_of(EACH)})[^，。；,;\n每]{{0,12}}$")
NEAR = 32  # characters before a number in which the word for what it is per can begin
MEAN_BEFORE = re.compile(
    r"(户|日|月|年|周|季)均[^，。；,;\n]{0,8}$|(年)(?:化|利率)[^，。；,;\n]{0,10}$|(日)(?:利率|息)[^，。；,;\n]{0,8}$"
)
LAST_CLAUSE = re.compile(r"(?s).*[，。；：！？,;:!?\n|\t（(]")  # greedy: up to the last of these signs
ON_BASIS = list(spread(BASES).items())
BASIS = re.compile("|".join(re.escape(word) for word, _ in ON_BASIS))
# What separates a noun from the number that it is about.
VERBS = re.compile(
    r"(?:(?:已|将|均|仅|只|就|还|共|合计|累计|总计|约|近|逾|超过?|不足|不到|至少|最[多高低]|不低于|不超过|高达|多达|为|是|有|达到?|至|到|在|占|同比|环比|"
    r"比上年|较上年|增长|下降|上升|上涨|下跌|提高|提升|降低|减少|增加|回落|改善|突破|实现|完成|收|升|降|涨|跌|其中|分别|了|的|约为|估计|预计|可|需|要|只需|从|由|按|以|每|[\s\"'“”（(])+)$"
)
NOUN_AFTER = re.compile(
    r"[\u4e00-\u9fff]{1,8}?(?=的|，|。|、|；|,|;|：|:|\s|（|\(|和|与|及|在|被|是|为|有|以|将|已|可|来|参|获|出|入|需|未|$|[0-9])"
)
NOUN_AFTER_EN = re.compile(r"\s((?:[a-z][a-z'-]+\s){0,2}?[a-z][a-z'-]+)(?=[\s.,;:)]|$)")
ENDS_EN = re.compile(
    r"\s(?:of|in|at|for|to|from|by|with|on|and|or|who|that|were|was|are|is|have|had|has|will|would|could|over|under|per|a|an|the|than|as)\b.*"
)
SENTENCE_EN = re.compile(r"(?<=[.!?;])\s|\n|\t|\s{2,}|\|")
SUBJECT_EN = re.compile(
    r"(?<![A-Za-z])((?:[A-Za-z][A-Za-z'-]*\s){0,3}[A-Za-z][A-Za-z'-]*)\s(?:was|were|is|are|of|rose|fell|grew|climbed|dropped|declined|increased|decreased|reached|hit|stood|"
    r"averaged|totall?ed|came|edged|slipped|jumped|widened|narrowed|made|accounted|cost|costs|weighs?|lasts?|received|at|by|to|up|down)\b"
)
OF_EN = re.compile(r"\sof\s(?:the\s|all\s)?([a-z][a-z'-]+(?:\s[a-z][a-z'-]+)?)")
DETERMINER = re.compile(r"^(?:(?:the|an?|its|their|and|in|of|that|while|but|with|on)\s)+", re.IGNORECASE)
LAST_SENTENCE = re.compile(r"(?s).*(?:[。！？\n]|(?<=[.!?])\s)")
SENTENCE_END = re.compile(r"[。！？\n.!?](?:(?<![.!?])|(?=\s))")  # the same ends, one sign each
CLAUSES = re.compile(r"[，。；：！？,;:!?\n|\t]")
VERB = re.compile(
    r"(?:已|将|为|是|有|达|同比|环比|比|较|增|下降|上升|上涨|下跌|提高|降|突破|实现|完成|共|约|超|近|逾|占|从|由|\d|其中|分别)"
)
NO_NOUN = re.compile(
    r"(?:比|较|是|以|在|与|按|该|即|只|其中|全[市省国县年]$|各|每|拟|据|.*\d|.*(?:[年月日周末初底]|季度|显示|预计|核算|计算|目前|期间|方面|起|统计|介绍|表示|以来|数据)$)"
)
DATE_FIRST = re.compile(r"^.*?\d[年月日季度上半底末初]*(?:以来)?(?=[^\d])(?!.*\d[年月日])")
NO_NOUNS = frozenset(("左右", "以上", "以下", "以内", "上下"))
DATED = re.compile(r"\d{4}|Q[1-4]|[年月]")


class Context(NamedTuple):
    """What is read around a number; each is an empty string where it cannot be read.

    Attributes
    ----------
    per : str
        Denominator of a rate, as one of our units where it is one (``month``), else as printed.
    direction : str
        ``up`` or ``down``: which way the words around say that it changed, apart from the comparator.
    basis : str
        ``yoy``, ``qoq`` or ``mom``: against what a change is counted.
    measures : str
        Shortest noun phrase that names what is measured; in a table the header of the column, or of the row.
    row, column : str
        Headers of a table's cell.
    """

    per: str = ""
    basis: str = ""
    direction: str = ""
    measures: str = ""
    row: str = ""
    column: str = ""


class Sentence(NamedTuple):
    """What is known of the sentence around a number, once for all its numbers.

    Attributes
    ----------
    begin : int
        Where it begins, as `SENTENCE_END` has it.
    changes : bool
        Whether a word of it can say which way something changed.
    """

    begin: int
    changes: bool


def context(text: str, mention: Mention, tables: Tables, sentence: Sentence | None = None) -> Context:
    """Read the words around a mention.

    Parameters
    ----------
    text : str
        The text, as it is.
    mention : Mention
    tables : Tables
        The tables of the folded text.
    sentence : Sentence, optional
        What is known of the sentence around it, which saves looking again.

    Returns
    -------
    Context
    """
    after = text[mention.end : mention.end + 40]
    if sentence:
        before = text[max(sentence.begin, mention.start - 160) : mention.start]
    else:
        before = _after(LAST_SENTENCE, text[max(0, mention.start - 160) : mention.start])
    row, column = tables.headers(mention.start) if tables else ("", "")
    if mention.kind in ("date", "clock", "schedule", "code", "ordinal"):
        return Context(row=row, column=column)
    clause = _after(LAST_CLAUSE, before)
    return Context(
        _per(before, after),
        _basis(clause, after),
        directions.direction(clause if not sentence or sentence.changes else "", after),
        _measures(before, clause, after, mention, row, column),
        row,
        column,
    )


def _after(ends: re.Pattern[str], text: str) -> str:
    found = ends.match(text)
    return text[found.end() :] if found else text


def _per(before: str, after: str) -> str:
    near = before[-NEAR:]
    found = SLASHED.match(after) or EACH_AFTER.match(after) or MEAN_BEFORE.search(near) or EACH_BEFORE.search(near)
    word = next(filter(None, found.groups()), "") if found else ""
    return PER_WORDS.get(word) or UNITS.get(word, (word,))[0]


def _basis(clause: str, after: str) -> str:
    rest = after.split(".", 1)[0]
    if not BASIS.search(clause) and not BASIS.search(rest):
        return ""  # nearly always: one search for all the words
    return next((basis for word, basis in ON_BASIS if word in clause or (word.isascii() and word in rest)), "")


def _measures(before: str, clause: str, after: str, mention: Mention, row: str, column: str) -> str:
    if column and mention.exact not in column:
        return IN_BRACKETS.sub("", column).strip() if not DATED.search(column) else row
    if mention.exact.isascii() and not re.search("[\u4e00-\u9fff]", clause + after):
        return _english(before, after, mention)
    if mention.kind == "count" and (follows := NOUN_AFTER.match(after)) and follows[0] not in NO_NOUNS:
        return follows[0]
    noun = DATE_FIRST.sub("", VERBS.sub("", clause))
    for part in chain([noun], map(_first_noun, reversed(CLAUSES.split(before)[:-1]))):
        if part and not NO_NOUN.match(part) and len(part) > 1:
            return part[-12:].rpartition("的")[2]
    return ""


def _first_noun(clause: str) -> str:
    """Return what comes before the first verb or number of a clause."""
    return VERB.split(DATE_FIRST.sub("", clause.strip()), maxsplit=1)[0]


def _english(before: str, after: str, mention: Mention) -> str:
    if mention.kind == "count" and (follows := NOUN_AFTER_EN.match(ENDS_EN.sub("", after) + " ")):
        return follows[1]
    sentence = SENTENCE_EN.split(before)[-1]
    of = OF_EN.match(after)
    if of:
        return of[1]
    found = SUBJECT_EN.search(sentence)
    return DETERMINER.sub("", found[1]) if found else ""
