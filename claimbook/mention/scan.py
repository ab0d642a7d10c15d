"""Scan a text for numeric expressions: one pattern, tried from left to right."""

import re
from dataclasses import dataclass

from claimbook.mention import read
from claimbook.mention.words import CURRENCIES, ENGLISH, FOLD, NO_NUMBERS, ORDINALS, UNIT_WORDS
from claimbook.quantity import Quantity
from claimbook.selector import Selector, select


def _any(words):
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


HAN = "零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟兆"
DIGIT = "[零一二三四五六七八九]"
ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3}(?!\w))?"
ZH_MAGNITUDE = r"[十百千]?[万亿]亿?|[百千](?![克米瓦焦卡帕升分])"
EN_MAGNITUDE = r"(?:hundred|thousand|million|billion|trillion)\b|(?:[kK]|[mM]n?|[bBtT]n)(?![A-Za-z])"
SCALE = rf"(?:\s?(?:{EN_MAGNITUDE})|[余多几]?(?:{ZH_MAGNITUDE}))?"
MIXED = rf"\d+(?:\.\d+)?[万亿]\d+(?:\.\d+)?[万千]?(?![\d年月日])|{ARABIC}"
HAN_NUMBER = (
    rf"[好]?[数几][十百千万亿]+|上[百千万亿]+|[一二三四五六七八九]?十几[万亿]*|(?<![参分少多总指系函常整复])[数几](?=[{{classifier}}])"
    rf"|[{HAN}]+(?:点{DIGIT}+[万亿]*)?"
)
EN_WORD = _any(set(ENGLISH) - {"a dozen", "zero"})
EN_NUMBER = (
    rf"(?i:(?:half a dozen|an? (?:dozen|hundred|thousand|million|billion|trillion)|(?:{EN_WORD}))"
    rf"(?:[- ](?:{EN_WORD}|hundred|thousand|million|billion|trillion|and (?:a half|{EN_WORD})))*(?![A-Za-z]))"
).replace(" ", r"\ ")
EXACT_CASE = {"g", "x"}  # 5G and X20 are names
UNIT = (
    r"(?:\s?(?:"
    + _any([w for w in UNIT_WORDS if not w[-1].isascii()] + ["%"])
    + r")|[ -]?(?:(?i:"
    + _any([w for w in UNIT_WORDS if w[-1].isascii() and w != "%" and w not in EXACT_CASE])
    + r")|[gx])(?![A-Za-z])|\s?°C)"
)
COUNTED = "个项类家人次件名位种台套张只辆场座栋年月天日周秒元倍成步公"  # what 数 and 几 count, as in 数天
HAN_NUMBER = HAN_NUMBER.replace("{classifier}", COUNTED)
MONEY = rf"(?:{_any(CURRENCIES)})\s?"
MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
YEAR = r"(?:19|20)\d{2}"
HAN_YEAR = r"[一二][九零]" + DIGIT + "{2}"
QUARTER = r"第?[一二三四1-4]季度|[上下]半年"
NUM = rf"(?:{MIXED}|{HAN_NUMBER}|(?<![A-Za-z]){EN_NUMBER})"
DASH = r"\s?(?:-|~|至|到|\bto\b)\s?"

PATTERN = re.compile(
    rf"""
    (?P<tag></?[A-Za-z][^<>\n]{{0,300}}>)
  | (?P<url>https?://[^\s，。；）\)]+|\bwww\.[^\s，。；）\)]+)
  | (?P<stop>{_any(NO_NUMBERS)}|十分(?![钟之])|千万(?=别|不|要|注意|小心|记)|(?<![A-Za-z])(?:one\ of|no\ one|someone|one\ another|at\ first|first-time|second\ thoughts?|one-time|third\ part(?:y|ies)|seconds?\ (?:thought|hand))\b)
  | (?P<docno>[〔\[\(]\d{{4}}[〕\]\)][^\s,，。、；;]{{0,12}}?\d+号(?:之[一二三四五六七八九十]+)?)
  | (?P<date>
        {YEAR}年\s?\d{{1,2}}月(?:\s?\d{{1,2}}日)? | {YEAR}年度?\s?(?:{QUARTER}) | {YEAR}年?\s?Q[1-4]\b | \d{{1,2}}月\d{{1,2}}日 | {YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)
      | (?<![\d.个])\d{{1,2}}月(?!球) | (?:{QUARTER})(?![个]) | {HAN_YEAR}年(?:[一二三四五六七八九十]+月(?:[一二三四五六七八九十]+日)?)?
      | [一二三四五六七八九十]+月[一二三四五六七八九十]+日
      | \b{MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?(?:,\ {YEAR})?\b | \b\d{{1,2}}(?:st|nd|rd|th)?\ {MONTH}(?:\ {YEAR})?\b | \b{MONTH}\ {YEAR}\b
      | \bQ[1-4](?:\ {YEAR})?\b | \b(?:first|second|third|fourth)\ quarter(?:\ of\ {YEAR})?\b )
  | (?P<year>\bFY\s?{YEAR}\b | (?<![\d.,]){YEAR}(?:[-~至到]{YEAR})?(?:年(?![期间])|(?=年间)) | (?<![\d.]){YEAR}/\d{{2}}(?!\d) | (?<![\w.,$¥€£#/-]){YEAR}(?:-{YEAR})?(?![\w,%.-]*[\d%]|[-\s]?(?:{_any([w for w in UNIT_WORDS if not w.isascii()])})|\s(?:{_any([w for w in UNIT_WORDS if w.isascii() and w.isalpha() and len(w) > 2])})\b|\w) )
  | (?P<week>每周[一二三四五六日天](?:[上下]午|晚)?(?P<hour>\d{{1,2}})[点时])
  | (?P<schedule>周[一二三四五六日天][至到-]周?[一二三四五六日天] | \d{{1,2}}×\d{{1,2}}小时 | \b24/7\b)
  | (?P<clock>(?<!\d)\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?(?:[ap]\.m\.|[ap]m\b))?(?:\s?[-~至到–]\s?\d{{1,2}}:\d{{2}}(?:\s?(?:[ap]\.m\.|[ap]m\b))?)? | \b\d{{1,2}}\s?(?:[ap]\.m\.|[ap]m\b)
      | (?<![\d.个])(?:\d{{1,2}}|[一二两三四五六七八九十]{{1,3}}|零)(?:[点时](?:半|整|\d{{1,2}}分|[一二三四五六七八九十]{{1,3}}分|[一三]刻)|时(?=[起至到许前后]|\b)|点(?=[起至到许前后钟]|$|[,，。、)）]))(?:[至到-]\d{{1,2}}[点时](?:半|整|\d{{1,2}}分)?)? )
  | (?P<phone>(?<![\d.])(?:\+?\d{{1,3}}-)?(?:\d{{3,4}}-\d{{3,4}}-\d{{3,4}}|0\d{{2,3}}-\d{{7,8}}|400\d{{7}}|1[3-9]\d{{9}})(?![\d.]) | (?<=拨打)\d{{5,}} | (?<=热线)\d{{5,}} | (?<=电话)\d{{5,}} | (?<=[打线话服询])\d{{3,5}}(?!\d|[,.]\d))
  | (?P<version>(?<![\w.])v\d+(?:\.\d+)*\b | \b\d+\.\d+\.\d+(?:\.\d+)*\b | (?<=\b[Vv]ersion\ )\d+(?:\.\d+)* | (?<=版本)\d+(?:\.\d+)*
      | (?<=[A-Za-z]\ )\d+\.0\b(?!\s?[%万亿]) )
  | (?P<code>\b[A-Z]{{1,4}}[/ ]?[A-Z]?\ ?\d{{3,}}[-.][\d.-]+\d\b | \b(?!(?:US|HK|RMB|CNY|USD|FY|Q)\b)[A-Za-z]+-?\d+[A-Za-z]?\w*(?:-\d+)?(?:号|次)?
      | (?<=代码[:\s])\d{{5,6}} | (?<=代码)\d{{5,6}} | (?<=编号[:\s])[\w-]+ | (?<=编号)[A-Za-z]*\d[\w-]* | (?<=order\ )\#?\d{{4,}} | (?<=order\ \#)\d{{4,}} | \b{YEAR}-\d{{3}}\b | \d{{2}}号(?=汽油|柴油) )
  | (?P<ordinal>第(?:\d+|[{HAN}]+)(?:[-~至到]第?(?:\d+|[{HAN}]+))? | 前(?:\d+|[一二三四五六七八九十百]+)(?![年月天周日个几]) | (?:No\.|№|\#)\s?\d+ | \b\d+(?:st|nd|rd|th)\b
      | (?<![A-Za-z])(?<!per\ )(?i:{_any(ORDINALS)})\b(?!\ (?:aid|name|hand|half|person|place)) | (?:(?<![^\n])|(?<=\n[\ \t]))\d+(?=[.)、]\s?[^\d\s]) | (?<![^\n])[一二三四五六七八九十]+(?=、) | (?<=[(（])[一二三四五六七八九十](?=[)）]) )
  | (?P<compound>(?P<c1>\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(?P<cu1>年|天|个?小时|分)零?(?P<c2>\d+|[一二两三四五六七八九十]+)(?P<cu2>个月|个?小时|分钟?|秒)(?:零?(?P<c3>\d+)(?P<cu3>分钟?|秒))?)
  | (?P<ratio>(?<!\d)\d+(?:\.\d+)?[∶:]1(?!\d))
  | (?P<andhalf>(?P<hcount>\d+|[一二两三四五六七八九十]+)个半(?P<hunit>小时|月|钟头))
  | (?P<fraction>百分之(?P<percent>负?(?:{ARABIC}|[{HAN}]+(?:点{DIGIT}+)?)(?:[至到-](?:百分之)?(?:{ARABIC}|[{HAN}]+(?:点{DIGIT}+)?))?) | (?P<permille>[千万]分之(?:{ARABIC}|[{HAN}]+))
      | (?P<under>\d+|[{HAN}]+)分之(?P<upper>\d+|[{HAN}]+) | 一半|过半|半数 | (?P<tenths>[一二三四五六七八九两]{{1,2}})成(?P<hundredths>[一二三四五六七八九半])?(?![为立功员本交长熟果就绩])
      | \b(?P<out>\d+|(?i:{EN_WORD}))\ (?:in|out\ of)(?:\ every)?\ (?P<of>\d+|(?i:{EN_WORD}))(?!\ ?{YEAR}|\d|\ (?:million|hundred|days|months|years|weeks))\b
      | \b(?P<parts>[Aa]|(?i:one|two|three|four|five))[-\ ](?P<part>thirds?|quarters?|fifths?|tenths?)\b(?!\ of\ {YEAR}) | (?<![A-Za-z-])half\b(?!\ a\ dozen|\ (?:a|an)\ |-)
      | (?<![\d/.])(?P<over>\d{{1,2}}(?:\.\d)?)/(?P<below>\d{{1,2}})(?![\d/]) )
  | (?P<halftime>半(?P<halfunit>年|个月|小时|天|个小时|日|个世纪|分钟)(?:[至到~-](?P<halfhigh>\d+|[一二两三四五六七八九十]+)(?P=halfunit))?) | (?P<fold>双重|翻了?[一两三]?[番倍]|增倍|\b(?:doubl|tripl|quadrupl|halv)(?:ed|es|ing|e)\b|\b(?:twice|thrice)\b)
  | (?P<between>\b[Bb]etween\s(?P<bmoney>{MONEY})?(?P<blow>{ARABIC}|{EN_NUMBER})(?P<blowscale>{SCALE})(?P<blowunit>{UNIT})?\sand\s(?:{MONEY})?(?P<bhigh>{ARABIC}|{EN_NUMBER})(?P<bhighscale>{SCALE})(?P<bhighunit>{UNIT})?)
  | (?P<plusminus>(?:(?P<centre>{ARABIC})(?P<centreunit>{UNIT})?\s?)?±\s?(?P<spread>{ARABIC})(?P<spreadunit>{UNIT})?)
  | (?P<number>(?:(?P<sign>[≥≤≧≦<>≈])\s?)?(?P<minus>(?<![A-Za-z0-9%)~])-|负|零下)?(?P<money>{MONEY})?(?P<minus2>-)?
        (?P<low>{NUM})(?P<lowmore>[余多几](?![{HAN}]))?(?P<lowscale>{SCALE})(?P<lowmore2>[余多])?(?P<lowunit>{UNIT})?(?P<tail>半(?!数|价|径)|多(?=[钟个])钟?)?
        (?:{DASH}(?:{MONEY})?(?P<high>{NUM})(?P<highscale>{SCALE})(?P<highmore>[余多])?(?P<highunit>{UNIT})?)?)
    """,
    re.VERBOSE | re.MULTILINE | re.ASCII,
)
# Where a number can begin: a digit, a numeral or a sign of the pattern above, or the first letter of a word.
NAMES = "".join(sorted({word[0] for word in NO_NUMBERS}))
BEGIN = re.compile(rf"(?<![A-Za-z])[A-Za-z]|[0-9{HAN}{NAMES}数几上下好半双翻增过负每周第前±¥$€£≥≤≧≦<>≈№#〔\[(-]")
DIGITS_IN_ADDRESS = re.compile(r"[A-Za-z]*\d[A-Za-z0-9]*")
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Mention:
    """One numeric expression in a text: where it stands, what it says, and of what kind it is.

    A date, a clock time and a code are named by their `unit`; their `quantity` has no ends.
    """

    selector: Selector
    quantity: Quantity
    kind: str

    def as_dict(self):
        """Return the plain fields that ``claimbook mentions`` prints."""
        q, s = self.quantity, self.selector
        low, high = ("", "") if q.low is None else (f"{q.low:f}", f"{q.high:f}")
        return {
            "start": s.start,
            "end": s.end,
            "exact": s.exact,
            "low": low,
            "high": high,
            "unit": q.unit,
            "comparator": q.comparator,
            "kind": self.kind,
        }


def mentions(text):
    """Yield every numeric expression of `text`, in order.

    Examples
    --------
    >>> [m.selector.exact for m in mentions("权重60%-80%,共数百项,超过１,200元")]
    ['60%-80%', '数百项', '１,200元']
    """
    folded = text.translate(FOLD)
    for match, end in matches(folded):
        if match["url"] or match["tag"]:
            pattern = DIGITS_IN_ADDRESS if match["url"] else DIGITS
            for inner in pattern.finditer(match[0]):
                span = (match.start() + inner.start(), match.start() + inner.end())
                yield Mention(select(text, *span), read.named("code"), "code")
        elif end is not None:
            start, stop, quantity, kind = end
            yield Mention(select(text, start, stop), quantity, kind)


def matches(folded):
    """Yield each match with what was read of it; the pattern is tried only where a number can begin."""
    begins = BEGIN.search(folded)
    while begins:
        match = PATTERN.match(folded, begins.start())
        if not match:
            begins = BEGIN.search(folded, begins.end())
            continue
        found = None
        if not (match["url"] or match["tag"] or match["stop"]):
            found = read.read(folded, match)
        yield match, found
        begins = BEGIN.search(folded, found[1] if found else match.end())
