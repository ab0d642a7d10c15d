"""Chinese in the pictures: the packaged font, another one, or a sentence that says what is lost."""

import sys
import warnings

import pytest

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


def test_without_any_glyphs_a_sentence_says_what_is_lost(monkeypatch):
    """Where no font has Chinese, the pictures are drawn and one warning names the fix."""
    monkeypatch.setattr(font, "candidates", lambda: iter([font.font_manager.findfont(font.LATIN)]))

    with pytest.warns(UserWarning, match=r"empty boxes.*claimbook\[notebooks\]"):
        assert [font.LATIN] == font.families()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        font.families()  # once is enough


def test_a_file_that_is_no_font_is_passed_over(tmp_path, monkeypatch):
    """A broken font file of the system does no harm."""
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    packaged = next(font.candidates())
    monkeypatch.setattr(font, "candidates", lambda: iter([str(broken), packaged]))

    assert "Noto Sans SC" == font.families()[0]
