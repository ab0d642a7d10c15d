"""JSON-stat, version 2 and the datasets of version 1, as a long table."""

from __future__ import annotations

from itertools import product

from claimbook.series.intake.grid import Choice, read_grid
from claimbook.series.intake.taken import Taken, listing, mapping, plain
from claimbook.tables.fault import Problems

ROLES = {"time": "TIME_PERIOD", "geo": "REF_AREA"}
TIMES, PLACES = ("time", "year", "period", "tid", "month", "quarter"), ("geo", "country", "area", "region")
MOST = 2_000_000  # cells


def is_dataset(found: object) -> bool:
    """Return whether JSON is a dataset of JSON-stat, or holds one."""
    said = mapping(found)
    return said.get("class") == "dataset" or ("dataset" in said and "dimension" in mapping(said.get("dataset")))


def take(found: object, choice: Choice, where: str) -> Taken:
    """Take one series of a dataset.

    Raises
    ------
    Problems
    """
    said = mapping(found)
    said = mapping(said["dataset"]) if "dataset" in said else said
    names = [plain(one) for one in listing(said.get("id") or mapping(said.get("dimension")).get("id"))]
    axes = [_categories(mapping(said.get("dimension")).get(name)) for name in names]
    size = 1
    for axis in axes:
        size *= len(axis)
    values, status = said.get("value"), said.get("status")
    if not names or not all(axes) or size > MOST or not isinstance(values, dict | list):
        raise Problems([f"{where}: is no whole JSON-stat dataset (id, dimension and value); fetch it again"])
    if isinstance(values, list) and len(values) != size:
        raise Problems([f"{where}: has {len(values)} values, not the {size} of its dimensions; fetch it again"])
    heads = [*(_head(said, name) for name in names), "OBS_VALUE", "OBS_STATUS"]
    rows = [
        [*(code if head in ROLES.values() else label for head, (code, label) in zip(heads, cell, strict=False)),
         _at(values, at), _at(status, at)]
        for at, cell in enumerate(product(*axes))
    ]  # fmt: skip
    read = read_grid([heads, *rows], choice, where)
    updated = plain(said.get("updated"))[:10]
    title = plain(said.get("label"))
    return Taken(read.cells, title, plain(said.get("source")), unit=_unit(said), vintage=updated, notes=read.notes)


def _categories(dimension: object) -> list[tuple[str, str]]:
    """Return the codes and labels of a dimension, in the order of the values."""
    category = mapping(mapping(dimension).get("category"))
    labels, index = mapping(category.get("label")), category.get("index")
    if isinstance(index, list):
        codes = [plain(one) for one in index]
    elif isinstance(index, dict):
        codes = sorted(index, key=lambda code: int(str(index[code])))
    else:
        codes = list(labels)
    return [(code, plain(labels.get(code)) or code) for code in codes]


def _head(said: dict[str, object], name: str) -> str:
    """Return the head of a dimension: by its role, by its name, or its label."""
    roles = mapping(said.get("role") or mapping(said.get("dimension")).get("role"))
    for role, head in ROLES.items():
        if name in listing(roles.get(role)):
            return head
    if name.casefold() in TIMES:
        return ROLES["time"]
    if name.casefold() in PLACES:
        return ROLES["geo"]
    return plain(mapping(mapping(said.get("dimension")).get(name)).get("label")) or name


def _at(values: object, at: int) -> str:
    """Return one of the values, which are a list, an object by number, or one for all."""
    if isinstance(values, str):
        return values
    found = values.get(str(at)) if isinstance(values, dict) else values[at] if isinstance(values, list) else None
    return plain(found)


def _unit(said: dict[str, object]) -> str:
    """Return the unit that the only measure names, or its dimension of units."""
    for dimension in mapping(said.get("dimension")).values():
        units = mapping(mapping(mapping(dimension).get("category")).get("unit"))
        named = {plain(mapping(one).get("base")) or plain(mapping(one).get("label")) for one in units.values()}
        if len(named - {""}) == 1:
            return (named - {""}).pop()
    unit = mapping(said.get("dimension")).get("unit")
    labels = [label for _, label in _categories(unit)] if unit else []
    return labels[0] if len(labels) == 1 else ""
