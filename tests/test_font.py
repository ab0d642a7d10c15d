"""Chinese in the pictures: the packaged font, another one, or a sentence that says what is lost."""

import io
import sys
import warnings

import pytest
from matplotlib.figure import Figure

from claimbook.plot import font


@pytest.fixture(autouse=True)
def forget():
    """Each test looks for the font anew."""
    font.families.cache_clear()
    yield
    font.families.cache_clear()


def test_the_packaged_font_is_used_first():
    """The font of the extra has Chinese glyphs and is the first choice."""
    assert "Noto Sans SC" == font.families()[0]


def test_another_font_is_used_where_the_package_is_missing(monkeypatch):
    """Any font with the glyphs serves; one without them is passed over."""
    packaged = next(font.candidates())
    latin = font.font_manager.findfont(font.LATIN)
    monkeypatch.setattr(font, "candidates", lambda: iter([latin, packaged]))

    assert "Noto Sans SC" == font.families()[0]


def test_a_missing_package_is_passed_over(monkeypatch):
    """Without the package, only what the system has is offered."""
    for package in font.PACKAGES:
        monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.setattr(font.font_manager.fontManager, "ttflist", [])

    assert not list(font.candidates())


def test_the_last_resort_of_matplotlib_has_no_chinese(monkeypatch):
    """A font that draws the same box for every character is not taken for a Chinese one."""
    for package in font.PACKAGES:
        monkeypatch.setitem(sys.modules, package, None)
    own = [entry for entry in font.font_manager.fontManager.ttflist if "mpl-data" in entry.fname]
    assert own
    monkeypatch.setattr(font.font_manager.fontManager, "ttflist", own)

    with pytest.warns(UserWarning, match="empty boxes"):
        assert [font.LATIN] == font.families()


def test_without_any_glyphs_a_sentence_says_what_is_lost(monkeypatch):
    """Where no font has Chinese, the pictures are drawn and one warning names the fix."""
    monkeypatch.setattr(font, "candidates", lambda: iter([font.font_manager.findfont(font.LATIN)]))

    with pytest.warns(UserWarning, match=r"empty boxes.*claimbook\[notebooks\]"):
        assert [font.LATIN] == font.families()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        font.families()  # once is enough


def test_missing_glyphs_are_not_reported_one_by_one(monkeypatch):
    """The one sentence is all that a reader is bothered with."""
    monkeypatch.setattr(font, "candidates", lambda: iter([]))
    with warnings.catch_warnings(record=True) as caught:
        picture = Figure()
        picture.text(0, 0, font.SAMPLE, family=font.families())
        picture.savefig(io.BytesIO())

    assert [font.LOST] == [str(warning.message) for warning in caught]


def test_a_file_that_is_no_font_is_passed_over(tmp_path, monkeypatch):
    """A broken font file of the system does no harm."""
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    packaged = next(font.candidates())
    monkeypatch.setattr(font, "candidates", lambda: iter([str(broken), packaged]))

    assert "Noto Sans SC" == font.families()[0]


def test_a_plain_font_of_the_system_comes_before_the_others(monkeypatch):
    """Of the installed fonts, those known to be plain are tried first."""
    for package in font.PACKAGES:
        monkeypatch.setitem(sys.modules, package, None)
    entries = [font.font_manager.FontEntry(fname=f"{name}.ttf", name=name) for name in ("AR PL UKai CN", "SimHei")]
    monkeypatch.setattr(font.font_manager.fontManager, "ttflist", entries)

    assert ["SimHei.ttf", "AR PL UKai CN.ttf"] == list(font.candidates())
