"""Questions over very many made numbers, as a survey asks them of DuckDB: ``python -m benchmarks.questions DIR``."""

import argparse
import resource
import time
from pathlib import Path

import duckdb

from benchmarks import markdown
from claimbook import survey

NUMBERS, PART = 50_000_000, 1_000_000
A_DOCUMENT = 16  # numbers
HOSTS = 20_000
MEMORY = "4GB"
# A fifth of the numbers are common ones, as 10% is; a fiftieth are planted, of five thousand that recur on many hosts; the
# rest are printed once or twice. A hundredth of the sentences are one of five thousand templates.
MENTIONS = """
    copy (
        with drawn as (
            select i, i // 16 as d, hash(i, 1) as a, hash(i, 2) as b,
                case when a % 100 < 20 then (1 / (0.0005 + (b % 1000003) / 1000003.0))::ubigint
                     when a % 100 < 22 then 1_000_000 + (b % 5000) * (b % 7) // 7
                     else 10_000_000 + b % 60_000_000 end as n,
                case a % 5 when 0 then 'percent' when 1 then 'CNY' when 2 then 'USD' when 3 then 'count' else 'percent' end as unit
            from range({first}, {last}) t(i)
        )
        select hash(d) as doc, hash(d, 7) % {hosts} as host_key, date '2019-01-01' + (hash(d, 8) % 2000)::int as date,
            (i % 16 * 100)::uinteger as sentence, (i % 16 * 100 + 20)::uinteger as start,
            (i % 16 * 100 + 26)::uinteger as "end", n || '' as exact, n || '' as low, n || '' as high, n::double as value,
            unit, '=' as comparator, 'count' as kind, hash(n, unit) as quantity, length(n || '')::utinyint as digits,
            'metric ' || (hash(n, a % 3) % 997) as metric, 'head' || (hash(n, a % 3) % 97) as head, '' as place,
            '' as per, '' as basis, '' as direction, 0::ubigint as template
        from drawn
    ) to '{file}' (format parquet, compression zstd)
"""
SENTENCES = """
    copy (
        select hash(i // 16) as doc, (i % 16 * 100)::uinteger as sentence,
            'A made sentence number ' || i || ' of a document that prints what was measured by ' || hash(i) as text,
            case when hash(i, 3) % 100 = 0 then hash(hash(i, 4) % 5000) else hash(i, 5) end as template,
            hash(i, 6) % 1000000 as filled, hash(i // 16, 7) % {hosts} as host_key
        from range({first}, {last}) t(i)
    ) to '{file}' (format parquet, compression zstd)
"""
DOCUMENTS = """
    copy (
        select hash(d) as doc, 'https://www.site' || (hash(d, 7) % {hosts}) || '.com/' || d as address,
            'site' || (hash(d, 7) % {hosts}) || '.com' as host, hash(d, 7) % {hosts} as host_key,
            date '2019-01-01' + (hash(d, 8) % 2000)::int as date, 'en' as language, '' as title,
            2000::uinteger as characters, 16::uinteger as numbers, hash(d, 9) as text_key, '' as fault,
            null::blob as minhash, []::ubigint[] as bands
        from range({first} // 16, {last} // 16) t(d)
    ) to '{file}' (format parquet, compression zstd)
"""
GROUPS = """
    copy (
        select hash(d) as doc, hash(d // 2) as "group", hash(hash(d, 7) % {hosts} // 2) as family,
            hash(hash(d, 7) % {hosts} // 2) as origin, d % 2 = 0 as is_first
        from range({numbers} // 16) t(d) order by doc
    ) to '{file}' (format parquet, compression zstd)
"""


def make(folder: Path, numbers: int) -> None:
    """Write a survey of so many made numbers, part by part; what is there is kept."""
    base = duckdb.connect()
    for table, query in (("documents", DOCUMENTS), ("sentences", SENTENCES), ("mentions", MENTIONS)):
        (folder / table).mkdir(parents=True, exist_ok=True)
        for first in range(0, numbers, PART):
            file = folder / table / f"{first // PART:05}.parquet"
            _once(base, query, file, first=first, last=min(first + PART, numbers), hosts=HOSTS)
    _once(base, GROUPS, folder / "groups.parquet", numbers=numbers, hosts=HOSTS)


def _once(base: duckdb.DuckDBPyConnection, query: str, file: Path, **given: int) -> None:
    if not file.exists():
        beside = file.with_suffix(".new")
        base.execute(query.format(file=beside, **given))
        beside.rename(file)


def table(folder: Path) -> str:
    """Return what each question took, in a process that has asked none before it."""
    made = survey.open_survey(folder)
    made.base.execute(f"set memory_limit = '{MEMORY}'")
    number = int(made.sql("select quantity from mentions where value = 1000000 limit 1")["quantity"][0])
    common = int(made.sql("select quantity from mentions where value = 10 limit 1")["quantity"][0])
    asked = {
        "the 100 numbers that most hosts print": made.recurring,
        "the pages of one planted number, first seen first": lambda: made.seen(number),
        "the pages of a common number": lambda: made.seen(common),
        "numbers of one metric that recur beyond chance": made.repeated,
        "numbers that measure several things": made.meanings,
        "what scatters": made.scatter,
        "templates": made.templates,
    }
    rows = [[name, *_timed(ask)] for name, ask in asked.items()]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    count = made.sql("select count(*) as n from mentions")["n"][0]
    return f"{count:,} numbers, at most {peak:.1f} GiB\n\n" + markdown.table(["question", "rows", "s"], rows)


def _timed(ask):
    begun = time.perf_counter()
    try:
        found = str(len(ask()))
    except duckdb.OutOfMemoryException:
        found = f"none: needs more than {MEMORY}"
    return [found, f"{time.perf_counter() - begun:.1f}"]


def main() -> None:
    """Make the numbers where they are not there yet, and ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--numbers", type=int, default=NUMBERS)
    given = parser.parse_args()
    make(given.folder, given.numbers)
    print(table(given.folder))


if __name__ == "__main__":
    main()
