"""Units as they are printed: money signs, measures, classifiers."""

import re
from collections.abc import Iterable

from claimbook.quantity.unit import UNITS as KNOWN

# fmt: off
# Words after a number that say how things are counted. A unit of several characters that begins with one stands first.
CLASSIFIERS = "项类个次件人户笔家条款名位种台套张只辆篇份队场届轮颗座所间栋幢股手列趟站层级句字页期批组对双杯碗片粒袋瓶盒勺餐顿口支枚把门课节班校镇县市区国起宗桩单盘局枪球记遍处道档房伙例头匹架艘根株棵封幅部集章本册剂针管滴包箱罐听串束捆车团营连排员省州村社区街道床柜桌席堂堆滩段环圈维元素核线声步帖票晚夜代味餐款式样首曲幕星孔朵扇块"
WORDS_COUNTED = ("人次 人份 车次 省份 小袋 大袋 小碗 架次 艘次 辆次 班次 户次 件次 例次 台次 家次 场次 批次 剂次 标箱 小杯 大杯 大勺 小勺 汤匙 茶匙 打 dozen dozens 小节 "
                 "个点 卷 阶 周期 年级 部门 部委 方面").split()
# After these classifiers 一 is an article (一个问题), unless something says that it counts (仅一个).
ARTICLE = set("夜个种项家条位名款类批部张支只座所间套句片组段样股道层届幅首篇门本块件场把口代回线身副番股系方声点桩则番腔"
              "根份头台棵朵对队") - set("台队对")
MONEY = {sign: unit.name for unit in KNOWN.values() for sign in unit.signs}
# 人民币500万: the word before names the unit where none is printed behind.
MONEY_BEFORE = {word: unit.name for unit in KNOWN.values() for word in unit.words_before}
# R and N are a rand and a naira only before an amount of money: R1.3 trillion, N120,000.
LONE = r"[RN](?=\d[\d,.]*[ ]?(?:thousand|million|billion|trillion|[mb]n?\b)|\d{1,3}(?:,\d{3})+)"
LONE_SIGNS = {"R": "ZAR", "N": "NGN"}
TIMES = frozenset(("year", "month", "week", "day", "hour", "minute", "second", "decade", "quarter"))
AS_PRINTED = {"X", "p", "g", "x", "B", "C", "G", "L", "MW", "T", "TW", "V", "W", "GW", "h", "s", "m2", "m3", "MJ", "ha", "hp", "mol", "Ah", "um", "ms", "ug", "TOPS", "Nm", "N·m",
              "A", "mA", "kA", "mV", "kV", "J", "mJ", "GJ", "mW", "µW", "μW", "mT", "kG", "kN", "MN", "mM", "µM", "μM", "nM", "Mpc", "kpc", "au", "AU",
              "eV", "keV", "MeV", "meV", "GeV", "TeV", "Da", "kDa", "MDa", "kbp", "Bq", "kBq", "MBq", "GBq", "Sv", "mSv", "µSv", "μSv", "Gy", "IU", "Pa",
              "GPa", "t", "l", "dl", "cl", "hl", "ng", "mi", "yd", "pc", "gal", "ct", "kn", "rad", "ns", "us", "pF", "nF", "THz", "MWe", "HP", "Wh", "cc",
              "in", "MP", "sen", "sens", "Rs", "NIS", "stone", "bar", "real"}
NOT_LATIN_ALONE = {"h", "s", "C", "m", "ha", "sec"}
# fmt: on


class Tree(dict[str, "Tree"]):
    """A tree of characters."""


def _read() -> dict[str, tuple[str, str, int]]:
    """Return the unit, kind and power of ten of every word in every form in which it is printed."""
    printed = {
        word: (unit.name, unit.kind, power)
        for unit in KNOWN.values()
        for power, words in unit.words.items()
        for word in words
    }
    # What is a word of its own (MW) goes before a form of another word (mW in capitals).
    units = {form: read for word, read in printed.items() for form in _forms(word)} | printed
    return units | {word: ("count", "count", 0) for word in [*CLASSIFIERS, *WORDS_COUNTED] if word not in units}


def _forms(word: str) -> set[str]:
    """Return a word as printed, in small letters, in capitals, with a capital first, and after a hyphen (14-inch)."""
    if not word[0].isalpha() or not word[0].isascii():
        return {word}
    forms = {word} if word in AS_PRINTED else {word, word.lower(), word.upper(), word.capitalize()}
    return forms | {word.replace(" ", "-")} | {f"-{form}" for form in (word, word.replace(" ", "-"))}


UNITS = _read()


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of `words`, the longest first, as a tree of their characters.

    A tree is left at the first character that does not fit; an alternation of words would try each of them.

    Examples
    --------
    >>> any_of(["元", "元整", "个月", "个"])
    '(?:个(?:月)?|元(?:整)?)'
    """
    tree = Tree()
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, Tree())
        node[""] = Tree()
    return _branch(tree)


def _branch(node: Tree) -> str:
    leaves = sorted(char for char, below in node.items() if char and set(below) == {""})
    longer = sorted(char for char, below in node.items() if char and set(below) != {""})
    options = [re.escape(char) + _branch(node[char]) for char in longer]
    if leaves:
        options.append(re.escape(leaves[0]) if len(leaves) == 1 else f"[{''.join(map(re.escape, leaves))}]")
    if not options:
        return ""
    return f"(?:{'|'.join(options)}){'?' if '' in node else ''}"
