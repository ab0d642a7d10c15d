"""Whether a phrase can name whom a number is of; a thing that somebody has is a part of what is measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.lexicon import Lexicon
from claimbook.draft.reading import Reading

# What no name begins or ends with, or holds: verbs, adverbs, pronouns, times.
BEGINS = re.compile(
    r"(?:刺激|归属|外其他|除(?!草|湿|雪)|含(?!量|税)|受(?!访|调查|灾)|被(?!访)|来自|据|按|对(?!象|外|华)|把|因|由|为|较|将(?!军)|已|都(?!市)|也(?!门)|又|还|就(?!业)|并|而|则|之|的|了|着|没|不(?!良)|最(?!高人民)|更|使|令|让|如|若|仅|约"
    r"|这|那|其(?!他)|各(?!省|地|级|类)|我(?!国|省|市)|你|他|她|它|单月|单日|单季|日均|同比|环比|共(?!和|青|享)|累计|超(?!市|人)|近(?!视)|和(?!平|硕|黄|睦)|[与及、]|\d+[日月]|\d+周?岁|\d+余?[家名个款位]|可以|需要|首日|实际(?!控制)|完成|包括|款(?!项)|[快慢高低好优强差]于|接待|受理|发送|募集|认同|股价|逆市|多只|多项|各项|整改|等|在(?!校|线|职|岗|读|建|华|港)|尾盘|早盘|午盘|盘中|是(?!非)|时(?!代|装|尚)|修建|惠及|开展|举办|制定|加上|处理|开行|安排|负责|家(?!电|具|居|纺|庭|长|乐|政|禽|畜|装|族|园|用|化)|整个|推进|加快|落实|培育|引进|培训|安置|铺设|开通|收购|出售|购买|投放|亦|涉案|觉得|认为|看好|力挺|两人|二人|双方|赞成|反对|同意|新建|建成|实现|投入|追回|缴获|查获|冻结|抓获|收缴|发放|升级|改造|解决|帮助|推动|带动|初步|减轻|期待|阶段性|历史|[kMGT]W)"
)
ENDS = re.compile(
    r"(?:的|了|着|现|时|日常|可能|目前|如今|主要|导致|造成|获得|成为|保持|属于|加大|[^估]计|世界|召开|举行|宣布|推出|恢复|逐步|跨境|高居|位居|位列|稳居|居全国|股价|(?:[对向与和及把被在是有由从以将]|(?<!华)为)[^\u4e00-\u9fff]*|业绩|期间|假期|方面|[^，]{1,3}社[^，]{2,3}|入园|在园|在校|在学|在职|所致|以来|也|都|均|普遍|平均|累计|至少|至多|盘后|同期|拉开|底部|全部|[^不]仅|则|[“「（(])$"
)
HOLDS = re.compile(
    r"\d日|涉及|回答|(?<![绝相反面])对(?!外|象|手|话|口|接|冲)|每\d|[这该]起|公布|披露|发布|共有|加大|导致|造成|同比|环比|降为|升至|认为|表示|(?<!公)共(?!和|青|享|同|济|产|建|振|赢|商|富)|获得|因此|相对|了|都(?!市)|日报|晚报|新华社|中新社|[，。；：？！]"
)
UNCLEAR = re.compile(
    r"(?:[\d.,~～—-]+[万亿]?[元克米]|总?人口|总量|总数|各地|地区|区域|省市|县区|人群|(?:资本|.?股)?市场|开业|签约|覆盖|上市|.*拥有人|人应|单月|单季|误区|部分|手|品|整体|总体|全线|工作人员|.*(?:感染者|病例|死者|伤者)|.{0,3}负责人|当地|业内.*|村民|市民|投资者|先生|女士|他们|人家|双方|两国|大家|人们|家人|银行|国铁集团|本土|境外|.{0,4}输入|一般|其|此次|本次|上述|同期|这些.*|该.{1,3}|另外.*|其中.*|方案|数据|结果|价格|体重|身高|年份|月份|季度|上半年|下半年|公司|企业|集团|本公司|记者|作者|专家)"
)
THING = re.compile(
    r"(?:发电|[风水核火煤气]电|光伏|蓄能|储能|保险|贷款|存款|债券|投诉|工程|(?<!加)工业|消纳|投资|出口|进口|用品|食品|药品|[猪牛羊禽]肉|粮食?|[小玉大稻]?[麦米豆稻]|水果|蔬菜|肿瘤|[肝肺胃乳]?腺?癌|"
    r"脏病|疾病|近视|症|业务|服务|货币|商品|产品|设备|容量|产量|面积|房屋|住宅|商品房|生猪|母猪|牛奶|禽蛋|铁路|公路|民航|水运|道路|基金|保费|快递|外卖|彩电|空调|冰箱|煤炭|原油|钢材|生铁|粗钢|水泥|电力|天然气"
    r"|广义货币|狭义货币|现金|入境|出境|出游)$"
)
QUALIFIES = re.compile(
    r"^(?:未[\u4e00-\u9fff]{2}的|非(?:GAAP|国际|公认|经常|通用)|平均|每|[日月年户人]均|新增|累计|最高(?!人民)|最低|集中式|分布式|订购|付费|经?调整后?|同店|来自|(?:城市|农村|城镇|市场|国内|海外|线上|线下|单片)$)"
)
PEOPLE = re.compile(
    r"(?:组织|系统|机关|人|者|民|员|户|女性|男性|儿童|学生|青年|老人|群体|家庭|行业|市场|品牌|平台|企业|机构|城市|国家|省份|地区|女|男)$"
)
SECTOR = re.compile(r"(?:业|产业|板块|部门)$")
FIRM = re.compile(r"(?:公司|集团|银行|股份|证券|科技|局|委|院|会|中心|大学)$")
NATION = re.compile("全国|我国|中国|全球")
FESTIVAL = re.compile(
    r"^(?:(?:[上下]?半年|第?[一二三四]季度|(?:春节|国庆|五一|暑期|元旦)档期?|春节|国庆|五一|端午|中秋|元旦|清明|暑期|寒假|春运|小?长假|假期|期间|今年|去年|当年|全年|当月|本月|月内|期内)+)"
)
OWNED = re.compile(
    "[\u4e00-\u9fff]{2}(?:工程|口岸|隧道|大桥|机场|景区)|营收|(?<!花)费用$|推广费|货款|净收入|发行价|利润|营业|毛利|份额|净利|亏损|股|门店|用户|订单|市值|占比$|之比$"
)  # what firms and parts have by themselves
NATIONAL = re.compile(
    "(?:率|量|额|人数|规模|面积|收入|支出|总值|产值|产量|投资|寿命|人口|比重|存款|贷款|旅客|游客|房租|财政.{0,4}|脱贫|就业|死亡|发病)$"
)  # what a country has
SIDE = re.compile("^(?:城市|农村|城镇)(?=居民|消费|商品|人口|常住)")  # town or country, of which a number is of one
TITLE = re.compile("《[^《》]{1,28}》")  # a work, whatever its title says
LONGEST = 30  # characters of whom a number is of


def names(subject: str) -> bool:
    """Return whether a phrase can name whom a number is of.

    Examples
    --------
    >>> [names(one) for one in ("比亚迪", "受访者", "心脏病现", "29日盘后", "受新冠肺炎疫情", "地区")]
    [True, True, False, False, False, False]
    """
    if TITLE.fullmatch(subject):
        return True
    if not 2 <= len(subject) <= LONGEST or subject[1] == "、" or UNCLEAR.fullmatch(subject):
        return False
    return not (BEGINS.match(subject) or ENDS.search(subject) or HOLDS.search(subject))


def led_away(subject: str, text: str) -> bool:
    """Return whether a clause leads up to a phrase by a preposition, so that it speaks of somebody else.

    Examples
    --------
    >>> led_away("消费者", "为消费者挽回损失"), led_away("新加坡", "位于新加坡的"), led_away("消费者", "消费者认为")
    (True, True, False)
    """
    return bool(subject) and any(
        re.search(one.format(re.escape(subject)), text)
        for one in ("(?<![认因作成行名位])为{}", "[对向给]{}", "位于{}", "[从至到]{}", "在{}中的")
    )


def is_thing(subject: str, book: Lexicon) -> bool:
    """Return whether a phrase names a kind of thing that somebody or somewhere has: 风电, 太阳能发电."""
    if FIRM.search(subject) or book.kind(subject) in ("name", "place"):
        return False
    return bool(THING.search(subject))


def _of_place(reading: Reading, book: Lexicon) -> Reading:
    """Take a festival from the head of a subject, and leave a thing of a place to the place."""
    if reading.metric.startswith("归属") and reading.subject in reading.metric:  # 归属于上市公司股东的净利润
        reading = replace(reading, subject="", subject_from="")
    subject = FESTIVAL.sub("", reading.subject)
    if subject.count("“") != subject.count("”"):
        subject = re.sub("[“”]", "", subject)
    if nation := NATION.match(subject):
        rest = subject.removeprefix(nation[0]).removeprefix("的")
        if len(rest) > 1 and not FIRM.search(rest) and not PEOPLE.search(rest):
            own = rest if reading.subject_from == "clause" and rest not in reading.metric else ""
            return replace(reading, subject=nation[0], metric=own + reading.metric, base=own + reading.base)
    place = next((one for one in sorted(book.of("place"), key=len, reverse=True) if subject.startswith(one)), "")
    if place and place != subject and is_thing(subject, book):
        part = subject.removeprefix(place).removeprefix("的")
        return replace(
            reading, subject=place, metric=part + reading.metric, base=part + reading.base, whole=reading.base
        )
    return replace(reading, subject=subject)


def held(reading: Reading, known: Sequence[str], nation: str, book: Lexicon) -> Reading:
    """Return a reading whose subject is a name; a thing is measured, and is of whom the text speaks.

    Parameters
    ----------
    reading : Reading
    known : list of str
        Whom the text spoke of before, the nearest first.
    nation : str
        The country that the text is about.
    book : Lexicon

    Examples
    --------
    >>> from claimbook.draft.lexicon import lexicon
    >>> made = held(Reading("装机容量", "风电", "装机容量"), [], "全国", lexicon())
    >>> made.subject, made.metric
    ('全国', '风电装机容量')
    """
    reading = _of_place(reading, book)
    reading = _of_own_place(reading, known, nation, book)
    subject = reading.subject
    of = next((one for one in known if one != subject and _can_hold(one, book)), "")
    place = "paragraph" if of else "article" if nation else ""
    if QUALIFIES.match(subject) and reading.subject_from == "clause" and subject not in reading.metric:
        metric, base = (subject + SIDE.sub("", one) for one in (reading.metric, reading.base))
        return replace(reading, metric=metric, base=base, subject=of, subject_from="paragraph" if of else "")
    repeated = bool(of) and subject == reading.metric
    if not subject or repeated or not names(subject) or QUALIFIES.match(subject):
        return replace(reading, subject=of, subject_from="paragraph" if of else "")
    if subject in reading.metric and is_thing(subject, book) and not (of or nation):
        return replace(reading, subject="", subject_from="")
    if not (of or nation) or not is_thing(subject, book) or reading.metric.endswith(("排名", "时长")):
        return reading
    return _of_thing(reading, of or nation, place, book)


def _of_thing(reading: Reading, of: str, place: str, book: Lexicon) -> Reading:
    """Return a reading whose thing is a part of what is measured, and of whom it is."""
    part = "" if any(one in reading.metric for one in re.split("[、和及]", reading.subject)) else reading.subject
    inherits = reading.metric_from in ("sentence", "paragraph") and not book.measure(reading.base)
    if inherits and part and reading.metric.startswith(reading.base):  # 精制茶增长5%，粗钢增长1%
        metric, base = part + reading.metric.removeprefix(reading.base), part
    else:
        metric, base = _before(part, reading.metric), _before(part, reading.base)
    whole = "" if base == part else reading.base
    return replace(reading, metric=metric, base=base, subject=of, subject_from=place, whole=whole)


def _of_own_place(reading: Reading, known: Sequence[str], nation: str, book: Lexicon) -> Reading:
    """Name the province, city or county that a text calls its own: 在河南，全省有5条公路."""
    if not re.fullmatch("[全我本][县市省]", reading.subject):
        return reading
    own = (
        nation if nation.endswith(reading.subject[-1]) else next((one for one in known if one in book.of("place")), "")
    )
    return replace(reading, subject=own or reading.subject)


def _before(part: str, metric: str) -> str:
    """Put a part before what is measured, and say once what both say.

    Examples
    --------
    >>> _before("陆上风电", "风电新增并网容量"), _before("太阳能", "发电量")
    ('陆上风电新增并网容量', '太阳能发电量')
    """
    shared = next((size for size in range(len(part), 1, -1) if metric.startswith(part[-size:])), 0)
    return part + metric[shared:]


def _can_hold(of: str, book: Lexicon) -> bool:
    """Return whether a phrase that was read before names somebody or somewhere."""
    return bool(of) and names(of) and not is_thing(of, book) and not QUALIFIES.match(of) and not book.measure(of)
