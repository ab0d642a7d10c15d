"""A made corpus of web pages in which is known what recurs, who copies whom, and which sentences are one template."""

import json
import random
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

SEED = 20
LENGTH = 2_000  # characters of a document
CHUNK = 10_000  # documents of a file
HOSTS, FARMS, FARM = 400, 20, 5  # hosts; farms of hosts that copy from each other, and the hosts of one
BLOCK, COPIED = 8, 0.16  # documents in a row, of which the first two to six are near copies with this probability
HAN = "平台用户贷款额度利率资金银行服务信用记录评估开通条件申请渠道合作产品市场数据报告增长需求价格成本政策地区企业居民消费收入支出投资项目计划管理技术系统风险规模水平结构变化影响因素"
LATIN = (  # noqa: SIM905
    "market price service customer report growth demand policy region company household income spending project plan "
    "technology system risk scale level structure change factor account lender credit record product channel partner"
).split()
METRICS = {"zh": "通过率 覆盖率 渗透率 占有率 回收率 合格率 入住率 逾期率".split(), "en": "share rate margin yield coverage ratio occupancy turnout".split()}  # fmt: skip  # noqa: SIM905


class Made:
    """So many documents; each is made by itself, from its number alone.

    Parameters
    ----------
    count : int
        Documents. For every hundred, one number is planted in three to twelve of them, in other sentences; for every two
        hundred, one sentence with other numbers.
    """

    def __init__(self, count):
        self.count, self.planted = count, {}
        chance = random.Random(SEED)
        for kind, times in (("recurring", count // 100), ("templates", count // 200)):
            for number in range(times):
                spoken = ("zh", "en")[number % 2] if kind == "recurring" else ""
                chosen = map(self.first_of, chance.sample(range(count), 30))
                fitting = [place for place in chosen if not spoken or _language(place) == spoken]
                for place in fitting[: chance.randint(3, 12)]:
                    self.planted.setdefault(place, (kind, number))

    def first_of(self, place):
        """Return the document of which this one is a copy; itself for all others."""
        first = place - place % BLOCK
        return first if place - first < self._copies(first) else place

    def host_of(self, place):
        """Return the number of the host that prints a document: copies are on the hosts of one farm."""
        first = place - place % BLOCK
        if place - first < self._copies(first):
            farm = random.Random(f"farm {first}").randrange(FARMS)
            return farm * FARM + (first + place) % FARM
        return random.Random(f"host {place}").randrange(HOSTS)

    def row(self, place):
        """Return a document as it is written, and what was planted in it and is still there."""
        first = self.first_of(place)
        chance = random.Random(f"{SEED} {first}")
        planted = self.planted.get(first)
        words, mark = _planted(*planted, chance) if planted else ("", "")
        text = _text(first, words, chance)
        if first != place:
            text = _changed(text, random.Random(f"copy {place}"))
        day = f"20{20 + place % 5}-{1 + place % 12:02}-{1 + place % 28:02}"
        url = f"https://www.site{self.host_of(place)}.com/{place}"
        return {"url": url, "date": day, "text": text}, planted if mark and mark in text else None

    def _copies(self, first):
        chance = random.Random(f"block {first}")
        return min(chance.randint(2, 6), self.count - first) if chance.random() < COPIED else 0


def write(folder, count, workers=2):
    """Write the documents into files of `CHUNK`, each with a list of what is planted; what is there is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        list(pool.map(_chunk, [(str(folder), count, first) for first in range(0, count, CHUNK)]))


def truth(folder):
    """Return the documents with each number and each template that was planted, by kind and number."""
    found = {"recurring": {}, "templates": {}}
    for file in sorted(folder.glob("*.planted")):
        for kind, number, place in json.loads(file.read_text("utf-8")):
            found[kind].setdefault(number, []).append(place)
    return found


def _chunk(given):
    folder, count, first = Path(given[0]), *given[1:]
    file = folder / f"{first // CHUNK:05}.jsonl"
    if file.with_suffix(".planted").exists():
        return
    made, kept = _made(count), []
    with file.open("w", encoding="utf-8") as out:
        for place in range(first, min(first + CHUNK, count)):
            row, planted = made.row(place)
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            if planted:
                kept.append((*planted, place))
    file.with_suffix(".planted").write_text(json.dumps(kept), "utf-8")


_made = lru_cache(1)(Made)


def _planted(kind, number, chance):
    """Return a sentence to plant, and what of it must be left for it to be there."""
    if kind == "templates":
        words = "".join(random.Random(f"form {number}").choices(HAN, k=14))
        return (sentence := f"{words}达到{chance.randint(10_000, 99_999)}元。"), sentence
    language = ("zh", "en")[number % 2]
    metric, value, words = (
        METRICS[language][number // 2 % 8],
        f"{11 + number * 0.0137:.4f}",
        _words(language, 9, chance),
    )
    sentence = f"{words}的{metric}为{value}%。" if language == "zh" else f"{words} with a {metric} of {value}%. "
    return sentence, f"{value}%"


def _text(place, planted, chance):
    language, parts, size = _language(place), [], 0
    while size < LENGTH - len(planted):
        parts.append(_sentence(language, chance))
        size += len(parts[-1])
    parts.insert(len(parts) // 2, planted)
    return "".join(parts)


def _language(place):
    return "zh" if (place ^ place >> 3) & 1 else "en"


def _sentence(language, chance):
    words = _words(language, chance.randint(6, 16), chance)
    if chance.random() < 0.3:
        value = chance.randint(1_000_000, 99_999_999)
        return f"{words}为{value}元。" if language == "zh" else f"{words} was ${value:,} here. "
    return f"{words}。" if language == "zh" else f"{words}. "


def _words(language, count, chance):
    return "".join(chance.choices(HAN, k=2 * count)) if language == "zh" else " ".join(chance.choices(LATIN, k=count))


def _changed(text, chance):
    """Change a few characters, as somebody who copies does."""
    letters, english = list(text), text.isascii()
    for _ in range(8):
        letters[chance.randrange(len(letters))] = chance.choice("eaion" if english else "了的是在和")
    return "".join(letters) + (" Edited by our staff." if english else "本文由本站编辑整理。")
