"""Characters as they are printed, where a PDF names a look-alike: browsers write ⽉ and ⻋ for 月 and 车."""

import unicodedata

# Simplified and other radicals that are characters of their own (Unicode's EquivalentUnifiedIdeograph.txt); those of
# Kangxi (U+2F00) and the compatibility forms (U+F900) have their character as their normal form.
SUPPLEMENT = dict(
    zip(
        "⺁⺋⺌⺍⺎⺐⺒⺓⺔⺝⺟⺠⺦⺩⺬⺭⺰⺶⺹⺻⺼⻁⻄⻅⻆⻈⻉⻊⻋⻐⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻲⻳",
        "厂㔾小小兀尢巳幺彑月母民丬王示礻纟羊耂聿肉虎西见角讠贝足车钅長长门雨青韦页风飞食饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙亀龟",
        strict=True,
    )
)


def _plain() -> dict[int, str]:
    ranges = (range(0x2F00, 0x2FD6), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
    forms = {code: unicodedata.normalize("NFKC", chr(code)) for codes in ranges for code in codes}
    return {code: form for code, form in forms.items() if len(form) == 1 and form != chr(code)} | {
        ord(radical): char for radical, char in SUPPLEMENT.items()
    }


PLAIN = _plain()


def as_printed(text: str) -> str:
    """Return a text with the characters that its radicals and compatibility forms print, place by place.

    Examples
    --------
    >>> as_printed("2023年1⽉，⻋企与⼈⺠")
    '2023年1月，车企与人民'
    """
    return text.translate(PLAIN)
