"""Near copies of pages, hosts that copy from each other, and from which of them a page has its numbers.

A page belongs to a group of near copies; hosts that share many groups are a family, and so are the hosts of one
registered domain. The origin of a page is the family of the first page of its group: copies count once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.survey.keys import domain_of
from claimbook.survey.signature import PERMUTATIONS, likeness

if TYPE_CHECKING:
    import duckdb
    import numpy as np

LIKE = 0.8  # estimated Jaccard likeness from which two pages are near copies
SHARED, SHARE = 3, 0.2  # groups that two domains share to be one family: at least so many, and of the smaller one's
WIDEST = 50  # domains in a group from which it says nothing of who belongs together, as with a news agency's text
PAIRS = 200_000  # pairs that are compared at once
FILE = "groups.parquet"


def write(to: str) -> None:
    """Write the group, the family and the origin of each document of a survey into ``groups.parquet``."""
    import duckdb

    with duckdb.connect() as base:
        base.execute("set enable_progress_bar = false")
        base.execute(f"set temp_directory = '{_quoted(Path(to) / '.spill')}'")
        base.execute(f"create view documents as select * from read_parquet('{_quoted(to)}/documents/*.parquet')")
        groups = _groups(base)
        base.execute("create table named (doc ubigint, grp ubigint)")
        _insert(base, groups)
        _families(base)
        beside = Path(to) / f"{FILE}.{os.getpid()}"
        base.execute(f"copy ({ORIGINS}) to '{_quoted(beside)}' (format parquet, compression zstd)")
    os.replace(beside, Path(to) / FILE)


ORIGINS = """
    with placed as (
        select d.doc, coalesce(n.grp, d.doc) as grp, d.date, d.address, coalesce(f.family, d.host_key) as family
        from (
            select doc, date, address, host, host_key from documents
            qualify row_number() over (partition by doc) = 1
        ) d
        left join named n using (doc) left join families f using (host)
    ),
    firsts as (
        select grp, arg_min(family, (coalesce(date, date '9999-12-31'), address)) as origin,
               arg_min(doc, (coalesce(date, date '9999-12-31'), address)) as first_doc
        from placed group by grp
    )
    select doc, grp as "group", family, origin, doc = first_doc as is_first
    from placed join firsts using (grp) order by doc
"""


def _groups(base: duckdb.DuckDBPyConnection) -> dict[int, int]:
    """Return the group of each document that has near copies: the lowest key among them."""
    base.execute("""
        create table bands as select doc, unnest(bands) as band from documents;
        create table firsts as select band, min(doc) as first from bands group by band having count(*) > 1;
        create table signed as select distinct doc, minhash from documents where minhash is not null;
        create table pairs as
            select distinct first, doc from bands join firsts using (band) where doc <> first
    """)
    found = Groups()
    for pairs in _batches(base):
        for first, doc in pairs:
            found.join(first, doc)
    return found.named()


def _batches(base: duckdb.DuckDBPyConnection) -> Iterator[Iterable[tuple[int, int]]]:
    """Yield the pairs of documents that share a band and are alike, so many at a time."""
    import numpy as np

    base.execute("""
        select first, p.doc, a.minhash, b.minhash
        from pairs p join signed a on a.doc = p.first join signed b on b.doc = p.doc
    """)
    while rows := base.fetchmany(PAIRS):
        firsts, docs, ones, others = zip(*rows, strict=True)
        alike = likeness(_array(ones), _array(others)) >= LIKE
        yield [(firsts[place], docs[place]) for place in np.flatnonzero(alike)]


def _array(hashes: tuple[bytes, ...]) -> np.ndarray:
    import numpy as np

    return np.frombuffer(b"".join(hashes), dtype=np.uint32).reshape(len(hashes), PERMUTATIONS)


class Groups:
    """Groups of things that were joined, by union and find.

    Examples
    --------
    >>> groups = Groups()
    >>> groups.join(3, 7), groups.join(7, 9)
    (None, None)
    >>> groups.named()
    {3: 3, 7: 3, 9: 3}
    """

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def join(self, one: int, other: int) -> None:
        """Put two things into one group."""
        first, second = sorted((self._top(one), self._top(other)))
        self._above[second] = first

    def named(self) -> dict[int, int]:
        """Return the least of its group for each thing that was joined."""
        return {one: self._top(one) for one in sorted(self._above)}

    def _top(self, one: int) -> int:
        self._above.setdefault(one, one)
        while (above := self._above[one]) != one:
            self._above[one] = one = self._above[above]
        return one


def _insert(base: duckdb.DuckDBPyConnection, groups: dict[int, int]) -> None:
    import pyarrow as pa

    given = pa.table({"doc": pa.array(groups, pa.uint64()), "grp": pa.array(groups.values(), pa.uint64())})
    base.register("given", given)
    base.execute("insert into named select doc, grp from given")


def _families(base: duckdb.DuckDBPyConnection) -> None:
    """Make the table of the families of hosts."""
    import pyarrow as pa

    hosts = [
        host
        for (host,) in base.execute("select distinct host from documents where host <> '' order by host").fetchall()
    ]
    domains = [domain_of(host) for host in hosts]
    base.register("homes", pa.table({"host": pa.array(hosts, pa.string()), "domain": pa.array(domains, pa.string())}))
    shared = base.execute(f"""
        with homed as (select distinct grp, domain from named join documents using (doc) join homes using (host)),
        few as (
            select * from homed
            where grp in (select grp from homed group by grp having count(*) between 2 and {WIDEST})
        ),
        sizes as (select domain, count(*) as size from homed group by domain)
        select a.domain, b.domain from few a join few b on a.grp = b.grp and a.domain < b.domain
        join sizes s on s.domain = a.domain join sizes t on t.domain = b.domain
        group by a.domain, b.domain, s.size, t.size
        having count(*) >= {SHARED} and count(*) >= {SHARE} * least(s.size, t.size)
    """).fetchall()
    places = {domain: place for place, domain in enumerate(sorted(set(domains)))}
    groups = Groups()
    for one, other in shared:
        groups.join(places[one], places[other])
    named, names = groups.named(), list(places)
    family = [names[named.get(places[domain], places[domain])] for domain in domains]
    base.register("family_of", pa.table({"host": pa.array(hosts, pa.string()), "name": pa.array(family, pa.string())}))
    base.execute("create table families as select host, name, hash(name) as family from family_of")


def _quoted(path: str | Path) -> str:
    return str(path).replace("'", "''")
