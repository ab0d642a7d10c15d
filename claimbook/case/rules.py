"""What the tables of one article must agree on among themselves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from claimbook.case.article import Article
from claimbook.case.printed import prints_another_number
from claimbook.case.row_rules import left_to_a_person, misplaced, rule_faults, wrong_role
from claimbook.judge.arithmetic import apart
from claimbook.judge.claim import is_year
from claimbook.language.progress import progress
from claimbook.quantity.period import period
from claimbook.tables.fault import Fault, fault_in
from claimbook.tables.references import NumberedRows, followed, names, unknown
from claimbook.tables.schema import KEYS, TABLES, Row
from claimbook.tables.vocabulary import Relation, Tier

# Columns that are compared between tables; a row with a fault in one of them is compared with nothing.
COMPARED = ("low", "high", "unit", "value", "period")
ALIKE = ("subject", "metric", "population", "period")  # what claims share that one figure must treat alike


def problems(
    article: Article | None, tables: Mapping[str, list[Row] | None], known: Iterable[Fault] = ()
) -> list[Fault]:
    """Return everything that is wrong within the rows of one case, and between its tables.

    Parameters
    ----------
    article : Article or None
        None where it could not be loaded.
    tables : dict of str to list of dict, or to None
        None where a table could not be read.
    known : iterable of Fault
        What is wrong with cells by themselves; nothing more is said of these rows, nor of what rests on them.
    """
    absent = [name for name, rows in tables.items() if rows is None]
    every = {name: list(enumerate(rows or (), 2)) for name, rows in tables.items()}
    sound = _without(every, known)
    own = list(_own(every, sound))
    dangling = list(unknown(sound, every, absent))
    comparable = followed(_without(sound, [*dangling, *(fault for fault in own if fault.column in COMPARED)]))
    found = [*own, *dangling, *_treated_otherwise(comparable), *_unfinished(comparable), *_other_numbers(comparable)]
    if "claims" not in absent:
        found += _roles(sound, every["claims"])
    if article:
        found += [*_misplaced(article, sound), *_relations(article, comparable)]
    return found


def _without(rows: NumberedRows, faults: Iterable[Fault]) -> NumberedRows:
    """Return the rows that have none of the faults."""
    faulty = {(fault.table, fault.row) for fault in faults}
    return {name: [pair for pair in pairs if (name, pair[0]) not in faulty] for name, pairs in rows.items()}


def _own(every: NumberedRows, sound: NumberedRows) -> Iterator[Fault]:
    """Yield what the rules find wrong within each row."""
    for table, pairs in progress(every.items(), "validating", name=lambda pair: pair[0]):
        fitting = {number for number, _ in sound[table]}
        for number, row in pairs:
            for column, words in rule_faults(table, row, fits=number in fitting).items():
                yield fault_in(table, number, row, column, words)


def _by_id(rows: NumberedRows, table: str) -> dict[str, Row]:
    return {row[KEYS[table]]: row for _, row in rows[table]}


def _parts(rows: NumberedRows) -> dict[str, list[str]]:
    """Return the figures that each computed figure is made of."""
    return {row["computed"]: names(row["expression"]) for _, row in rows["computed"]}


def _computed(rows: NumberedRows) -> dict[str, Row]:
    """Return each computed figure as a row of figures, from the weakest of the sources behind it."""
    figures, sources, parts = _by_id(rows, "figures"), _by_id(rows, "sources"), _parts(rows)
    tiers = {name: Tier(row["tier"]).rank for name, row in sources.items()}
    behind = {name: sorted({figures[part]["source"] for part in parts[name]}) for name in parts}
    weakest = {name: max(used, key=tiers.__getitem__, default="") for name, used in behind.items()}
    blank = dict.fromkeys(TABLES["figures"], "")
    return {
        name: blank | row | {"figure": name, "source": weakest[name], "low": "computed"}
        for name, row in _by_id(rows, "computed").items()
    }


def _unfinished(rows: NumberedRows) -> Iterator[Fault]:
    """Yield judged evidence that rests on what a program left to a person."""
    figures, parts = _by_id(rows, "figures"), _parts(rows)
    gaps = {table: {row[KEYS[table]]: _left(table, row) for _, row in rows[table]} for table in ("figures", "sources")}
    for number, row in rows["evidence"]:
        if row["relation"] == Relation.UNJUDGED:
            continue
        behind = parts.get(row["figure"], [row["figure"]])
        left = [*_left("evidence", row), *(gap for name in behind for gap in gaps["figures"][name])]
        left += [gap for name in behind for gap in gaps["sources"][figures[name]["source"]]]
        if left:
            rests = f"“{row['relation']}” rests on what nobody has filled in or read"
            words = f"{rests} ({', '.join(left)}); fill it in, or call the evidence unjudged"
            yield replace(fault_in("evidence", number, row, "relation", words), gap=True)


def _left(table: str, row: Row) -> list[str]:
    """Return the cells of a row that a program left to a person, as a sentence names them."""
    return [f"{table}.csv {row[KEYS[table]]} “{column}”" for column in dict(left_to_a_person(row))]


def _misplaced(article: Article, rows: NumberedRows) -> Iterator[Fault]:
    """Yield mentions and statements whose words are not in the article where the row says."""
    for table in ("mentions", "claims"):
        for number, row in rows[table]:
            for column, words in misplaced(row, article.text):
                yield fault_in(table, number, row, column, words)


def _roles(rows: NumberedRows, claims: Iterable[tuple[int, Row]]) -> Iterator[Fault]:
    """Yield mentions whose role does not agree with whether a claim names them."""
    claimed = {row["mention"] for _, row in claims}
    for number, row in rows["mentions"]:
        for column, words in wrong_role(row, row["mention"] in claimed):
            yield fault_in("mentions", number, row, column, words)


def _other_numbers(rows: NumberedRows) -> Iterator[Fault]:
    """Yield claims whose number is not the one that their mention prints."""
    exact = {row["mention"]: row["exact"] for _, row in rows["mentions"]}
    for number, row in rows["claims"]:
        if prints_another_number(says := exact.get(row["mention"], ""), row):
            yield fault_in("claims", number, row, "low", f"low and high are not what “{says}” says; fix them")


def _treated_otherwise(rows: NumberedRows) -> Iterator[Fault]:
    """Yield figures that decide one claim and not another with the same subject, metric, population and period."""
    claims = _by_id(rows, "claims")
    decided: dict[tuple[str, ...], bool] = {}
    for number, row in rows["evidence"]:
        claim = claims[row["claim"]]
        decides = Relation(row["relation"]).may_decide
        if decided.setdefault((row["figure"], *(claim[name] for name in ALIKE)), decides) != decides:
            both = "this claim, but not another" if decides else "another claim, but not this one,"
            words = f"{row['figure']} decides {both} with the same subject, metric, population and period"
            yield fault_in("evidence", number, row, "relation", f"{words}; treat them alike")


def _relations(article: Article, rows: NumberedRows) -> Iterator[Fault]:
    """Yield evidence that may decide a claim and must not."""
    claims, sources = _by_id(rows, "claims"), _by_id(rows, "sources")
    figures = _by_id(rows, "figures") | _computed(rows)
    for number, row in rows["evidence"]:
        if not Relation(row["relation"]).may_decide:
            continue
        claim, figure = claims[row["claim"]], figures[row["figure"]]
        if not figure["period"] and Tier(sources[figure["source"]]["tier"]).may_decide:
            words = f"{row['figure']} has no period and cannot decide; date it"
            yield fault_in("evidence", number, row, "relation", words)
        for words in _not_comparable(article, claim, figure, row["relation"]):
            yield fault_in("evidence", number, row, "relation", f"“{row['relation']}” {words}")


def _is_year(row: Row, kind: str) -> bool:
    return bool(row["high"]) and is_year(kind, row["unit"], Decimal(row["low"]))


def _not_comparable(article: Article, claim: Row, figure: Row, relation: str) -> Iterator[str]:
    """Yield what forbids a deciding relation: comparability comes before agreement."""
    if bool(claim["low"]) != bool(figure["low"]):
        yield f"sets a number beside words ({claim['claim']}, {figure['figure']}); call it proxy or context"
    elif claim["value"] and figure["value"] not in (claim["value"], *claim["excluded_by"].split("; ")):
        yield f"sets words beside “{claim['value']}” that are neither these nor in excluded_by: “{figure['value']}”"
    elif claim["unit"] != figure["unit"]:
        why = apart(figure["unit"], claim["unit"])
        fix = (
            f"{why}; call it proxy" if why else "convert it as a computed figure in the claim's unit, or call it proxy"
        )
        yield f"sets {claim['unit']} beside {figure['unit']}; {fix}"
    elif claim["low"] and _is_year(claim, claim["kind"]) != _is_year(figure, claim["kind"]):
        yield "sets a year of the calendar beside a length of time; call it proxy"
    when = claim["period"] or f"{article.period} (the article's own, in article.toml)"
    if not period(claim["period"] or article.period).overlaps(period(figure["period"])):
        yield f"sets {when} beside {figure['period']}, which share no day; call it proxy"
    if prints_another_number(figure["as_printed"], figure):
        yield f"rests on {figure['figure']}, whose low and high are not what “{figure['as_printed']}” says; fix them"
    if relation != Relation.RULE and claim["subject"].casefold() != figure["entity"].casefold():
        yield f"sets “{claim['subject']}” beside “{figure['entity']}”; call it proxy, or fix the names"
