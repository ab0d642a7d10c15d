"""The colours of the page as CSS variables, from where notebooks and pictures have theirs."""

from claimbook.report.looks import CLAIM, LOOKS
from claimbook.tables.vocabulary import Tier


def palette() -> str:
    """Return the variables ``--VERDICT``, ``--VERDICT-back``, ``--TIER`` and ``--claimed``, for light and for dark."""
    light, dark = (_grounds(ground) for ground in (0, 1))
    fixed = "".join(f"--{tier}: {tier.color}; " for tier in Tier) + f"--claimed: {CLAIM};"
    return f":root {{ {light}{fixed} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark}}} }}\n"


def _grounds(ground: int) -> str:
    looks = {name: look for name, look in LOOKS.items() if look.ink[ground]}
    return "".join(
        f"--{name}: {look.ink[ground]}; --{name}-back: {look.paper[ground]}; " for name, look in looks.items()
    )
