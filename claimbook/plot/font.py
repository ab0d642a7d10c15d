"""The font for Chinese: from an installed package, else from the system, else a sentence that says what is lost."""

import warnings
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

SAMPLE = "微粒贷审批额度"  # a font that has these glyphs is taken to have Chinese
# Packages that bring a font, and where in them it is; the first is in the extra “notebooks”.
PACKAGES = {
    "pylopdf_fonts_zh_cn": "NotoSansSC-Regular.otf",
    "mplfonts": "fonts/NotoSansCJKsc-Regular.otf",
}
LATIN = "DejaVu Sans"  # comes with matplotlib
LOST = (
    "No font with Chinese glyphs was found, so Chinese in the pictures is drawn as empty boxes; "
    'pip install "claimbook[notebooks]", or install a system font such as Noto Sans CJK'
)


@cache
def families() -> list[str]:
    """Return the names of the fonts to draw with, the Chinese one first.

    Warns
    -----
    UserWarning
        Once, where no font with Chinese glyphs can be had.
    """
    for path in candidates():
        if _has_chinese(path):
            font_manager.fontManager.addfont(path)
            return [font_manager.FontProperties(fname=path).get_name(), LATIN]
    warnings.warn(LOST, stacklevel=2)
    return [LATIN]


def candidates() -> Iterator[str]:
    """Yield font files that may have Chinese glyphs: those of packages first, then those of the system."""
    for package, name in PACKAGES.items():
        try:
            path = Path(str(files(package))) / name
        except ModuleNotFoundError:
            continue
        if path.is_file():
            yield str(path)
    yield from sorted({entry.fname for entry in font_manager.fontManager.ttflist})


def _has_chinese(path: str) -> bool:
    try:
        glyphs = FT2Font(path).get_charmap()
    except (OSError, RuntimeError):  # a file that is listed and gone, or that FreeType cannot read
        return False
    return all(ord(char) in glyphs for char in SAMPLE)
