"""How each verdict looks wherever it is drawn or marked: the colours of notebooks, pictures and page."""

from dataclasses import dataclass

from claimbook.judge.verdict import Label

CLAIM = "#D55E00"  # what the article says, beside what others print


@dataclass(frozen=True)
class Look:
    """A colour (Okabe and Ito's, which colour-blind readers can distinguish), and what says the same without colour.

    Parameters
    ----------
    color, hatch : str
        Of an area in a picture.
    line, back : str
        Of marked words in a notebook: a CSS line style and a CSS background.
    dark : bool
        Whether words on the colour are white.
    ink, paper : tuple of str
        Of words on the page, on light and on dark ground: the words and what is behind them (contrast at least 4.5).
    """

    color: str
    hatch: str = ""
    line: str = "dotted"
    back: str = "none"
    dark: bool = False
    ink: tuple[str, str] = ("", "")
    paper: tuple[str, str] = ("", "")


LOOKS = {
    Label.CONTRADICTED: Look(
        "#D55E00", "xxx", "double", "rgba(213,94,0,0.30)", True, ("#a33b00", "#ff9d66"), ("#fbe3d6", "#4a2410")
    ),
    Label.CONFLICTING: Look(
        "#CC79A7", "...", "dotted", "rgba(204,121,167,0.30)", False, ("#8b2f6b", "#eba1cf"), ("#f6e2ee", "#47203a")
    ),
    Label.SUPPORTED: Look(
        "#0072B2", "", "solid", "rgba(0,114,178,0.20)", True, ("#00568c", "#82c4f5"), ("#dcecf7", "#123650")
    ),
    "undefined metric": Look("#595959", dark=True),
    "private data": Look("#8c8c8c", "///", dark=True),
    "tertiary only": Look("#b8b8b8", "..."),
    "none found": Look("#e0e0e0"),
    Label.UNSUPPORTED: Look(
        "#b8b8b8", "", "dashed", "rgba(150,150,150,0.18)", False, ("#57534a", "#c4c1b8"), ("#ecebe6", "#33343a")
    ),
    Label.UNCHECKED: Look("#ffffff", "ooo"),
}
