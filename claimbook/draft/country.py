"""The one country that an article is about, for numbers whose subject nothing nearer names."""

from __future__ import annotations

import re
from collections import Counter

from claimbook.language.phrase import HAN

OTHERS = re.findall(
    r"[^|]+",
    "Jamaica|Fiji|Belize|Dominica|Maldives|Kenya|Ghana|Uganda|Tanzania|Rwanda|Zambia|Zimbabwe|Botswana|"
    "Namibia|Mozambique|Angola|Ethiopia|Senegal|Cameroon|Morocco|Algeria|Tunisia|Libya|Sudan|Malawi|"
    "Mauritius|Seychelles|Sierra Leone|Liberia|Gambia|Colombia|Peru|Chile|Ecuador|Bolivia|Paraguay|Uruguay|"
    "Venezuela|Costa Rica|Panama|Guatemala|Honduras|El Salvador|Nicaragua|Cuba|Haiti|Barbados|Bahamas|"
    "Trinidad and Tobago|Dominican Republic|Bangladesh|Sri Lanka|Nepal|Cambodia|Laos|Myanmar|Mongolia|"
    "Kazakhstan|Uzbekistan|Azerbaijan|Armenia|Belarus|Lithuania|Latvia|Estonia|Romania|Bulgaria|Serbia|"
    "Croatia|Slovenia|Slovakia|Hungary|Austria|Belgium|Luxembourg|Iceland|Malta|Cyprus|Albania|Kosovo|"
    "Moldova|Iraq|Syria|Lebanon|Kuwait|Qatar|Bahrain|Oman|Yemen|United Arab Emirates|Afghanistan|"
    "Papua New Guinea|Samoa|Tonga|Vanuatu|Guyana|Taiwan|Hong Kong",
)
ENGLISH = {
    "United States": r"\b(?:Republicans?|Democrats?|White House|FBI|CDC|Medicare|Medicaid|Wall Street|Obama|Trump|Biden"
    r"|Labor Department|Commerce Department|Federal (?:Reserve|Open Market)|Bureau of Labor Statistics|Census Bureau"
    r"|National Association of R(?:ealtors|EALTORS)|NAR|National Retail Federation|NRF"
    r"|Energy Information Administration|EIA|Census|Gallup|Pew Research|BLS"
    r"|Environmental Protection Agency|EPA|Medicare|IRS|Congressional Budget Office|CBO|Dow Jones|S&P 500"
    r"|Freddie Mac|Fannie Mae|Centers for Disease Control"
    r"|Department of (?:Labor|Commerce|Education|Agriculture|Energy)|USDA|National Institutes of Health|NIH"
    r"|Conference Board|Treasury Department|Supreme Court"
    r"|FDIC|FDA|Homeland Security|Border Patrol|Social Security|Affordable Care Act"
    r"|America(?:ns?|[’']s)?|United States|U\.S\.?|US|USA)(?![\w$])",
    "United Kingdom": r"(?:£\d|\bp a litre)|\b(?:HMRC|Bank of England|NHS|Land Registry"
    r"|Office for National Statistics|ONS|Ofgem|Ofcom|Ofsted|Office for Budget Responsibility"
    r"|Resolution Foundation|Institute for Fiscal Studies|Rightmove"
    r"|Confederation of British Industry|CBI|Competition and Markets Authority|SMMT|FTSE 100|Downing Street"
    r"|Building Society|Westminster"
    r"|Brit(?:ain|ish|ons)|United Kingdom|UK|U\.K\.)(?!\w)",
    "China": r"\bChin(?:a|ese)\b",
    "India": r"\bIndian?s?\b|\bcrore|\blakh|\bRs\.? ?\d",
    "Japan": r"\bJapan(?:ese)?\b",
    "Germany": r"\bGerman(?:y|s)?\b",
    "France": r"\b(?:France|French)\b",
    "Canada": r"\bCanad(?:a|ians?)\b|\bStatistics Canada"
    r"|\b(?:Ontario|Quebec|Alberta|British Columbia|Saskatchewan|Manitoba)\b",
    "Australia": r"\bAustralians?\b|\bAustralia\b|\b(?:ABS|RBA|ASX|New South Wales|Queensland|Centrelink)\b",
    "European Union": r"\b(?:European Union|EU)\b",
    "Turkey": r"\bTurk(?:ey|ish)\b",
    "Russia": r"\bRussians?\b|\bRussia\b",
    "Spain": r"\bSpain\b|\bSpanish\b",
    "Italy": r"\bItal(?:y|ians?)\b",
    "Netherlands": r"\b(?:Netherlands|Dutch)\b",
    "Sweden": r"\bSwed(?:en|ish)\b",
    "Switzerland": r"\bSw(?:itzerland|iss)\b",
    "Poland": r"\bPol(?:and|ish)\b",
    "Greece": r"\bGree(?:ce|ks?)\b",
    "Ireland": r"\bIr(?:eland|ish)\b",
    "Ukraine": r"\bUkrain(?:e|ians?)\b",
    "Brazil": r"\bBrazil(?:ians?)?\b",
    "Mexico": r"\bMexic(?:o|ans?)\b",
    "Argentina": r"\bArgentin(?:a|es?)\b",
    "South Korea": r"\bSouth Korea(?:ns?)?\b",
    "Indonesia": r"\bIndonesia(?:ns?)?\b",
    "Vietnam": r"\bVietnam(?:ese)?\b",
    "Thailand": r"\bThai(?:land|s)?\b",
    "Philippines": r"\b(?:Philippines|Filipinos?|Philippine)\b",
    "Singapore": r"\bSingapore(?:ans?)?\b",
    "Malaysia": r"\bMalaysia(?:ns?)?\b",
    "Pakistan": r"\bPakistan(?:is?)?\b",
    "Israel": r"\bIsrael(?:is?)?\b",
    "Iran": r"\bIran(?:ians?)?\b",
    "Saudi Arabia": r"\bSaudi(?: Arabia|s)?\b",
    "Egypt": r"\bEgypt(?:ians?)?\b",
    "South Africa": r"\bSouth Africa(?:ns?)?\b",
    "Nigeria": r"\bNigeria(?:ns?)?\b",
    "New Zealand": r"\bNew Zealand(?:ers?)?\b",
    "Scotland": r"\bScot(?:land|tish)\b",
    **{name: rf"\b{name}(?:n|ns|ans?|ese|is?|ians?)?\b" for name in OTHERS},
    "world": r"\b(?:world|worldwide|global(?:ly)?)\b",
}
MINISTRIES = ("文化和旅游", "民政", "教育", "商务", "财政", "公安", "交通运输", "农业农村", "工业和信息化", "生态环境")
# Every alternative begins with a letter: only then does `re` skip, at its full speed, to where one can begin.
CHINESE = {
    "中国": "中国(?![\u4e00-\u9fff]{1,3}党|人民|台湾|新闻网|网|青年报|证券报|籍|队|移动|联通|电信|石[油化]|平安|人寿"
    "|银行|建筑|中车)|我国|全国|国内(?:生产总值|出游|旅游)"
    "|" + "".join(f"{ministry}部(?!门)|" for ministry in MINISTRIES) + "国务院|国家[\u4e00-\u9fff]{1,5}局|央行",
    "香港": "香港(?!联?交所|上市)|本港|访港",
    "美国": "美国|美联储",
    "英国": "英国",
    "日本": "日本",
    "德国": "德国",
    "韩国": "韩国",
    "印度": "印度(?!尼)",
    "法国": "法国",
    "俄罗斯": "俄罗斯",
    "印度尼西亚": "印度尼西亚|印尼",
    "越南": "越南",
    "巴西": "巴西",
    "澳大利亚": "澳大利亚|澳洲",
    "加拿大": "加拿大",
    "欧盟": "欧盟",
    "全球": r"全球(?!通|化|购|观察)|世界(?!卫生|贸易|银行|咖啡|[^，。；\s]{0,3}[日杯赛奖])",
}
FIRMS = re.compile(  # names of firms, which name no country that an article is about
    r"Bank of (?!England)[A-Z]\w+|National Australia Bank"
    r"|(?:American|British|Japan|Canadian|Air) (?:Airlines|Airways|Eagle|Express|Tower"
    r"|Axle|Outfitters|Apparel|Greetings|Telecom|Petroleum|France|Canada|India|China|Pacific|National)"
)
WORDS_AFTER = "的在是人经政与和及为有对将市企股出进"  # what may always follow a country, and ends no name
WORLD = {"world", "全球"}
LEAD = 200  # characters in which an article that is about one country names it, and no other
OPENS, OFTEN = 500, 5  # characters in which it is named, or how often, at least
LEAD_ZH, HOME = 80, "中国"  # the same of a Chinese text, which need not open with its own country
CLEARLY = 3  # times as often as any other is it named
BRITAIN, KINGDOM = re.compile(r"\bGreat Britain\b"), re.compile(r"\b(?:United Kingdom|UK|U\.K\.)(?!\w)")


def country(text: str) -> str:
    """Return the country that a text names far more often than any other, or an empty string.

    Examples
    --------
    >>> country("America’s jobless rate rose. Americans work less."), country("中国和美国都增长。")
    ('United States', '')
    >>> country("Retail sales, Great Britain. Sales in Great Britain rose by £3 million.")
    'Great Britain'
    """
    found = _often(text)
    britain = found == "United Kingdom" and len(BRITAIN.findall(text)) >= max(1, len(KINGDOM.findall(text)))
    return "Great Britain" if britain else found


def whole_name(place: str, text: str) -> str:
    """Return the whole name of a place that has an “and” in it, where a text says that.

    Examples
    --------
    >>> whole_name("England", "crime in England and Wales"), whole_name("England", "crime in England and France")
    ('England and Wales', 'England')
    """
    return next((f"{place} {rest}" for rest in ("and Wales", "and Herzegovina", "and Tobago", "and Barbuda")
                 if place and f"{place} {rest}" in text), place)  # fmt: skip


def _often(text: str) -> str:
    names = CHINESE if HAN.search(text) else ENGLISH
    text = _without_people(FIRMS.sub(" ", text)) if names is CHINESE else FIRMS.sub(" ", text)
    lead = [name for name, pattern in names.items() if name not in WORLD and re.search(pattern, text[:LEAD])]
    counts = Counter({name: len(re.findall(pattern, text)) for name, pattern in names.items()})
    world = max(counts.pop(name) for name in WORLD & names.keys())
    (first, most), (_, next_most) = counts.most_common(2)
    if len(lead) == 1 and 2 * counts[lead[0]] >= most and counts[lead[0]] > world:
        return lead[0]
    if most and most >= CLEARLY * next_most and most >= 2 * world:
        opens = re.search(names[first], text[: OPENS if names is ENGLISH else LEAD_ZH]) is not None
        return first if opens or most >= (2 if first == HOME else OFTEN) else ""
    if names is CHINESE:  # 全球 is said of much that is not of the world
        return ""
    world_name = next(iter(WORLD & names.keys()))
    return world_name if world >= CLEARLY * most and world else ""


def _without_people(text: str) -> str:
    """Return a text without names of people that begin as a country does: 韩国瑜, each time with the same letter.

    Examples
    --------
    >>> _without_people("韩国瑜败选。韩国瑜在高雄。"), _without_people("韩国的出口。韩国总统。")
    ('败选。在高雄。', '韩国的出口。韩国总统。')
    """
    for name in CHINESE:
        after = Counter(re.findall(f"{name}([\u4e00-\u9fff]?)", text))
        if len(after) == 1 and (letter := next(iter(after))) and letter not in WORDS_AFTER and after[letter] > 1:
            text = text.replace(name + letter, "")
    return text
