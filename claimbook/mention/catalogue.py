"""The catalogue of forms: what each form of numbers can begin with, its pattern, and how a match is read."""

import re
import string
from decimal import Decimal
from typing import NamedTuple

from claimbook.mention import atoms, forms, named, numerals, ranges, roles
from claimbook.mention.units import UNITS, any_of
from claimbook.mention.words import DIGITS, NO_ENGLISH, NO_NUMBERS, POWERS, TOPS

ARABIC, LETTERS = string.digits, string.ascii_letters
HAN = "".join(DIGITS) + "".join(POWERS) + "".join(TOPS) + "廿卅"
FLAGS = re.VERBOSE | re.MULTILINE | re.ASCII
LONG, YEAR, LABEL = "\0", "\1", "\2"
LABELS = frozenset("拨电线话打服码号图表件本:(")
SPACE = 0xE000  # what stands behind a space is told by private characters


def after_space(chars):
    """Return the marks of characters that stand behind a space behind the digits."""
    return "".join(chr(SPACE + ord(char) % 0x1000) for char in chars)


class Form(NamedTuple):
    """One form of numbers: the characters it can begin with, its pattern, and how a match is read.

    A form that begins with Arabic digits says in `then` what can stand behind them, or that it is `LONG`, like a `YEAR`, or has a
    `LABEL` before it, so that it is tried nowhere else.

    ``read(text, match)`` returns start, end, low, high, unit, comparator and kind; or None where the match is no number.
    """

    name: str
    begins: str
    pattern: str
    read: object
    then: str = ""


def _named(unit, kind=None):
    """Return a reader of what has no value."""
    return lambda text, match: (*match.span(), None, None, unit, "=", kind or unit)


def _valued(unit, kind, value):
    """Return a reader of a form in a unit of its own; `value` returns one value or both ends, or None."""

    def read(text, match):
        """Read a match in that unit."""
        found = value(match)
        if found is None:
            return None
        low, high = found if isinstance(found, tuple) else (found, found)
        start, end = match.span()
        if match[0][-1] == "多":
            return start, end, low, high, unit, ">", kind
        return start, end, low, high, unit, roles.comparator(text, start, end, unit), kind

    return read


def _exactly(unit, kind, value):
    """Return a reader of a form that takes no comparator."""
    return lambda text, match: (*match.span(), *value(match), unit, "=", kind)


def _code(text, match):
    start, end = match.span()
    return start, end, None, None, "code", roles.comparator(text, start, end, "code"), "code"


def _schedule(text, match):
    hour = named.hour_of_week(match[0])
    return *match.span(), hour, hour, "schedule" if hour is None else "weekday_hour", "=", "schedule"


def _fraction(text, match):
    found = forms.fraction(match)
    if not found:
        return None
    value, share = found
    start, end = match.span()
    unit, kind = ("percent", "share") if share else ("count", "count")
    value = (value * 100).normalize() if share else value
    return start, end, value, value, unit, roles.comparator(text, start, end, unit), kind


def _slash(text, match):
    """Read 8.5/10 as points, 3/4 as a share, 1 3/5 as a number."""
    over, below = Decimal(match["over"]), Decimal(match["below"])
    if not below:
        return None
    start, end = match.span()
    measured = atoms.UNIT_AT.match(text, end)
    unit, kind, power = atoms.unit_of(measured and measured[0].strip(" "))
    if match["entire"] or (over < below and kind in ("measure", "duration")):  # 5 1/2-year, 3/4 inch
        value = (Decimal(match["entire"] or 0) + over / below).scaleb(power)
        return start, measured.end() if measured else end, value, value, unit, "=", kind
    if match["opposite"]:
        value = -over / below
        return start, end, value, value, "count", "=", "count"
    if match["below"] in ("10", "5", "100") and not (match["below"] == "5" and "." not in match["over"]):
        return start, end, over, over, "point", "=", "point"
    if over >= below:  # 118/76 is a blood pressure
        return None
    value = 100 * over / below
    return start, end, value, value, "percent", roles.comparator(text, start, end, "percent"), "share"


def _out_of(text, match):
    """Read 8 out of 10 as a share, 4.8 out of 5 as points."""
    if "." in match["out"]:
        return *match.span(), Decimal(match["out"]), Decimal(match["out"]), "point", "=", "point"
    return _valued(*ONE_PERCENT, forms.out_of)(text, match)


def _with_unit(reader):
    """Return a reader of a form that finds its own unit."""

    def read(text, match):
        """Read a match in the unit that its reader finds."""
        value, unit = reader(match)
        start, end = match.span()
        return start, end, value, value, unit, roles.comparator(text, start, end, unit), "duration"

    return read


def _race(text, match):
    """Read a time that was run, 2:07:43, in seconds."""
    hours, minutes, seconds = map(Decimal, match[0].split(":"))
    value = hours * 3600 + minutes * 60 + seconds
    return *match.span(), value, value, "second", "=", "duration"


def _half_time(text, match):
    unit, kind, _ = UNITS.get(match["halfunit"]) or UNITS["个" + match["halfunit"]]
    high = match["halfhigh"]
    start, end = match.span()
    if high and match["highhalfunit"] and unit != (UNITS.get(match["highhalfunit"]) or UNITS["个" + match["highhalfunit"]])[0]:
        high, end = None, match.end("halfunit")
    top = forms.number(high) if high else forms.HALF
    return start, end, forms.HALF, top, unit, roles.comparator(text, start, end, unit), kind


def _one_and_half(text, match):
    unit, value = {"月": "month", "星期": "week"}.get(match["hunit"], "hour"), forms.number(match["hcount"]) + forms.HALF
    start, end = match.span()
    return start, end, value, value, unit, roles.comparator(text, start, end, unit), "duration"


def _ratio(text, match):
    """Read 16.2∶1 as a multiple; a score is two numbers, of which this is the first."""
    below = Decimal(match["consequent"])
    start, end = match.span()
    if not below or (below != 1 and Decimal(match["antecedent"]) != 1 and "∶" not in match[0]) or "比" in match[0]:
        end = match.end("antecedent")
        value = Decimal(match["antecedent"])
        return start, end, value, value, "point", "=", "point"
    value = Decimal(match["antecedent"]) / below
    return start, end, value, value, "times", roles.comparator(text, start, end, "times"), "ratio"


def _fold(text, match):
    value = forms.fold(match["fold"])
    start, end = match.span()
    word = match[0].lower()
    kind = "ratio" if word in ("twice", "thrice", "双重") else "change"
    unit = "percent" if word == "减半" else "times"
    value = Decimal(50) if word == "减半" else value
    return start, end, value, value, unit, roles.comparator(text, start, end, unit), kind


def _spread(text, match):
    centre = numerals.arabic(match["centre"]) if match["centre"] else Decimal(0)
    spread = numerals.arabic(match["spread"])
    start, end = match.span()
    found = atoms.UNIT_AT.match(text, end)
    unit_word = found[0].strip(" ") if found else match["centreunit"]
    if unit_word and unit_word.strip(" ") not in UNITS:
        unit_word = None
    unit, kind, power = atoms.unit_of(unit_word)
    low, high = (centre - spread).scaleb(power), (centre + spread).scaleb(power)
    return start, found.end() if found else end, low, high, unit, "=", kind


ONE_PERCENT = ("percent", "share")
FORMS = (
    Form("tag", "<", r"</?[A-Za-z][^<>\n]{0,300}>", None),
    Form("url", "hw", r"https?://[^\s，。；）)]+ | \bwww\.[^\s，。；）)]+", None),
    Form("stop", "".join(sorted({word[0] for word in NO_NUMBERS})) + "十千上下新另某任", rf"{any_of([word for word in NO_NUMBERS])} | 十分(?![钟之]) | 四季(?!度) | (?<![早晚以之])[上下新另某任]一(?![零一二两三四五六七八九十百千万亿点时成半倍]) | 一点点?(?![零一二三四五六七八九半]) | 千万(?=别|不|要|注意|小心|记|勿|当心)", None),
    Form("stop_en", "".join(sorted({word[0] for word in NO_ENGLISH} | {word[0].upper() for word in NO_ENGLISH})), rf"{any_of([w for w in NO_ENGLISH] + [w[0].upper() + w[1:] for w in NO_ENGLISH])}(?![A-Za-z])".replace(" ", r"\ ").replace(r"\\ ", r"\ "), None),
    Form("day_paren", "(", r"\(\d{1,2}\)日", _named("date")),
    Form("race", ARABIC, r"(?:(?<=\bin\ )|(?<=成绩[为是])|(?<=用时)|(?<=time\ of\ ))\d{1,2}:\d{2}:\d{2}", _race, ":"),
    Form("document", "〔[(【", named.DOCUMENT, _named("code")),
    Form("phone", ARABIC + "+(", named.PHONES, _named("code"), "-" + LONG + after_space("0123456789")),
    Form("schedule", ARABIC, named.SCHEDULE_DIGITS, _named("schedule"), "×x*/:"),
    Form("schedule_zh", "每周星工", named.SCHEDULE_ZH, _schedule),
    Form("schedule_en", "MTWFS", named.SCHEDULE_EN, _named("schedule")),
    Form("code", ARABIC, named.CODES, _code, "-.GKkpA型强工号/D(" + LONG),
    Form("version", ARABIC, named.VERSIONS, _code, "."),
    Form("type", "tT", named.TYPE, _code),
    Form("version_v", "vV", r"[vV]\d+(?:\.\d+)*(?![\w.])", _code),
    Form("date", ARABIC, named.DATE_DIGITS, _named("date"), "年月日号-/.至到~世后季QHsnrt" + LONG + after_space("JFMASONDQHot-至到~年月日")),
    Form("date_han", HAN, named.DATE_HAN, _named("date")),
    Form("date_words", "第前上下QH", named.DATE_WORDS, _named("date")),
    Form("date_en", "JFMASONDQHfsltL", named.DATE_ENGLISH, _named("date")),
    Form("fiscal", "Ff", r"(?:FY\ ?(?:\d{4}|\d{2})(?!\d)|[Ff]iscal\ (?:year\ )?(?:19|20)\d{2})", _exactly("year", "date", lambda match: (Decimal(("20" if len(re.search(r"\d+", match[0])[0]) == 2 else "") + re.search(r"\d+", match[0])[0]),) * 2)),
    Form("years", ARABIC, named.YEARS, _exactly("year", "date", named.years), "年-/~至到财款版赛学" + YEAR + after_space("年-~至到t")),
    Form("clock", ARABIC + HAN, named.CLOCK_RANGE, _named("clock"), ":点时apAP-." + after_space("apAP-~至到t")),
    Form("labelled", ARABIC, named.LABELLED, _code, LABEL),
    Form("series", ARABIC, named.SERIES, _exactly("rank", "ordinal", named.ranks), LABEL),
    Form("mark", ARABIC, rf"{named.ORDINAL_MARK} | {named.ORDINAL_PAREN}", _exactly("rank", "ordinal", named.ranks), ".)、"),
    Form("mark_zh", HAN, named.ORDINAL_MARK_ZH, _exactly("rank", "ordinal", named.ranks)),
    Form("circled", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "[①-⑳]", _exactly("rank", "ordinal", named.ranks)),
    Form("spaced_discount", ARABIC, r"[1-9]\ [1-9]\ ?折", _valued(*ONE_PERCENT, lambda match: Decimal(match[0][0] + match[0][2])), after_space("0123456789")),
    Form("ordinal_zh", "第", named.ORDINAL_ZH, _exactly("rank", "ordinal", named.ranks)),
    Form("ordinal_front", "前", named.ORDINAL_FRONT, _exactly("rank", "ordinal", named.ranks)),
    Form("ordinal_sign", "Nn№#", named.ORDINAL_SIGN, _exactly("rank", "ordinal", named.ranks)),
    Form("ordinal_th", ARABIC, named.ORDINAL_TH, _exactly("rank", "ordinal", named.ranks), "snrt"),
    Form("compound", ARABIC + HAN, forms.COMPOUND, _with_unit(forms.compound), "年天个小分."),
    Form("compound_en", ARABIC, forms.COMPOUND_EN, _with_unit(forms.compound_en), "hmy." + after_space("hmy")),
    Form("money_zh", ARABIC + HAN, forms.MONEY_ZH, _valued("CNY", "money", forms.money_zh), "元块"),
    Form("jiao_zh", ARABIC + HAN, forms.JIAO_ZH, _valued("CNY", "money", lambda match: forms.number(match["jiaos"]).scaleb(-1) + forms.number(match["fens"]).scaleb(-2)), "角毛"),
    Form("dollars_zh", ARABIC + HAN, forms.DOLLARS_ZH, _valued("USD", "money", lambda match: forms.number(match["dollars"]) + forms.number(match["uscents"]).scaleb(-2)), "美"),
    Form("price", ARABIC + HAN, forms.KUAI, _valued("CNY", "money", forms.kuai), "块"),
    Form("height", ARABIC + HAN, forms.METRES, _valued("metre", "measure", forms.metres), "米"),
    Form("clocked", ARABIC, forms.CLOCKED, _valued("second", "duration", forms.clocked), "秒"),
    Form("one_and_half", ARABIC + HAN, forms.ONE_AND_HALF, _one_and_half, "个"),
    Form("share_zh", HAN + "数几半过超对负", forms.SHARE_ZH, _valued(*ONE_PERCENT, forms.share_zh)),
    Form("fraction", ARABIC + HAN + "负", forms.FRACTION, _fraction, "又分" + after_space("分又")),
    Form("multiple", "翻增双减倍dtqhDTHtT", forms.FOLD, _fold),
    Form("half_time", "半", forms.HALF_TIME, _half_time),
    Form("part_point", LETTERS, forms.PART_POINT, _valued("percentage_point", "change", forms.part_point)),
    Form("half_en_time", "hH", forms.HALF_EN_TIME, lambda text, match: (*match.span(), forms.HALF, forms.HALF, *UNITS.get(match["enhalfunit"], ("century", "duration"))[:1], roles.comparator(text, *match.span(), "hour"), "duration")),
    Form("ratio", ARABIC, forms.RATIO, _ratio, ":∶比." + after_space("∶:比")),
    Form("slash", ARABIC + "-", forms.SLASH, _slash, "/." + after_space("0123456789/")),
    Form("out_of", ARABIC + LETTERS, forms.OUT_OF, _out_of, ",." + after_space("io")),
    Form("portion", LETTERS, forms.PART, _valued(*ONE_PERCENT, forms.part)),
    Form("power", ARABIC + "-", forms.POWER, _valued("count", "count", forms.raised), "^."),
    Form("below_zero", "零", r"零下(?=[\d零一二三四五六七八九十两])", ranges.below_zero),
    Form("plus_minus", ARABIC + "±+p正", forms.SPREAD, _spread, "±+%℃°元克岁个.gkmcl" + after_space("±+")),
    Form("between", "bB", r"[Bb]etween\ (?=\S)", lambda text, match: ranges.between(text, match.start())),
    Form("vague_en", LETTERS, forms.VAGUE, _valued("count", "count", forms.vague)),
    Form("half_en", "hH", forms.HALF_EN, _valued(*ONE_PERCENT, lambda match: Decimal(50))),
    Form("ordinal_en", LETTERS, named.ORDINAL_EN, _exactly("rank", "ordinal", named.ranks)),
)
READERS = {form.name: form.read for form in FORMS}
