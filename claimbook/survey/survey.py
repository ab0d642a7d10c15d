"""A survey that was made: frames, a DuckDB connection, and the questions that are asked most."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.mention import mentions
from claimbook.survey import questions
from claimbook.survey.checked import match
from claimbook.survey.keys import quantity
from claimbook.survey.reviews import reviews
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from os import PathLike

    import dask.dataframe
    import duckdb
    import pandas

SPILL = ".spill"  # what does not fit into memory while a question is answered
TABLES = ("documents", "sentences", "mentions")
TEMPLATES = 1 << 14  # of those printed most, to be counted exactly at first
OFTEN = 64  # times that a number is printed, to be asked at first what it means
DOCUMENTS = 1_000  # that are looked for in a file by their keys before anything else of it is read
BUCKETS, ALL_BUCKETS = 1 << 10, 1 << 16  # those that hold most numbers, to be counted exactly: at first, and all


class Survey:
    """The numbers of many documents, as ``claimbook survey`` wrote them.

    Parameters
    ----------
    folder : path-like
        With ``documents/``, ``sentences/``, ``mentions/`` and ``groups.parquet``.

    Examples
    --------
    >>> from claimbook.survey import open_survey
    >>> made = open_survey("build/survey")  # doctest: +SKIP
    >>> made.recurring(hosts=5)  # doctest: +SKIP
    >>> made.sql("select count(*) from mentions")  # doctest: +SKIP
    """

    def __init__(self, folder: str | PathLike[str]) -> None:
        self.folder = Path(folder)
        missing = [table for table in TABLES if not any((self.folder / table).glob("*.parquet"))]
        if missing:
            raise Problems(
                [f"{folder}: is no survey (no {missing[0]}/); `claimbook survey INPUT --to {folder}` makes one"]
            )

    @cached_property
    def base(self) -> duckdb.DuckDBPyConnection:
        """A DuckDB connection with the views ``documents``, ``sentences``, ``mentions`` and ``groups``."""
        try:
            import duckdb
        except ImportError:
            raise Problems(['a survey needs DuckDB; `pip install "claimbook[survey]"` installs it']) from None
        base = duckdb.connect()
        base.execute("set enable_progress_bar = false")
        base.execute(f"set dynamic_or_filter_threshold = {DOCUMENTS}")
        folder = str(self.folder).replace("'", "''")
        base.execute(f"set temp_directory = '{folder}/{SPILL}'")  # not where somebody works
        base.execute(questions.VIEWS.format(folder))
        if (self.folder / "groups.parquet").exists():  # not where nobody looked for near copies
            base.execute(questions.GROUPS.format(folder))
        return base

    def sql(self, question: str, **given: object) -> pandas.DataFrame:
        """Return the answer to a question in SQL; `given` are its ``$names``."""
        return self.base.execute(question, given).df()

    @property
    def documents(self) -> dask.dataframe.DataFrame:
        """The documents, one a row, as a Dask frame."""
        return self._frame("documents")

    @property
    def mentions(self) -> dask.dataframe.DataFrame:
        """The numbers, one a row, as a Dask frame."""
        return self._frame("mentions")

    @property
    def sentences(self) -> dask.dataframe.DataFrame:
        """The sentences that have numbers, one a row, as a Dask frame."""
        return self._frame("sentences")

    def recurring(
        self, hosts: int = 2, digits: int = 2, units: tuple[str, ...] = (), top: int = 100
    ) -> pandas.DataFrame:
        """Return the numbers that most hosts print.

        Parameters
        ----------
        hosts, digits : int
            At least so many hosts; so many printed digits, since 10 and 5 recur by chance.
        units : tuple of str
            Only of these units, such as ``percent``.
        top : int
            Rows.

        Returns
        -------
        pandas.DataFrame
            ``number``, ``unit``, ``pages``, ``hosts``, ``origins``, ``first_seen``, ``meanings``, ``measured``,
            ``quantity``. Copies of a page, and hosts of one family, count as one origin.
        """
        units_ = list(units) or None
        return self._bounded(questions.RECURRING, "hosts", hosts, hosts=hosts, digits=digits, units=units_, top=top)

    def repeated(self, origins: int = 3, digits: int = 2, chance: float = 0.05, top: int = 100) -> pandas.DataFrame:
        """Return the numbers that several origins print of one metric, and more of them than would by chance.

        Parameters
        ----------
        origins, digits : int
            At least so many origins; so many printed digits.
        chance : float
            Share of the numbers of one kind (unit, digits, metric) that may be there by chance.
        top : int
            Rows.

        Returns
        -------
        pandas.DataFrame
            ``number``, ``metric``, ``unit``, ``pages``, ``hosts``, ``origins``, ``first_seen``, ``by_chance`` (how many
            of its kind would be printed by so many origins if all were equally likely), ``quantity``, ``head``.
        """
        return self.sql(questions.REPEATED, origins=origins, digits=digits, chance=chance, top=top)

    def seen(self, number: str | int, top: int = 100) -> pandas.DataFrame:
        """Return the pages that print a number, the first one first.

        Parameters
        ----------
        number : str or int
            As printed, with its unit (“31%”), or its key in the column ``quantity``.
        """
        return self.sql(questions.SEEN, quantity=key_of(number) if isinstance(number, str) else number, top=top)

    def meanings(self, hosts: int = 2, digits: int = 2, top: int = 100) -> pandas.DataFrame:
        """Return the numbers that are said to measure several things, with those things."""
        least = OFTEN
        while True:
            found = self.sql(questions.MEANINGS, least=least, hosts=hosts, digits=digits, top=top)
            needed = _needed(found, top, least)
            if needed >= least:
                return found
            least = needed

    def scatter(self, unit: str = "percent", hosts: int = 3, top: int = 100) -> pandas.DataFrame:
        """Return what many hosts measure, with how far their values lie apart."""
        return self.sql(questions.SCATTER, unit=unit, hosts=hosts, top=top)

    def templates(self, fillings: int = 2, top: int = 100) -> pandas.DataFrame:
        """Return the sentences that are printed again with other numbers."""
        return self._bounded(questions.TEMPLATES, "fillings", fillings, TEMPLATES, fillings=fillings, top=top)

    def families(self, top: int = 100) -> pandas.DataFrame:
        """Return the families of hosts that copy from each other."""
        return self.sql(questions.FAMILIES, top=top)

    def checked(self, *where: str) -> pandas.DataFrame:
        """Return the numbers that were checked before, with the verdict of those who did.

        Parameters
        ----------
        *where : str
            Workspaces, and files or addresses with ClaimReview items (schema.org).

        Returns
        -------
        pandas.DataFrame
            As `claimbook.survey.checked.match` gives it.
        """
        return match(self.base, [review for one in where for review in reviews(one)])

    def _bounded(self, question: str, by: str, least: int, many: int = 0, **given: object) -> pandas.DataFrame:
        """Return the answer over what is printed most, asked again of more while anything else could be in it."""
        many = many or BUCKETS
        while True:
            found = self.sql(question, many=many, **given)
            last = int(found[by].iloc[-1]) if len(found) == given["top"] else least
            bound = int(found["bound"].iloc[0]) if len(found) else 0
            if bound <= last and (len(found) or many >= ALL_BUCKETS):
                return found.drop(columns="bound")
            many *= 8

    def _frame(self, table: str) -> dask.dataframe.DataFrame:
        import dask.dataframe

        return dask.dataframe.read_parquet(str(self.folder / table))


def _needed(found: pandas.DataFrame, top: int, least: int) -> int:
    """Return how often a number must be printed to be among those with most meanings, of which some were found."""
    if len(found) < top:
        return max(2, least // 8)
    meanings, hosts = int(found["meanings"].iloc[-1]), int(found["hosts"].iloc[-1])
    return meanings + (hosts > meanings)  # each meaning is printed once at least, and each host prints it once at least


def open_survey(folder: str | PathLike[str]) -> Survey:
    """Open a survey that ``claimbook survey`` has made.

    Raises
    ------
    Problems
        If there is none.
    """
    return Survey(folder)


def key_of(number: str) -> int:
    """Return the key of a number as it is printed, with its unit.

    Raises
    ------
    Problems
        If it is no number, or several.

    Examples
    --------
    >>> key_of("31%") == key_of("31.0 percent")
    True
    """
    found = [one for one in mentions(number) if one.low is not None and one.high is not None]
    if len(found) != 1 or found[0].low is None or found[0].high is None:
        raise Problems([f"“{number}” is not one number; write it with its unit, such as 31%"])
    return quantity(float(found[0].low), float(found[0].high), found[0].unit)
