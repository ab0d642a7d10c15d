"""What Chinese numbers are that claim nothing by themselves, by the words around them: one line a kind."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimbook.mention import Mention
from claimbook.tables.vocabulary import Role

HAN = r"[\u4e00-\u9fff]"
FEW = "[一二两三四五六七八九十几]"
INDEX = "上证|深证|沪深|中证|科创|创业板|标普|富时"
LIMITED = r"(?:^|[，。；、国有])[\d一二三四五六七八九十]+[家省市县][^，。；、\d]{2,14}(?:超过?|突破|逾)$"  # of how many something is so
QUOTED = re.compile(r"[(（]\s?[-+]?\d+\.\d+\s?[,，]\s?[-+]?\d+\.\d+\s?[,，]\s?[-+]?\d+\.\d+%\s?[)）]")  # a live price


class Kind(NamedTuple):
    """A kind of number: what is before it, the number as printed and what is after it, and its role."""

    before: str
    exact: str
    after: str
    role: Role


KINDS = (
    Kind(r"双\s?$", "1[12]|十[一二]", "", Role.OTHER),  # 天猫双11
    Kind("", r"\d{1,2}", r"\s?时(?:\s?\d{1,2}\s?分|至|到|[，。]|$)", Role.PERIOD),
    Kind(r"\d\s?时\s?$", r"\d{1,2}\s?分", "", Role.PERIOD),
    Kind("[\u4e00-\u9fff][（(]$", r"(?!(?:19|20)\d\d)\d{4,6}", "[）)]", Role.MARKUP),  # 美团（3690）
    Kind("", "[5-9]0|00", "后", Role.OTHER),  # 80后
    Kind("", "[一二三四](?:、[一二三四])*线", "城市", Role.OTHER),
    Kind("(?:大年|正月)初$", "[一二三四五六七八九十]{1,2}[票日]?", "", Role.OTHER),
    Kind("短短$", ".*[年月天]", "", Role.PERIOD),
    Kind("过$", "[百千万亿]{1,2}[元人户]", "", Role.CONDITION),
    Kind("[“「\"]$", r"\d{1,4}|[一二三四五六七八九十]{2}", "[”」\"]", Role.OTHER),  # “996”, the feast “十一”
    Kind("(?:周|星期|礼拜)$", "[一二三四五六].?", "", Role.PERIOD),  # 周一盘后
    Kind("", f"(?:{FEW}{{1,3}}|\\d+)(?:余|多)?(?:个|大)?部(?:门|委)", "", Role.OTHER),  # 三部门联合发文
    Kind("", f"{FEW}(?:环|里)", "路|桥|内|外|庄", Role.OTHER),
    Kind("东北$|华东$|西北$|长三角$", f"{FEW}省", "", Role.OTHER),
    Kind("", "(?:31|三十一)个?省?", "省(?!级)|[（(]", Role.OTHER),  # all of them
    Kind("[中美英法日俄韩印德意欧非]$", "[两二三]国", "", Role.OTHER),
    Kind("", r"0[-—–~至]24", "时", Role.PERIOD),
    Kind("", r".*(?:小时|分钟)", "(?:生活|交通|通勤|经济|服务|都市|达)圈?[圈达]", Role.OTHER),
    Kind("(?:这|该|上述|前述|其余)$", r"\d{1,3}[家个名位只项条款件类]", HAN, Role.OTHER),
    Kind("(?:^|[，。；“：])$", r"\d{1,3}岁", "的(?!人|老|男|女|儿|青|中|成|用|患|群|居|学)", Role.OTHER),  # 64岁的张三
    Kind("[今明去前]$|今明$", "两年", "", Role.PERIOD),
    Kind("", "[一二两三]人", "(?:一[起组同]|在|从|就|又|还|曾|后来|当时|合计)", Role.OTHER),
    Kind("时间戳[：:]?\\s?$", ".*", "", Role.MARKUP),
    Kind("(?:欢聚|济济)$", "一堂", "", Role.OTHER),
    Kind("", "[几数上][百千万]+年", "", Role.OTHER),
    Kind("每$", "[十百千万]{1,2}元", HAN, Role.OTHER),  # 每百元收入中的成本
    Kind("", r"\d0岁", "大关|门槛|关口", Role.OTHER),
    Kind("(?:^|[，。；])(?:另外?|其余|其他)$", f"{FEW}{{1,2}}[组名位个家]", HAN, Role.OTHER),  # 另两组候选人
    Kind("(?:^|[，。；])根?据[^，。；\\d]{0,6}$", ".*[个家省市]", HAN, Role.OTHER),  # whose figures are quoted
    Kind(LIMITED, ".*", "", Role.CONDITION),  # 21家法院收案超过3万件
    Kind(r"[\[［（](?:[\d,，\-–]+)?$", r"\d{1,3}", r"(?:[-–,，]\d+)*[\]］）]", Role.MARKUP),  # 上升[5]
    Kind("", r".*[天日]", "小?长?假(?!期?[^，。；]{0,4}(?:为|是))", Role.PERIOD),  # 5天假期
    Kind("(?:假期|长假|节假日|假日|春运|暑运)[”」]?$", ".*天", "", Role.PERIOD),
    Kind("[日号]止$", r".*(?:月|年|年度)", "", Role.PERIOD),  # 截至6月30日止6个月
    Kind("[日号][至到—-]$", f"{FEW}{{1,3}}日", "", Role.PERIOD),  # 三日至五日
    Kind("", r"\d{1,2}", r"[、和至到-]\d{1,2}月", Role.PERIOD),  # 3、4月份
    Kind("", r"(?:19|20)\d\d", r"[、和]\d{4}年", Role.PERIOD),  # 2021、2022年
    Kind("", rf"(?:[\d.]+\s?|{FEW}+)年", "(?:间|来)?的?(?:年均|年化|累计|平均)?(?:复合|增长|增加|增速|下降|上涨)", Role.PERIOD),
    Kind("[“「\"]$", r"\d{1,2}", "[·.]\\d{1,2}[”」\"]", Role.OTHER),  # “12·16”地震
    Kind("[“「\"]\\d{1,2}[·.]$", r"\d{1,2}", "[”」\"]", Role.OTHER),
    Kind("", ".*", "的?(?:信心水[平准]|置信)", Role.OTHER),
    Kind(f"(?:{INDEX})$", r"\d{2,4}", f"{HAN}|[”，。]", Role.OTHER),  # 深证100公司
    Kind("", "[两二三23]人", "的?(?:差距|支持|得票|之间|均|都|分别|相加|对决|相差)", Role.OTHER),  # of whom was spoken
    Kind(r"(?:[这该]|上述|前述)\s?$", r"[\d.,]+\s?(?:[万亿]*元|[万亿]*吨|[万亿])", "", Role.OTHER),  # 这7亿元
    Kind("(?<![超破过达近逾约至上跌有到])$", "[十百千万亿]{1,3}级?", f"[“「]?{HAN}", Role.OTHER),  # 千亿赛道
    Kind("(?:包括|分为|分成|划分为|归纳为)$", f"{FEW}(?:[个类种项大部点]|大类|大部分|方面)", "[，：。:]|方面|类|部分", Role.OTHER),
    Kind("", "[一二三四五]级", HAN, Role.OTHER),  # 三级净菜
    Kind("", "[一两]代", "(?!产品)", Role.OTHER),  # 年轻一代
    Kind("", "一[批辆组张件]", HAN + "|[，。]", Role.OTHER),  # 一批药品
    Kind("在[^，。；]{0,8}$", ".*", f"{HAN}{{1,12}}中(?:排|位居|位列|名列|居)", Role.OTHER),  # 在100个城市中排
    Kind("(?:^|[，,])在[^，。；\\d]{0,14}$", ".*[席个名位家人例件]", "[^，。；]{1,10}中[，,]", Role.OTHER),  # 在113席中，
    Kind("(?:投产|达产|建成|完工|竣工)后[^。；]{0,24}将[^。；]*$", ".*", "", Role.OTHER),  # a plan
    Kind("", ".*[家个]", f"{HAN}{{2,12}}占{HAN}{{1,8}}(?:比重?|比例)(?:平均)?为?\\d", Role.OTHER),
    Kind("“每[^”]{0,4}$", ".*[次天杯]", "[^“”]{0,2}”", Role.OTHER),  # an answer of a form: “每周1~3天”
    Kind(r"\d\+$", r"\d{1,4}", "", Role.OTHER),  # 4+64为1699元
    Kind("", r"\d+[天日]", "线", Role.OTHER),  # 10天线
    Kind("", "[一二三]次", "产业", Role.OTHER),
    Kind("每[天日周]$", ".*[份杯克个次勺]", f"{HAN}{{1,8}}(?:可|能|会|使)", Role.CONDITION),  # 每日两份水果可降低风险
    Kind("(?:^|[，。；])而?$", r"[\d.]+万?元?\s?[-~～—至到].*元", "的?(?:人数|学生|消费者|用户|占|有\\d)", Role.CONDITION),
    Kind("[，,（(]$", r"\d{1,3}岁", "[，,）)]", Role.OTHER),  # 张三，35岁，
    Kind("(?<![虚模草比])拟(?!合|定|声|人)[^，。；\\d]{0,10}$", ".*", "", Role.OTHER),  # 拟派发股息
    Kind("(?:^|[，。；])$", "一[杯碗瓶包根块]", HAN, Role.OTHER),  # 一杯奶茶含糖50克
    Kind("(?:[他她]|我(?![国省市县]))[^，。；]{0,3}$", r"\d{1,3}岁", "", Role.OTHER),  # 他今年45岁
    Kind("[他她我]们$", f"{FEW}人", "", Role.OTHER),  # 他们三人
    Kind("我们?将[^，。；]{0,20}$", ".*", "", Role.OTHER),  # a promise
    Kind("[日号][，,]?(?:共|为期|历时)$", ".*天", "", Role.PERIOD),  # 10月1日至7日，共7天
    Kind("[\u4e00-\u9fff号]$", r"\d{1,4}", "[楼栋幢弄]|单元", Role.OTHER),  # an address
    Kind("的$", "一[项个种类名位]", "[，。；]", Role.OTHER),  # 最高的一项
    Kind("[%成][^，。；]{0,16}每[周天日月年][^，。；]*$", ".*[次杯支片]", "", Role.CONDITION),  # 9成的人每周喝一次
)  # fmt: skip
RULES = tuple((re.compile(one.before), re.compile(one.exact), re.compile(one.after), one.role) for one in KINDS)
PACE = re.compile("每$"), re.compile(r".*(?:秒钟?|分钟)"), re.compile("就?(?:有|增加|新增|卖出|售出|产生)")


def claimless(before: str, after: str, mention: Mention) -> Role | None:
    """Return the role of a number that claims nothing by itself, or None where it may be a claim.

    Parameters
    ----------
    before, after : str
        The text around the number, in its sentence.
    mention : Mention

    Examples
    --------
    >>> from claimbook.mention import mentions
    >>> text = "在95%的信心水平下，这7亿元"
    >>> [str(claimless(text[: one.start], text[one.end :], one)) for one in mentions(text)]
    ['other', 'other']
    """
    whole, at = before + mention.exact + after, len(before)
    if any(one.start() <= at < one.end() for one in QUOTED.finditer(whole)):
        return Role.MARKUP
    fits = (
        role
        for first, exact, last, role in RULES
        if exact.fullmatch(mention.exact) and first.search(before) and last.match(after)
    )
    return next(fits, None)


def sets_a_pace(before: str, after: str, exact: str) -> bool:
    """Return whether a length of time says how often something happens: 每5秒就有一场直播."""
    first, number, last = PACE
    return bool(first.search(before) and number.fullmatch(exact) and last.match(after))
