"""The county, city or province that a local Chinese text is about."""

from __future__ import annotations

import re
from collections import Counter

OURS = re.compile(r"全([县市省])(?!场)|(?<!自)我([县市省])|(?<!基)本([市县省])(?!场)")
HAN = r"[\u4e00-\u9fff]"
NO_NAME = re.compile(
    r"[全各本我该于在居]|^(?:[省市县多外两一]|城|地级|省辖|直辖|大中)|(?:城|超|股|上|楼|门|夜|集|菜|沪深|深|沪)市$|两[市省]$"
)
PROVINCES = "海南 广东 福建 浙江 江苏 山东 河北 山西 河南 湖北 湖南 江西 安徽 四川 贵州 云南 陕西 甘肃 青海 辽宁 吉林 黑龙江 台湾".split()
LEADS = "在于到从对向和与及的了为是、县市省区自由经"  # what is before a name, and no part of it


def local(text: str) -> str:
    """Return the place that a text speaks of as its own, or an empty string.

    Examples
    --------
    >>> local("兴文县政府工作报告\\n兴文县实现增长。全县GDP突破百亿元，我县摘帽。")
    '兴文县'
    >>> local("全市增长5%，快于全省。产业向好，快于全省，我市领先。")
    ''
    >>> local("全市场销量增长，石家庄市销量最高。")
    ''
    """
    kinds = Counter(one[1] or one[2] or one[3] for one in OURS.finditer(text))
    if not kinds:
        return ""
    kind = kinds.most_common(1)[0][0]
    found = Counter(one[1] for one in re.finditer(rf"(?=({HAN}{{2}}{kind})(?!场))", text))
    if kind == "省" and (province := next((one for one in PROVINCES if one in text.partition("\n")[0]), "")):
        return province
    names = (name for name, count in found.most_common(3) if count > 1 and not NO_NAME.search(name))
    name = next(names, "")
    before = {one[1] for one in re.finditer(rf"({HAN}?){name}", text)} if name else set()
    longer = len(before) == 1 and (first := before.pop()) and first not in LEADS
    if not name and (counts := kinds[kind]) > 2 and not kinds - Counter({kind: counts}):
        return f"全{kind}"  # its name is not in the text
    return f"{first}{name}" if longer else name
