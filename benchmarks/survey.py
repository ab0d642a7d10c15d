"""The survey of a made corpus: what is planted is found again, and what it costs beside the extractor alone."""

import json
import random
import resource
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path

from benchmarks import markdown
from claimbook import survey
from claimbook.mention import mentions
from claimbook.mention.context import context
from claimbook.mention.folding import fold
from claimbook.mention.tables import Tables
from claimbook.survey import families, parts, texts, write
from claimbook.survey.rows import rows

TITLE = "Survey"
SIZES = [1_000, 10_000, 100_000]
LENGTH = 2_000  # characters of a document
HOSTS = 400
SEED = 20
HAN = "平台用户贷款额度利率资金银行服务信用记录评估开通条件申请渠道合作产品市场数据报告增长需求价格成本政策地区企业居民消费收入支出投资项目计划管理技术系统风险规模水平结构变化影响因素"
LATIN = (  # noqa: SIM905
    "market price service customer report growth demand policy region company household income spending project plan "
    "technology system risk scale level structure change factor account lender credit record product channel partner"
).split()
METRICS = {"zh": "通过率 覆盖率 渗透率 占有率 回收率 合格率 入住率 逾期率".split(), "en": "share rate margin yield coverage ratio occupancy turnout".split()}  # fmt: skip  # noqa: SIM905


class Made:
    """Documents with what was planted in them.

    Parameters
    ----------
    count : int
        Documents. One in fifty begins a family of near copies, one in a hundred a number that recurs, one in two
        hundred a template.
    """

    def __init__(self, count):
        self.chance, self.count = random.Random(SEED), count
        self.recurring, self.templates, self.copies = {}, {}, {}
        self._planted = {}
        self._plant(count // 100, self.recurring, self._number)
        self._plant(count // 200, self.templates, self._form)

    def write(self, file):
        """Write the documents as JSON lines, and note which of them have what was planted."""
        with file.open("w", encoding="utf-8") as out:
            place, group = 0, 0
            while place < self.count:
                kept, number, make = self._planted.get(place, (None, 0, None))
                planted = make(number, place) if make else ""
                text = self._text(place, planted)
                again = self.chance.randint(2, 6) if self.chance.random() < 0.02 else 1
                for one in range(min(again, self.count - place)):
                    changed = self._changed(text) if one else text
                    if planted and planted in changed:
                        kept.setdefault(number, []).append(place)
                    if again > 1:
                        self.copies.setdefault(group, []).append(place)
                    out.write(json.dumps(self._row(place, changed), ensure_ascii=False) + "\n")
                    place += 1
                group += again > 1

    def _row(self, place, text):
        day = f"20{20 + place % 5}-{1 + place % 12:02}-{1 + place % 28:02}"
        return {"url": f"https://www.site{(place * 7919) % HOSTS}.com/{place}", "date": day, "text": text}

    def _plant(self, times, kept, make):
        """Choose three to twelve documents of different hosts for each thing that is planted."""
        for number in range(times):
            chosen = self.chance.sample(range(self.count), self.chance.randint(3, 12))
            for place in {(place * 7919) % HOSTS: place for place in chosen}.values():
                self._planted.setdefault(place, (kept, number, make))

    def _language(self, place):
        return "zh" if place % 2 else "en"

    def _number(self, number, place):
        language, value = self._language(place), f"{11 + number * 0.0137:.4f}"
        metric = METRICS[language][number % 8]
        words = self._words(language, 9)
        return f"{words}的{metric}为{value}%。" if language == "zh" else f"{words} with a {metric} of {value}%. "

    def _form(self, number, place):
        chance = random.Random(f"form {number}")
        words = "".join(chance.choices(HAN, k=14))
        return f"{words}达到{self.chance.randint(10_000, 99_999)}元。"

    def _text(self, place, planted):
        language, parts_, size = self._language(place), [], 0
        while size < LENGTH - len(planted):
            parts_.append(self._sentence(language))
            size += len(parts_[-1])
        parts_.insert(len(parts_) // 2, planted)
        return "".join(parts_)

    def _sentence(self, language):
        words = self._words(language, self.chance.randint(6, 16))
        if self.chance.random() < 0.3:
            value = self.chance.randint(1_000_000, 99_999_999)
            return f"{words}为{value}元。" if language == "zh" else f"{words} was ${value:,} here. "
        return f"{words}。" if language == "zh" else f"{words}. "

    def _words(self, language, count):
        return "".join(self.chance.choices(HAN, k=2 * count)) if language == "zh" else " ".join(self.chance.choices(LATIN, k=count))  # fmt: skip

    def _changed(self, text):
        """Change a few characters, as somebody who copies does."""
        letters = list(text)
        for _ in range(8):
            letters[self.chance.randrange(len(letters))] = self.chance.choice("了的是在和")
        return "".join(letters) + "本文由本站编辑整理。"


def table(args):
    """Return what was found of what was planted, and what it cost, at three sizes."""
    sizes = SIZES[:1] if args.quick else SIZES[:2]
    about = (
        f"A made corpus of {LENGTH:,} characters a document on {HOSTS} hosts, a fixed seed: numbers planted in three to twelve "
        "documents of different hosts in other sentences, near copies with eight characters changed and a sentence added, and "
        "sentences filled with other numbers. *Plain*: the same question by the exact string of the sentence. CPU of the "
        "documents' rows is in one process, without and with signatures, beside the extractor with its context in the same run; "
        "Dask's wall time on two workers, start not counted, beside a pool of two processes."
    )
    found, cost = [], []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            one, other = _measured(Path(folder), size)
            found.append([f"{size:,}", *one])
            cost.append([f"{size:,}", *other])
    return "\n\n".join([about, markdown.table(FOUND, found), markdown.table(COST, cost)])


FOUND = ["documents", "recurring: recall", "precision", "plain: recall", "families: pairwise F1", "plain", "templates: recall", "plain"]  # fmt: skip
COST = ["documents", "mentions a document", "extractor with context, ms", "rows ÷ it", "signed rows ÷ it", "Dask ÷ pool, wall", "two workers ÷ one, wall", "MiB a worker", "families, s"]  # fmt: skip


def _measured(folder, size):
    made, file = Made(size), folder / "made.jsonl"
    made.write(file)
    (folder / "out").mkdir()
    cost = _cost(folder, file)
    begun = time.perf_counter()
    families.write(str(folder / "out"))
    return _found(folder / "out", made), [*cost, f"{time.perf_counter() - begun:.1f}"]


def _cost(folder, file):
    planned = parts.plan([str(file)], 1 << 20)
    sample = [text for part in planned[:4] for text in texts.texts(part, survey.Columns())]
    count = sum(len(list(mentions(one.text))) for one in sample)
    base, plain, signed = (_cpu(act, sample) for act in (_extract, lambda some: rows(some, False), rows))
    pool = _wall(lambda: _pool(planned, folder / "pool", 2))
    one = _wall(lambda: _pool(planned, folder / "one", 1))
    from distributed import Client, LocalCluster

    means = {"threads_per_worker": 1, "memory_limit": "1GiB", "dashboard_address": None, "host": "127.0.0.1"}
    with LocalCluster(n_workers=2, **means) as cluster, Client(cluster) as client:
        client.run(_import)
        dask = _wall(lambda: client.gather(client.map(write.read_part, planned, to=str(folder / "out"), pure=False)))
        peak = max(client.run(_peak).values())
    return [f"{count / len(sample):.0f}", f"{base / len(sample) * 1000:.2f}", f"{plain / base:.2f}", f"{signed / base:.2f}",
            f"{dask / pool:.2f}", f"{one / pool:.2f}", f"{peak:.0f}"]  # fmt: skip


def _import():
    import claimbook.survey.write  # noqa: F401


def _peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _extract(sample):
    for one in sample:
        tables = Tables(fold(one.text), one.text)
        for mention in mentions(one.text):
            context(one.text, mention, tables)


def _cpu(act, sample):
    """Return the least seconds of processor time of three runs."""
    act(sample[:20])
    spent = []
    for _ in range(3):
        begun = time.process_time()
        act(sample)
        spent.append(time.process_time() - begun)
    return min(spent)


def _wall(act):
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _pool(planned, to, workers):
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_import) as pool:
        list(pool.map(_part, [(part, str(to)) for part in planned]))


def _part(given):
    return write.read_part(*given)


def _found(folder, made):
    """Return the shares of what was planted that the questions find."""
    base = survey.open_survey(folder).base
    doc = {
        int(address.rsplit("/", 1)[-1]): key
        for key, address in base.execute("select doc, address from documents").fetchall()
    }
    planted = {frozenset(doc[place] for place in places) for places in made.recurring.values() if len(places) >= 3}
    got = base.execute(
        "select quantity, list(distinct doc) from mentions where unit = 'percent' and digits >= 5 group by quantity "
        "having count(distinct host_key) >= 3"
    ).fetchall()
    found = {frozenset(docs) for _, docs in got}
    right = sum(any(len(one & other) >= 0.8 * len(one) for other in found) for one in planted)
    kept = sum(any(one & other for other in planted) for one in found)
    by_string = {frozenset(docs) for (docs,) in base.execute("select list(distinct doc) from sentences group by text having count(distinct doc) >= 3").fetchall()}  # fmt: skip
    plain = sum(one in by_string for one in planted)
    pairs = {
        frozenset(pair) for places in made.copies.values() for pair in combinations([doc[one] for one in places], 2)
    }
    groups = base.execute('select list(doc) from groups group by "group" having count(*) > 1').fetchall()
    whole = base.execute("select list(doc) from documents group by text_key having count(*) > 1").fetchall()
    forms = {frozenset(doc[place] for place in places) for places in made.templates.values() if len(places) >= 2}
    filled = {frozenset(docs) for (docs,) in base.execute("select list(distinct doc) from sentences where template <> 0 group by template having count(distinct filled) >= 2").fetchall()}  # fmt: skip
    again = sum(one in filled for one in forms)
    same = sum(one in by_string for one in forms)
    return [_share(right, planted), _share(kept, found), _share(plain, planted), _f1(pairs, groups), _f1(pairs, whole),
            _share(again, forms), _share(same, forms)]  # fmt: skip


def _share(part, whole):
    return f"{part / len(whole):.3f}" if whole else ""


def _f1(pairs, groups):
    found = {frozenset(pair) for (docs,) in groups for pair in combinations(docs, 2)}
    hit = len(found & pairs)
    return f"{2 * hit / (len(found) + len(pairs)):.3f}" if pairs else ""
