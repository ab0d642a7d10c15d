"""Parts that are listed beside their total, and shares that should make a whole, within one sentence."""

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimbook.language.phrase import Statement
from claimbook.propose.numbers import Number
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Said, Sketch, op_of
from claimbook.tables.vocabulary import CheckBasis

LEAST = 10  # counts below it are said of too many things
NESTED = re.compile(r"其中|占其|所持|\bof (?:which|whom)\b|\bincluding\b", re.IGNORECASE)
NOT_OF_ONE = re.compile(r"率[^，。；,;]{0,6}$|\brates?\b[^,;]{0,12}$")
NO_TOTAL = ("percent", "times", "percentage_point", "basis_point", "point", "rank", "celsius", "degree")
MOST = 8  # parts; each that is rounded doubles the work
NEAR = (0.6, 1.5)  # what a sum is of a total that it was meant for; anything else was not
TOTAL_BEFORE = re.compile(
    r"(?:\btotal(?:l?ing|l?ed|s)?(?: of| to| was| is| came to)?|\bcombined|\btogether|\bin all,?|\baltogether,?|\boverall,?|\bsum of|\badd(?:s|ing|ed)? up to|合计|共计|总计|总共|一共|总额|总数|总量|总[^，。；;,]{0,6}|加起来|相加|共)"
    r"[^，。；;,0-9]{0,16}$",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"([两二三四五六])[项个家者笔部种地队类块][^，。；,;0-9]{0,8}(?:加起来|合计|共计|总计|相加|加总|一共|共)[^，。；,;0-9]{0,6}$"
    r"|\b(two|three|four|five|six)\b[^.,;0-9]{0,30}(?:together|combined|in all|add up to|total|come to|amount to)[^.,;0-9]{0,20}$",
    re.IGNORECASE,
)
COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
TOTAL_AFTER = re.compile(
    r"^[^，。；;,.(]{0,24}\b(?:in total|altogether|in all|all told|combined|overall)\b", re.IGNORECASE
)
OPENS = re.compile(
    r"^[^。；;,，()（）]{0,40}?[,，]?\s?(?::|：|——|[（(]|\bof which\b|\bof whom\b|\bof them\b|\bincluding\b|\bcompris\w+|\bconsist\w+|\bmade up of\b|\bsplit\b|\bdivided\b|\bnamely\b|其中|包括|分为|分别|由)[^。；;]*$",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"\bcompris\w+|\bconsist\w+|\bmade up of\b|\bsplit\b|\bdivided\b|\bnamely\b|分为|组成|构成|分别", re.IGNORECASE
)
REST = re.compile(r"\b(?:the rest|remaining|remainder|the others?|balance)\b|其余|剩余|剩下|余下|其他", re.IGNORECASE)
LISTED = re.compile(
    r"^[^。:：\0]{0,70}(?:,|\band\b|;|\bplus\b|、|，|；|和|及|与)[^。\0]{0,60}$|^\s?[;；]\s?[^。\0]{0,60}$"
)
AND_SO_ON = re.compile(r"等|\betc\b|\band (?:more|others)\b|and so on")
NOT_PARTS = re.compile(
    r"\b(?:closed|lost|fell|down from|up from|compared|than|from|since|per|each|every)\b|比|较|从|减|降|每|增|各|均",
    re.IGNORECASE,
)
MAKE_UP = re.compile(
    r"\b(?:accounts? for|accounted for|made up|makes? up|making up|share|shares|mix|breakdown|split|divided|composition|portfolio|of (?:the |its )?(?:total|budget|revenue|spending|electricity))\b|占比|占|比重|构成|结构|份额|分别",
    re.IGNORECASE,
)
PAIRS = re.compile(
    r"\b(?:men|male|males|boys)\b.*\b(?:women|female|females|girls)\b|\b(?:women|female|females|girls)\b.*\b(?:men|male|males|boys)\b|\burban\b.*\brural\b|\brural\b.*\burban\b"
    r"|男.*女|女.*男|城镇.*(?:农村|乡村)|线上.*线下|线下.*线上|国内.*(?:国外|海外)",
    re.IGNORECASE,
)
ALL_PARTS = Statement(
    "the parts that are listed are all there are, and none is counted twice", "列出的各部分就是全部，且互不重复"
)
SAID = Said(
    Statement("The listed parts against their total", "所列各部分之和与总数"),
    Statement("The parts make {left}; the article says {0}.", "各部分之和为{left}；文章称{0}。"),
    Statement("a total is stated beside its parts", "文中同时给出总数与各部分"),
)
SHARES = Said(
    Statement("The shares against 100%", "各占比之和与100%"),
    Statement("The shares add up to {left}.", "各占比之和为{left}。"),
    Statement("shares of one whole are listed", "文中列出同一整体的各占比"),
)


def patterns(sentence: Sentence) -> Iterator[Sketch]:
    """Yield a check for each total of a sentence with its parts, and for shares that should make a whole."""
    for at, total in enumerate(sentence.numbers):
        if total.unit in NO_TOTAL or total.mention.kind == "duration" or not total.single:
            continue
        if total.unit == "count" and total.value < LEAST:
            continue
        if found := _parts_before(sentence, at) or _parts_after(sentence, at) or _parts_earlier(sentence, at):
            if not _completed(sentence, found[0], total):
                yield from of_total(*found, total)
            break
    else:
        yield from _of_earlier(sentence)
    yield from _shares(sentence)


def _of_earlier(sentence: Sentence) -> Iterator[Sketch]:
    """Yield the check of parts that end with the rest against the one total before the sentence that they can be of."""
    if not REST.search(sentence.words):
        return
    last = next((one for one in sentence.numbers[::-1] if one.unit not in ("percent", "times")), None)
    if not last or not re.search(rf"(?:{REST.pattern})[^\d，,;；]*$", sentence.before(last)[-30:], re.IGNORECASE):
        return
    parts = _run(sentence, range(sentence.numbers.index(last), -1, -1), last)[::-1]
    made = sum(part.value for part in parts)
    near = [one for one in sentence.earlier if one.unit == last.unit and 8 * one.value <= 10 * made <= 12 * one.value]
    if len(parts) > 1 and len({one.value for one in near}) == 1:
        yield from of_total(parts, True, near[-1])


def of_total(parts: Sequence[Number], all_parts: bool, total: Number) -> Iterator[Sketch]:
    """Yield the check of parts against their total, unless they were never meant for each other."""
    if not 2 <= len(parts) <= MOST or not all(part.single for part in parts) or any(part.limit for part in parts):
        return
    made, whole = sum((part.value for part in parts), Decimal(0)), total.value
    if whole <= 0 or not NEAR[0] <= float(made / whole) <= NEAR[1] or (not all_parts and made < whole):
        return
    if any(part.value >= whole for part in parts) or (total.unit == "count" and whole < LEAST):
        return
    if fitting := _fitting(parts, whole):
        parts = fitting
    yield Sketch(_said(len(parts)), (*parts, total), _sum(len(parts)), f"{{{len(parts)}}}", total.unit, op_of(total),
                 basis=CheckBasis.PLAIN_READING, reading=ALL_PARTS)  # fmt: skip


def _completed(sentence: Sentence, parts: Sequence[Number], total: Number) -> bool:
    """Return whether one more number before the parts makes them the total: it was a part, too."""
    gap = total.value - sum(part.value for part in parts)
    seen = (one for one in (*sentence.earlier, *sentence.numbers) if one.alike(total) and one not in parts)
    return gap > 0 and any(one is not total and abs(one.value - gap) * 50 <= gap for one in seen)


def _fitting(parts: Sequence[Number], whole: Decimal) -> Sequence[Number]:
    """Return the parts that make the whole to the digit, where one number among them is no part."""
    runs = [parts[at:] for at in range(1, len(parts) - 1)] + [parts[:-at] for at in range(1, len(parts) - 1)]
    return next((run for run in runs if sum(part.value for part in run) == whole), ())


def _said(count: int) -> Said:
    words = [f"{{{index}}}" for index in range(count)]
    en = f"{' + '.join(words)} make {{left}}; the article says {{{count}}}."
    return Said(SAID.title, Statement(en, f"{'+'.join(words)}={{left}}；文章称{{{count}}}。"), SAID.why)


def _sum(count: int) -> str:
    return " + ".join(f"{{{index}}}" for index in range(count))


def _parts_before(sentence: Sentence, at: int) -> tuple[list[Number], bool] | None:
    """Read “12 buses, 15 trams and 8 trains, a total of 35”."""
    total = sentence.numbers[at]
    if at < 2 or not (TOTAL_BEFORE.search(sentence.before(total)) or TOTAL_AFTER.match(sentence.after(total))):
        return None
    gap = sentence.between(sentence.numbers[at - 1], total)
    if not re.match(r"^[^。\0]*$", gap) or REST.search(gap):
        return None
    parts = _run(sentence, range(at - 1, -1, -1), total)[::-1]
    return (parts, True) if len(parts) > 1 else None


def _parts_earlier(sentence: Sentence, at: int) -> tuple[list[Number], bool] | None:
    """Read “4.6, 7.8 and 3.1 million. The three come to 15.5 million”: so many of the numbers before the sentence."""
    total = sentence.numbers[at]
    how_many = TOGETHER.search(sentence.before(total))
    if at > 1 or not how_many:
        return None
    count = COUNTS.get(how_many[1] or how_many[2], 0)
    parts = [one for one in (*sentence.earlier, *sentence.numbers[:at]) if one.unit == total.unit][-count:]
    near = parts and total.start - parts[0].start < 400
    return (parts, True) if count and len(parts) == count and near else None


def _parts_after(sentence: Sentence, at: int) -> tuple[list[Number], bool] | None:
    """Read “a total of 35 vehicles: 12 buses, 15 trams and 8 trains”."""
    total, numbers = sentence.numbers[at], sentence.numbers
    if at + 2 >= len(numbers) or not OPENS.match(gap := sentence.between(total, numbers[at + 1])):
        return None
    parts = _run(sentence, range(at + 1, len(numbers)), total)
    if len(parts) < 2:
        return None
    words = sentence.text[total.end : parts[-1].start]
    more = REST.search(sentence.after(parts[-1])[:24]) or AND_SO_ON.search(sentence.after(parts[-1])[:24])
    named = PAIRS.search(words + sentence.after(parts[-1])[:12])
    if re.search(r"\bincluding\b|包括", gap):  # some parts, which may overlap
        return None
    closed = not more and bool(WHOLE.search(gap) or REST.search(words) or named or re.search("[:：]", gap))
    return parts, closed


def _run(sentence: Sentence, places: range, like: Number) -> list[Number]:
    """Return the numbers of one unit in a row that are listed; others, such as shares in brackets, are passed over."""
    found: list[Number] = []
    for place in places:
        number = sentence.numbers[place]
        small = number.unit == "count" and number.counted and number.value < LEAST
        if small and not found and places.step < 0 and like.value > LEAST:
            continue  # 四家合计
        if number.unit == like.unit and not number.alike(like):
            break
        if number.unit != like.unit:
            if number.unit == "percent" and number.mention.kind == "share":
                continue
            if small:  # 一期、二期
                continue
            break
        if found:
            one, two = (found[-1], number) if places.step > 0 else (number, found[-1])
            gap = sentence.text[one.end : two.start]
            if len(gap) > 120 or not LISTED.match(gap) or NOT_PARTS.search(gap):
                break
        found.append(number)
        if len(found) > MOST:
            return []
    return found


def _shares(sentence: Sentence) -> Iterator[Sketch]:
    numbers = [one for one in sentence.numbers if one.unit == "percent" and one.mention.kind == "share"]
    if not 2 <= len(numbers) <= MOST or any(one.limit or one.mention.spoken for one in numbers):
        return
    gaps = [sentence.between(one, two) for one, two in itertools.pairwise(numbers)]
    if not all(LISTED.match(gap) and not NOT_PARTS.search(gap) for gap in gaps):
        return
    made = sum((one.value for one in numbers), Decimal(0))
    words = sentence.text[numbers[0].start : numbers[-1].start]
    of_each = sum(bool(re.match(r"\s?of\b", sentence.after(one))) for one in numbers) > 1
    if of_each or NESTED.search(words) or NOT_OF_ONE.search(sentence.before(numbers[0])[-16:]):
        return
    rest = REST.search(gaps[-1]) or REST.match(sentence.after(numbers[-1])[:20].lstrip(" 是为的"))
    if rest:
        wanted = 50 < made < 150 and not any(_whole(numbers[at:]) for at in range(1, len(numbers) - 1))
    else:
        wanted = len(numbers) > 2 and bool(MAKE_UP.search(sentence.words)) and 90 <= made <= 120 and made >= 100
    if wanted:
        yield of_whole(numbers)


def _whole(numbers: Sequence[Number]) -> bool:
    return abs(sum((one.value for one in numbers), Decimal(-100))) < 1


def of_whole(numbers: Sequence[Number]) -> Sketch:
    """Return the check of shares against 100%."""
    return Sketch(SHARES, tuple(numbers), _sum(len(numbers)), "100 percent", "percent",
                  conclusion=tuple(range(len(numbers))), basis=CheckBasis.PLAIN_READING, reading=ALL_PARTS)  # fmt: skip
