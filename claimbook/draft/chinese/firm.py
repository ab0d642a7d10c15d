"""The firms that a Chinese text names: the one whose results it reports, and those with a code of their shares."""

from __future__ import annotations

import re

OPENS, FIRST = 1500, 600  # characters in which a firm is introduced, and in which it publishes
HAN = r"[\u4e00-\u9fffA-Za-z]"
DAY = r"(?:今[日天]|昨[日天晚]|近日|日前|正式|于?\d{0,2}月?\d{1,2}日(?:盘后|晚间?|早间|上午|下午)?)?"
RESULTS = "(?:财报|财务|业绩|年报|季报|半年报|中报|产销快报|成绩单)"
ISSUES = re.compile(
    rf"({HAN}{{2,24}})(?:[(（][^)）]{{2,40}}[)）])?，?{DAY}(?:发布|公布|披露|交出)了?[^，。\n]{{0,36}}{RESULTS}"
)
SPAN = (
    r"(?:20\d\d年|第?[一二三四]季度?|Q[1-4]|[上下]半年|[前首][三3]季|全年|年度"
    r"|上季度?|中报|年报|季报|财报|业绩|营收|净利|纯利|\d{1,2}月(?:销|交付|产))"
)
TITLED = re.compile(rf"([\u4e00-\u9fffA-Za-z·]{{2,8}}?)(?:\s?[|：:]\s?)?{SPAN}")
BRANDED = re.compile(
    r"(?:^|[，：、\s])([\u4e00-\u9fff]{2,6}?(?:银行|集团|股份|控股|证券|保险|电器|医药|药业|科技|电子|能源|重工|地产))"
)
OURS = re.compile("(?<!自)我[院校行](?![长里])|(?<!基)本[院校行](?![长业])")
OFFICE_OF = re.compile(r"([\u4e00-\u9fff]{2,16}?(?:人民法院|法院|检察院|医院|大学|学院|银行))")
COMMON = re.compile("^(?:商业|中央|多家|上市|各|国有|股份制|全国|中国人民|世界|投资|新)")
KIND = re.compile(
    ".*(?:平台|公司|巨头|企业|厂商|品牌|集团旗下|制造商|运营商|股|记者|消息|讯|获悉|因为|随着|其中)"
    rf"(?={HAN}{{2}})"
)
CODE = r"(?:股票代码|代码)?[：:]?(?:\d{5,6}|(?:NYSE|NASDAQ|HK|SH|SZ)\b)[^）)]{0,12}"
CODED = re.compile(rf"(?:(?<=[，。；、：\n和与及])|(?<=其中)|^)([\u4e00-\u9fffA-Z]{{2,8}})[（(]{CODE}[）)]")
OFFICES = "(?:候选人|参选人|总统|总理|首相|总书记|市长|州长|部长|主席)"
OFFICE = re.compile(
    rf"{OFFICES}([\u4e00-\u9fff·]{{2,4}}?)(?=的|表示|称|说|在|已|，|获|民调|支持|得票|选票|[\d、与和以])"
    rf"|(?:^|[，。；、\s])([\u4e00-\u9fff]{{2,4}}){OFFICES}(?=工作|的|表示|称|说)"
)
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金"
    "贾夏韦方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤柯赖洪"
)
MOST = 50  # people whom a text can be about, at most
POLLED = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[与和对先输赢挺]))([{SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=的?(?:支持度|支持率|得票|民调)|当选|胜出|连任|领先|降为|升为)"
)
NO_FIRM = re.compile(
    "(?:局|部|署|委|会|院|协|正式|央行|银监|证监|全国|中国|我国|我市|全市|国家|市场|行业|公司|企业|记者|地区|今年|去年"
    "|[省市县区]|两市|数据|消息|报告|人士|媒体|研究|机构|车企|银行业|多家|家|半年|[年季月])$"
    r"|\d|[的了在与和及将已]$|^[的了在将已据也同]"
)


def leaders(text: str) -> list[str]:
    """Return the people whom a text names with their office.

    Examples
    --------
    >>> leaders("美国总统特朗普的支持率下跌。川普总统工作满意度为49%。")
    ['特朗普', '川普']
    """
    polled = [one for one in list(dict.fromkeys(POLLED.findall(text)))[:MOST] if text.count(one) > 1]
    return [*(one[1] or one[2] for one in OFFICE.finditer(text)), *polled]


def firm(text: str) -> str:
    """Return the firm whose results a text reports, by its headline or its first lines, or an empty string.

    Examples
    --------
    >>> firm("金山软件三季度财报：营收2亿元\\n三季度金山软件营收增长。")
    '金山软件'
    >>> firm("社交平台荔枝，29日盘后公布了财务业绩。荔枝营收4亿元。")
    '荔枝'
    >>> firm("国家统计局：三季度增长4.9%\\n国家统计局公布数据。")
    ''
    """
    if OURS.search(text) and (own := OFFICE_OF.search(text.lstrip().partition("\n")[0])):
        return own[1]
    title = TITLED.match(text[:OPENS].lstrip())
    branded = [one for one in BRANDED.findall(text.strip().partition("\n")[0]) if not COMMON.match(one)]
    found = ([title[1]] if title else []) + branded + [one[1] for one in ISSUES.finditer(text[:FIRST])]
    names = (KIND.sub("", one) for one in found)
    return next((one for one in names if 2 <= len(one) <= 10 and not NO_FIRM.search(one) and text.count(one) > 1), "")


def named(text: str) -> list[str]:
    """Return the firms that a text names with a code of their shares, and the one whose results it reports.

    Examples
    --------
    >>> named("其中，海普瑞（002399）净利润增长，万华化学（600309）居首。")
    ['海普瑞', '万华化学']
    """
    found = [KIND.sub("", one[1]) for one in CODED.finditer(text)]
    return list(dict.fromkeys(one for one in (*found, firm(text), *leaders(text)) if 2 <= len(one) <= 8))
