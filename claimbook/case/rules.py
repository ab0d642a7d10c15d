"""What the tables must agree on among themselves; each problem is a sentence."""

import re
from decimal import Decimal

from claimbook.judge.claim import selector_of
from claimbook.judge.evidence import MAY_DECIDE
from claimbook.language.phrase import PLACE
from claimbook.mention import mentions
from claimbook.quantity.period import period
from claimbook.quantity.quantity import half_step
from claimbook.tables.fault import at, row_at
from claimbook.tables.references import followed, unknown
from claimbook.tables.schema import KEYS
from claimbook.tables.vocabulary import LEFT_TO_A_PERSON
from claimbook.text.selector import mismatch

UNSAID = "say the claim in English, in Chinese, or in both"
BARE = re.compile(r"[\d.,，]+")
FRACTION = 12  # digits that no page prints: those of a fraction in words


def problems(article, tables, known=()):
    """Return everything that is wrong between the tables of one case, as sentences.

    Parameters
    ----------
    article : Article or None
        None where it could not be loaded.
    tables : dict of str to pandas.DataFrame or None
        None where a table could not be read.
    known : collection of str
        What is wrong with rows by themselves, as sentences; nothing more is said of these rows, nor of what rests
        on them.
    """
    absent = [name for name, frame in tables.items() if frame is None]
    every = {
        name: [] if frame is None else list(enumerate(frame.to_dict("records"), 2)) for name, frame in tables.items()
    }
    mute = [f"{at('claims', number, row, 'statement_en')}: {UNSAID}" for number, row in every["claims"] if unsaid(row)]
    sound = _without(every, known)
    found = [*unknown(sound, every, absent), *_ranges(sound), *_periods(sound), *_days(sound), *_translations(sound)]
    sound = followed(_without(sound, found))
    found += [*_claims(sound), *_same_stand(sound), *_left_to_a_person(sound), *_checks(sound)]
    if article:
        found += [*_anchors(article, sound, every["claims"]), *_relations(article, sound)]
    return [*mute, *found]


def _without(rows, sentences):
    """Return the rows of which no sentence speaks."""
    faulty = {row_at(sentence) for sentence in sentences}
    return {name: [pair for pair in pairs if (name, pair[0]) not in faulty] for name, pairs in rows.items()}


def unsaid(claim):
    """Tell whether a row of the claims has no statement in any language."""
    return not (claim["statement_en"].strip() or claim["statement_zh"].strip())


def alone(claim):
    """Return what is wrong with one row of the claims by itself, as sentences; its cells fit the schema.

    Parameters
    ----------
    claim : dict
    """
    rows = {"claims": [(2, claim)], "figures": []}
    return [*_ranges(rows), *_periods(rows), *_claims(rows)]


def _ranges(rows):
    for table in ("claims", "figures"):
        for number, row in rows[table]:
            if bool(row["low"]) != bool(row["high"]):
                yield f"{at(table, number, row, 'high')}: low and high must both be filled, equal for one number"
            elif row["low"] and Decimal(row["low"]) > Decimal(row["high"]):
                yield f"{at(table, number, row, 'high')}: “{row['high']}” is below low “{row['low']}”; swap them"
            if row["low"] and not row["unit"]:
                yield f"{at(table, number, row, 'unit')}: a number needs a unit; fill it in"
            if bool(row["low"]) == bool(row["value"]):
                yield f"{at(table, number, row, 'value')}: a row holds either a number (low, high) or words (value)"


def _periods(rows):
    for table in ("claims", "figures"):
        for number, row in rows[table]:
            try:
                span = period(row["period"])
            except ValueError as error:
                yield f"{at(table, number, row, 'period')}: “{row['period']}” is no date ({error}); mend it"
            else:
                if span.first > span.last:
                    yield f"{at(table, number, row, 'period')}: “{row['period']}” ends before it begins; swap the dates"


def _days(rows):
    for table, column in (("sources", "published"), ("sources", "read_on"), ("searches", "date"), ("rechecks", "date")):
        for number, row in rows[table]:
            try:
                period(row[column])
            except ValueError as error:
                yield f"{at(table, number, row, column)}: “{row[column]}” is no date ({error}); mend it"


def _translations(rows):
    for number, row in rows["translations"]:
        places, kept = ({match[0] for match in PLACE.finditer(row[name])} for name in ("en", "zh"))
        if places != kept:
            must = f"must have the places of the English: {' '.join(sorted(places))}"
            yield f"{at('translations', number, row, 'zh')}: {must}"


def _left_to_a_person(rows):
    """Say which judged evidence rests on what a program left to a person."""
    figures, sources = ({row[KEYS[name]]: row for _, row in rows[name]} for name in ("figures", "sources"))
    for number, row in rows["evidence"]:
        figure = figures[row["figure"]]
        beside = (("evidence", row), ("figures", figure), ("sources", sources[figure["source"]]))
        left = [f"{table}.csv {one[KEYS[table]]} “{column}”" for table, one in beside for column, cell in one.items()
                if any(words in cell for words in LEFT_TO_A_PERSON)]  # fmt: skip
        if left and row["relation"] != "unjudged":
            rests = f"“{row['relation']}” rests on what nobody has filled in or read"
            yield f"{at('evidence', number, row, 'relation')}: {rests} ({', '.join(left)}); mend it or call it unjudged"


def _anchors(article, rows, claims):
    claimed = {row["mention"] for _, row in claims if row["mention"]}
    for number, row in rows["mentions"]:
        miss = mismatch(article.text, selector_of(row))
        if miss:
            yield f"{at('mentions', number, row, 'exact')}: {miss}; set start and end again"
        if (row["role"] == "claim") != (row["mention"] in claimed):
            yield (
                f"{at('mentions', number, row, 'role')}: “{row['mention']}” must have the role claim if and only if "
                "a row of claims.csv hangs on it"
            )
        if (row["role"] == "condition") != bool(row["of"]):
            yield f"{at('mentions', number, row, 'of')}: a condition, and nothing else, names the claim it belongs to"
    exact = {row["mention"]: row["exact"] for _, row in rows["mentions"]}
    for number, row in rows["claims"]:
        if reads_otherwise(exact.get(row["mention"], ""), row):
            says = exact[row["mention"]]
            yield f"{at('claims', number, row, 'low')}: low and high are not what “{says}” says; mend them"
        if row["kind"] == "statement" and row["start"] and (miss := mismatch(article.text, selector_of(row))):
            yield f"{at('claims', number, row, 'exact')}: {miss}; set start and end again"


def _claims(rows):
    for number, row in rows["claims"]:
        is_statement = row["kind"] == "statement"
        if is_statement == bool(row["mention"]) or is_statement != bool(row["start"] and row["end"] and row["exact"]):
            yield (
                f"{at('claims', number, row, 'mention')}: a number hangs on a mention, a statement on start, end and "
                "exact; fill in the one and leave the other empty"
            )
        if is_statement != bool(row["value"]):
            yield f"{at('claims', number, row, 'value')}: a statement has a value in words, a number has low and high"
        for column in ("statement_en", "statement_zh"):
            if reads_otherwise(row[column], row):
                yield f"{at('claims', number, row, column)}: names another number than low and high; mend either"
        if row["checkability"] != "checkable" and not row["checkability_reason"]:
            yield f"{at('claims', number, row, 'checkability_reason')}: say why the claim is {row['checkability']}"
        if row["precision"] == "exact" and not row["precision_reason"]:
            yield f"{at('claims', number, row, 'precision_reason')}: say why the number is exact"


def _relations(article, rows):
    claims = {row["claim"]: row for _, row in rows["claims"]}
    figures = {row["figure"]: row for _, row in rows["figures"]}
    tiers = {row["source"]: row["tier"] for _, row in rows["sources"]}
    for number, row in rows["evidence"]:
        claim, figure = claims[row["claim"]], figures[row["figure"]]
        if row["relation"] in MAY_DECIDE and not figure["period"] and tiers[figure["source"]] != "tertiary":
            yield f"{at('evidence', number, row, 'relation')}: {row['figure']} has no period and cannot decide; date it"
        if (row["relation"] == "bound") != bool(row["direction"] and row["inequality"]):
            yield f"{at('evidence', number, row, 'inequality')}: only a bound has a direction and an inequality"
        if row["relation"] in MAY_DECIDE:
            yield from (
                f"{at('evidence', number, row, 'relation')}: “{row['relation']}” {fault}"
                for fault in _not_comparable(article, claim, figure, row["relation"])
            )


def _same_stand(rows):
    """Say where one figure decides one claim and not another of the same subject, metric, population and period."""
    claims, stands = {row["claim"]: row for _, row in rows["claims"]}, {}
    for number, row in rows["evidence"]:
        claim = claims[row["claim"]]
        key = (row["figure"], *(claim[name] for name in ("subject", "metric", "population", "period")))
        decides = row["relation"] in MAY_DECIDE
        if stands.setdefault(key, decides) != decides:
            yield f"{at('evidence', number, row, 'relation')}: {row['figure']} stands otherwise to a like claim"


def _not_comparable(article, claim, figure, relation):
    """Say what forbids a deciding relation: comparability comes before agreement."""
    if bool(claim["low"]) != bool(figure["low"]):
        yield f"sets a number beside words ({claim['claim']}, {figure['figure']}); call it proxy or context"
    elif claim["value"] and figure["value"] not in (claim["value"], *claim["excluded_by"].split("; ")):
        yield f"sets words beside “{claim['value']}” that are neither these nor in excluded_by: “{figure['value']}”"
    elif claim["unit"] != figure["unit"]:
        yield f"sets {claim['unit']} beside {figure['unit']}; convert the figure or call it proxy"
    when = claim["period"] or f"{article.period} (the article's own, in article.toml)"
    if not period(claim["period"] or article.period).overlaps(period(figure["period"])):
        yield f"sets {when} beside {figure['period']}, which share no day; call it proxy"
    if reads_otherwise(figure["as_printed"], figure):
        yield f"rests on {figure['figure']}, whose low and high are not what “{figure['as_printed']}” says; mend them"
    if relation != "rule" and claim["subject"] != figure["entity"]:
        yield f"sets “{claim['subject']}” beside “{figure['entity']}”; call it proxy, or mend the names"


def reads_otherwise(words, row):
    """Tell whether words print numbers of a row's unit, and none of them is near its low and high.

    A number without any unit, such as the cell of a table, may be in thousands, 万 or another power of ten.
    """
    printed = [m for m in mentions(words) if m.unit == row["unit"] and m.low is not None]
    if not row["low"]:
        return False
    ends = [Decimal(row[end]) for end in ("low", "high")]
    if ends[0] < 1000:  # no calendar year
        printed = [m for m in printed if m.kind != "date"]
    return bool(printed) and not any(_says(mention, *ends) for mention in printed)


def _says(mention, low, high):
    """Tell whether a printed number is near a row's ends, whatever its sign."""
    level = mention.quantity.level()
    if len(mention.low.as_tuple().digits) > FRACTION:  # two thirds, which a person writes as 67 or 66.7
        low, high = low - half_step(low, zeros_count=True), high + half_step(high, zeros_count=True)
    (least, most), (low, high) = _size(level.low, level.high), _size(low, high)
    powers = (0, *range(2, 13)) if BARE.fullmatch(mention.exact) else (0,)
    return any(least.scaleb(power) <= high and most.scaleb(power) >= low for power in powers)


def _size(low, high):
    """Return the ends of an interval without their signs; one that holds zero begins there."""
    ends = sorted((abs(low), abs(high)))
    return (Decimal(0), ends[1]) if low <= 0 <= high else tuple(ends)


def _checks(rows):
    for number, row in rows["checks"]:
        if (row["basis"] != "definition") != bool(row["reading"]):
            yield f"{at('checks', number, row, 'reading')}: a check that rests on a reading, and no other, names it"
