"""Numbers as an English newspaper writes them: $1.50, 16.3 million, 41%."""

from decimal import Decimal

from claimbook.quantity.unit import around


def written(low: Decimal, high: Decimal, unit: str, between: str = "–") -> str:
    """Write a number, or the two ends of a range, with its unit as an English newspaper does.

    Examples
    --------
    >>> written(Decimal("1.5"), Decimal("1.5"), "USD"), written(Decimal(16300000), Decimal(16300000), "count")
    ('$1.50', '16.3 million')
    >>> written(Decimal(1500000), Decimal(2000000), "GBP/year"), written(Decimal(900000), Decimal(2000000), "EUR")
    ('£1.5–2 million a year', '€900,000–€2 million')
    """
    ends = [low] if low == high else [low, high]
    before, after = around(unit, one=ends == [1])
    scales = [_scale(end) for end in ends]
    together = len(set(scales)) == 1  # 60–80 million: said once
    said = [_signed(end, before, *scale) for end, scale in zip(ends, scales, strict=True)]
    if together and len(said) > 1:
        said = [said[0].removesuffix(f" {scales[0][0]}"), said[1].replace(before, "", 1)]
    return between.join(said) + after


def _signed(value: Decimal, before: str, name: str, size: int) -> str:
    number = plain(abs(value) / size) if name or not before else _money(abs(value))
    return f"{'-' if value < 0 else ''}{before}{number}{name and ' '}{name}"


def _scale(value: Decimal) -> tuple[str, int]:
    """Return the largest of million, billion and trillion in which a number has two decimals at most."""
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if abs(value) >= size and not value % (size // 100):
            return name, size
    return "", 1


def _money(value: Decimal) -> str:
    """Write an amount of money: with its cents in full, or with none."""
    cents = value * 100
    whole = value == value.to_integral_value()
    return plain(value) if whole or cents != cents.to_integral_value() else f"{value:,.2f}"


def plain(value: Decimal) -> str:
    """Write a decimal with thousands separators and without needless zeros or an exponent."""
    whole = value == value.to_integral_value()
    return f"{value.quantize(Decimal(1)) if whole else value.normalize():,f}"
