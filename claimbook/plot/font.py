"""The font for Chinese: from an installed package, else from the system, else a sentence that says what is lost."""

import warnings
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

SAMPLE = "微粒贷审批额度"  # a font that has these glyphs is taken to have Chinese
# Packages that bring a font, and where in them it is; the first is in the extra “notebooks”.
PACKAGES = {
    "pylopdf_fonts_zh_cn": "NotoSansSC-Regular.otf",
    "mplfonts": "fonts/NotoSansCJKsc-Regular.otf",
}
# Plain faces that systems bring, tried before any other with the glyphs: the first of the others may be a brush script.
PLAIN = (
    "Noto Sans CJK",
    "Noto Sans SC",
    "Source Han Sans",
    "PingFang",
    "Hiragino Sans GB",
    "YaHei",
    "WenQuanYi",
    "SimHei",
)
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
    warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from font")  # said once, not for every character
    return [LATIN]


def candidates() -> Iterator[str]:
    """Yield font files that may have Chinese glyphs: those of packages first, then the plain ones of the system."""
    for package, name in PACKAGES.items():
        found = find_spec(package)  # located, not imported: what else the package needs is not needed here
        for folder in (found and found.submodule_search_locations) or ():
            if (path := Path(folder) / name).is_file():
                yield str(path)
    installed = {entry.fname: entry.name for entry in font_manager.fontManager.ttflist}
    yield from sorted(installed, key=lambda path: (_rank(installed[path]), path))


def _rank(name: str) -> int:
    return next((rank for rank, plain in enumerate(PLAIN) if plain in name), len(PLAIN))


def _has_chinese(path: str) -> bool:
    try:
        glyphs = FT2Font(path).get_charmap()
    except (OSError, RuntimeError):  # a file that is listed and gone, or that FreeType cannot read
        return False
    drawn = {glyphs[ord(char)] for char in SAMPLE if ord(char) in glyphs}
    return len(drawn) == len(SAMPLE)  # matplotlib's “Last Resort” font has one box for all of them
