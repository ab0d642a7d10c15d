"""Random texts of pieces that numbers are made of: nothing may be raised, and what is found must be in order."""

import random
import time

from benchmarks import markdown
from claimbook.mention import begin, folding, mentions, stream, words
from claimbook.mention.context import context
from claimbook.mention.tables import Tables

TITLE = "Fuzz"
SEEDS, SECONDS, QUICK = (1, 2, 3, 4), 60, 5
MOST = 14  # pieces a text
PIECES = [
    *begin.HAN, *words.spread(words.BEFORE), *words.spread(words.AFTER), *words.NO_NUMBERS[::7], *words.CHANGES.split()[::3], *words.ENGLISH, *words.SCALES, *words.ORDINALS,
    *"0123456789.,%-~—/:^+×*()[]{}<>《》“”、，。；：（）％＋－．～ \n\t|#_@&=", *"两半多余几数点分之折成个月天年元‰℃°度号期级世纪周星期日时角毛倍次人家户笔项件台",
    "2023年", "60%-80%", "3万4000人", "不超过", "至", " to ", "between ", "one ", "half ", "第", "前", "每周", "上午10点", "三成", "百分之", " and ", "US$", "¥", "1.5bn",
    "2,000", "COVID-19", "http://a1/b", "<b id=1>", "½", "廿", "≥", "±", "3:1", "12:30", "1/2", "1e5", "2^5", "萬", "港元", "台灣", "a dozen", "twenty-five", "March 5",
    "Q3 2024", "单位：万元", "（亿元）", "٣", "𝟝", "\u3000", "\u202f", "１，０００", "1e400", "007", "-0", "E-3", "×10^", "No. ", "①", "\u202e", "\x00", "👍🏽", "é", "\ud7ff",
]  # fmt: skip


def table(args):
    """Return how many texts were read, and what failed."""
    seconds = QUICK if args.quick else SECONDS
    rows = [[seed, *_run(seed, seconds)] for seed in SEEDS]
    about = (
        f"Texts of up to {MOST} pieces out of {len(PIECES)} (digits, numerals, units, comparators, signs, marks, idioms, control "
        f"characters), {seconds} s a seed: spans slice to their words and do not overlap, ends are in order, every field can "
        "be written, the context is read, and a stream finds the same."
    )
    return f"{about}\n\n{markdown.table(['seed', 'texts', 'mentions', 'failures', 'first failure'], rows)}"


def _run(seed, seconds):
    chance, texts, found, failures = random.Random(seed), 0, 0, []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        text = "".join(chance.choices(PIECES, k=chance.randint(1, MOST)))
        texts += 1
        try:
            found += _check(text)
        except Exception as error:  # whatever is raised is a failure of ours
            failures.append(f"{text!r}: {type(error).__name__}")
    return texts, found, len(failures), (failures or ["none"])[0]


def _check(text):
    """Read a text and check what is found; return how many mentions there are."""
    tables, last, found = Tables(folding.fold(text), text), 0, list(mentions(text))
    for one in found:
        assert one.exact == text[one.start : one.end] and last <= one.start < one.end
        assert one.low is None or one.low <= one.high
        assert one.as_dict() and (one.quantity is None) == (one.low is None) and context(text, one, tables) is not None
        last = one.end
    if not folding.regional(text):
        assert found == list(stream([text[: len(text) // 2], text[len(text) // 2 :]]))
    return len(found)
