"""How each verdict looks wherever the package draws or marks it; the page has its own, in ``page.css``."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """A colour (Okabe and Ito's, which colour-blind readers can distinguish), and what says the same without colour."""

    color: str
    hatch: str = ""
    line: str = "dotted"
    back: str = "none"
    dark: bool = False  # whether words on it are white


LOOKS = {
    "contradicted": Look("#D55E00", "xxx", "double", "rgba(213,94,0,0.30)", dark=True),
    "conflicting": Look("#CC79A7", "...", "dotted", "rgba(204,121,167,0.30)"),
    "supported": Look("#0072B2", "", "solid", "rgba(0,114,178,0.20)", dark=True),
    "undefined metric": Look("#595959", dark=True),
    "private data": Look("#8c8c8c", "///", dark=True),
    "tertiary only": Look("#b8b8b8", "..."),
    "none found": Look("#e0e0e0"),
    "unsupported": Look("#b8b8b8", "", "dashed", "rgba(150,150,150,0.18)"),
    "unchecked": Look("#ffffff", "ooo"),
}
