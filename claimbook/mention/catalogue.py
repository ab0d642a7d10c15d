"""The catalogue of forms: what each form of numbers can begin with, its pattern, and how a match is read."""

import re
import string
from decimal import Decimal
from typing import NamedTuple

from claimbook.mention import forms, named, ranges, readers, spoken
from claimbook.mention.units import any_of
from claimbook.mention.words import DIGITS, NO_ENGLISH, NO_NUMBERS, POWERS, TOPS

ARABIC, LETTERS = string.digits, string.ascii_letters
HAN = "".join(DIGITS) + "".join(POWERS) + "".join(TOPS) + "廿卅"
FLAGS = re.VERBOSE | re.MULTILINE | re.ASCII
LONG, YEAR, LABEL = "\0", "\1", "\2"
LABELS = frozenset("拨电线话打服码号图表件本:(")
SPACE = 0xE000  # a private character marks what comes after a space


def after_space(chars: str) -> str:
    """Return the marks of characters that come after a space after the digits."""
    return "".join(chr(SPACE + ord(char) % 0x1000) for char in chars)


class Form(NamedTuple):
    """One form of numbers: the characters it can begin with, its pattern, and how a match is read.

    A form that begins with Arabic digits says in `then` what can follow them, or that it is `LONG`, like a `YEAR`, or has a
    `LABEL` before it, so that it is tried nowhere else.

    ``read(text, match)`` returns start, end, low, high, unit, comparator and kind; or None where the match is no number.
    """

    name: str
    begins: str
    pattern: str
    read: readers.Reader | None
    then: str = ""


FORMS = (
    Form("tag", "<", r"</?[A-Za-z][^<>\n]{0,300}>", None),
    Form("url", "hwp", r"pic\.twitter\.com/\w+ | https?://[^\s，。；）)]+ | \bwww\.[^\s，。；）)]+", None),
    Form(
        "stop",
        "".join(sorted({word[0] for word in NO_NUMBERS})) + "十千上下新另某任",
        rf"{any_of([word for word in NO_NUMBERS])} | 十分(?![钟之]) | 四季(?!度) | (?<![早晚以之])[上下新另某任]一(?![零一二两三四五六七八九十百千万亿点时成半倍]) | [一三八]角(?!钱|五分) | 二?十[一二三四五六七八九]?届(?=[一二三四五六七八]中) | 一道(?![题菜门防坎工光关屏]) | 万千(?!瓦) | 万万(?=没|不|想不|使不|没有) | (?<=有)一天 | 四起(?![事案交]) | 一(?P<again>[\u4e00-\u9fff])(?<![年天])(?P=again) | 一点点?(?![零一二三四五六七八九半]) | 千万(?=”?工程|别|不|要|注意|小心|记|勿|当心)",
        None,
    ),
    Form(
        "stop_en",
        "".join(sorted({word[0] for word in NO_ENGLISH} | {word[0].upper() for word in NO_ENGLISH})),
        rf"{any_of([w for w in NO_ENGLISH] + [w[0].upper() + w[1:] for w in NO_ENGLISH])}(?![A-Za-z])".replace(
            " ", r"\ "
        ).replace(r"\\ ", r"\ "),
        None,
    ),
    Form("day_paren", "(", r"\(\d{1,2}\)日(?![本元韩俄前])", readers.valueless("date")),
    Form(
        "race",
        ARABIC,
        r"(?:(?<=\bin\ )|(?<=成绩[为是])|(?<=用时)|(?<=time\ of\ ))\d{1,2}:\d{2}:\d{2} | \d{1,2}:[0-5]\d\.\d{1,3}(?![\d:])",
        readers.race,
        ":",
    ),
    Form("document", "〔[(【", named.DOCUMENT, readers.valueless("code")),
    Form("phone", ARABIC + "+(", named.PHONES, readers.valueless("code"), "-" + LONG + after_space("0123456789")),
    Form("schedule", ARABIC, named.SCHEDULE_DIGITS, readers.valueless("schedule"), "×x*/:"),
    Form("schedule_zh", "每周星工", named.SCHEDULE_ZH, readers.schedule),
    Form("schedule_en", "MTWFS", named.SCHEDULE_EN, readers.valueless("schedule")),
    Form(
        "code_han",
        "-",
        named.CODE_HAN,
        lambda _, match: (match.start() + 1, match.end(), None, None, "code", "=", "code"),
    ),
    Form("code", ARABIC, named.CODES, readers.code, "-.GgKkpPABCEFMHXTtsx型强工号/DS(" + LONG + after_space("型")),
    Form("version", ARABIC, named.VERSIONS, readers.code, "."),
    Form("type", "tT", named.TYPE, readers.code),
    Form("version_v", "vV", r"[vV]\d+(?:\.\d+)*(?![\w.])", readers.code),
    Form(
        "date",
        ARABIC,
        named.DATE_DIGITS,
        readers.valueless("date"),
        "年月日号-/.至到~世后季QHsnrt" + LONG + after_space("JFMASONDQHot-至到~年月日"),
    ),
    Form("date_han", HAN, named.DATE_HAN, readers.valueless("date")),
    Form("date_words", "第前上下QH", named.DATE_WORDS, readers.valueless("date")),
    Form("date_en", "JFMASONDQHfsltL", named.DATE_ENGLISH, readers.valueless("date")),
    Form(
        "fiscal",
        "Ff",
        r"(?:FY\ ?(?:\d{4}|\d{2})(?!\d)|[Ff]iscal\ (?:year\ )?(?:(?:19|20)\d{2}|['’]\d{2}(?!\d)))",
        readers.exactly("year", "date", named.fiscal),
    ),
    Form(
        "years",
        ARABIC,
        named.YEARS,
        readers.exactly("year", "date", named.years),
        "年-/~至到财款版赛学" + YEAR + after_space("年-~至到t"),
    ),
    Form(
        "clock",
        ARABIC + HAN,
        named.CLOCK_RANGE,
        readers.valueless("clock"),
        ":点时apAP-." + after_space("apAP-~至到t点时"),
    ),
    Form("zone", ARABIC, named.CLOCK_ZONE, readers.valueless("clock"), YEAR + "GUBECI" + after_space("GUBECIh")),
    Form("labelled", ARABIC, named.LABELLED, readers.code, LABEL),
    Form("series", ARABIC, named.SERIES, readers.exactly("rank", "ordinal", named.ranks), LABEL),
    Form(
        "mark",
        ARABIC,
        rf"{named.ORDINAL_MARK} | {named.ORDINAL_PAREN}",
        readers.exactly("rank", "ordinal", named.ranks),
        ".)、",
    ),
    Form("mark_zh", HAN, named.ORDINAL_MARK_ZH, readers.exactly("rank", "ordinal", named.ranks)),
    Form("circled", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "[①-⑳]", readers.exactly("rank", "ordinal", named.ranks)),
    Form(
        "spaced_discount",
        ARABIC,
        r"[1-9]\ [1-9]\ ?折",
        readers.valued(*readers.ONE_PERCENT, lambda match: Decimal(match[0][0] + match[0][2])),
        after_space("0123456789"),
    ),
    Form("ordinal_zh", "第", named.ORDINAL_ZH, readers.exactly("rank", "ordinal", named.ranks)),
    Form("ordinal_front", "前", named.ORDINAL_FRONT, readers.exactly("rank", "ordinal", named.ranks)),
    Form("ordinal_sign", "Nn№#", named.ORDINAL_SIGN, readers.exactly("rank", "ordinal", named.ranks)),
    Form("ordinal_th", ARABIC, named.ORDINAL_TH, readers.exactly("rank", "ordinal", named.ranks), "snrt"),
    Form("compound", ARABIC + HAN, forms.COMPOUND, readers.with_unit(forms.compound), "年天个小分."),
    Form("compound_en", ARABIC, forms.COMPOUND_EN, readers.with_unit(forms.compound_en), "hmy." + after_space("hmy")),
    Form("money_zh", ARABIC + HAN, forms.MONEY_ZH, readers.coins(forms.money_zh), "元块蚊"),
    Form(
        "jiao_zh",
        ARABIC + HAN,
        forms.JIAO_ZH,
        readers.valued(
            "CNY",
            "money",
            lambda match: (
                forms.number(match["jiaos"]).scaleb(-1) + forms.number(match["fens"] or match["fens2"]).scaleb(-2)
            ),
        ),
        "角毛",
    ),
    Form(
        "dollars_zh",
        ARABIC + HAN,
        forms.DOLLARS_ZH,
        readers.valued(
            "USD", "money", lambda match: forms.number(match["dollars"]) + forms.number(match["uscents"]).scaleb(-2)
        ),
        "美",
    ),
    Form("price", ARABIC + HAN, forms.KUAI, readers.coins(forms.kuai), "块蚊"),
    Form("height", ARABIC + HAN, forms.METRES, readers.valued("metre", "measure", forms.metres), "米"),
    Form("short_height", "米", forms.SHORT_HEIGHT, readers.valued("metre", "measure", forms.short_height)),
    Form("clocked", ARABIC, forms.CLOCKED, readers.valued("second", "duration", forms.clocked), "秒"),
    Form("one_and_half", ARABIC + HAN, forms.ONE_AND_HALF, readers.one_and_half, "个"),
    Form("share_zh", HAN + "数几半过超对负", forms.SHARE_ZH, readers.valued(*readers.ONE_PERCENT, forms.share_zh)),
    Form("fraction", ARABIC + HAN + "负", forms.FRACTION, readers.fraction, "又分万." + after_space("分又")),
    Form("multiple", "翻增双减倍" + LETTERS, forms.FOLD, readers.fold),
    Form("great", HAN, forms.GREAT, readers.valued("count", "count", lambda match: forms.number(match["kinds"]))),
    Form("half_time", "半", forms.HALF_TIME, readers.half_time),
    Form("part_point", LETTERS, forms.PART_POINT, readers.valued("percentage_point", "change", forms.part_point)),
    Form("and_part", ARABIC + LETTERS, forms.AND_PART, readers.and_part, after_space("hmdwya")),
    Form("one_unit", "aA", forms.ONE_UNIT, readers.one_unit),
    Form("half_en_time", "hH", forms.HALF_EN_TIME, readers.half_en_time),
    Form("tall", ARABIC, spoken.TALL, readers.valued("inch", "measure", spoken.tall), "'’′f-" + after_space("f'’")),
    Form(
        "loose_point",
        ARABIC,
        spoken.LOOSE_POINT,
        readers.valued(*readers.ONE_PERCENT, spoken.loose_point),
        after_space("."),
    ),
    Form("odds", ARABIC + LETTERS, spoken.ODDS, readers.valued("times", "ratio", spoken.odds), "-"),
    Form("ratio", ARABIC, forms.RATIO, readers.ratio, ":∶比." + after_space("∶:比")),
    Form("slash", ARABIC + "-", forms.SLASH, readers.slash, "/.-" + after_space("0123456789/")),
    Form("out_of", ARABIC + LETTERS, forms.OUT_OF, readers.out_of, ",." + after_space("io")),
    Form("tried", ARABIC + LETTERS, forms.TRIED, readers.valued(*readers.ONE_PERCENT, forms.tried), "-"),
    Form("portion", LETTERS, forms.PART, readers.valued(*readers.ONE_PERCENT, forms.part)),
    Form("power", ARABIC + "-", forms.POWER, readers.valued("count", "count", forms.raised), "^."),
    Form("below_zero", "零", r"零下(?=[\d零一二三四五六七八九十两])", ranges.below_zero),
    Form("plus_minus", ARABIC + "±+p正", forms.SPREAD, readers.spread, "±+%℃°元克岁个.gkmcl" + after_space("±+")),
    Form("between", "bB", r"[Bb]etween\ (?=\S)", lambda text, match: ranges.between(text, match.start())),
    Form("several_en", "sSaA", spoken.SEVERAL, spoken.several),
    Form("vague_en", LETTERS, forms.VAGUE, readers.vague),
    Form("half_en", "hH", forms.HALF_EN, readers.valued(*readers.ONE_PERCENT, lambda match: Decimal(50))),
    Form("ordinal_en", LETTERS, named.ORDINAL_EN, readers.exactly("rank", "ordinal", named.ranks)),
)
READERS = {form.name: form.read for form in FORMS}
