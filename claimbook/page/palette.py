"""The colours of the page as CSS variables, from where notebooks and pictures have theirs."""

from claimbook.judge.verdict import SUB_REASONS
from claimbook.report.looks import CLAIM, LOOKS
from claimbook.tables.vocabulary import Tier


def palette() -> str:
    """Return the variables ``--VERDICT``, ``--VERDICT-back``, ``--TIER`` and ``--claimed``, for light and for dark.

    The greys of unsupported, which are the same on both, are ``--WHY`` and ``--WHY-words``.
    """
    light, dark = (_grounds(ground) for ground in (0, 1))
    fixed = "".join(f"--{tier}: {tier.color}; " for tier in Tier) + f"--claimed: {CLAIM}; "
    fixed += "".join(f"--{slug(why)}: {LOOKS[why].color}; --{slug(why)}-words: {_on(why)}; " for why in SUB_REASONS)
    return f":root {{ {light}{fixed} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark}}} }}\n"


def _grounds(ground: int) -> str:
    looks = {name: look for name, look in LOOKS.items() if look.ink[ground]}
    return "".join(
        f"--{name}: {look.ink[ground]}; --{name}-back: {look.paper[ground]}; " for name, look in looks.items()
    )


def slug(name: str) -> str:
    """Return the name of a verdict or a sub-reason as CSS writes it."""
    return name.replace(" ", "-")


def _on(why: str) -> str:
    """Return black or white, whichever is read better on a grey."""
    return "#000" if int(LOOKS[why].color[1:3], 16) > 0x75 else "#fff"
