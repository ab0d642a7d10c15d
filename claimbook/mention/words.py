"""The words that numbers are written with, and words that only look like numbers."""

import unicodedata
from collections.abc import Mapping
from string import ascii_letters

# fmt: off
LETTERS = frozenset(ascii_letters)
# One character for one character, so that offsets stay true: full width, traditional, and all kinds of dashes and spaces.
WIDE = "".join(map(chr, range(0xFF01, 0xFF5F)))
FOLD = str.maketrans(
    WIDE.replace("，", "") + "−–—‑‐﹣〜∼￥＝〇○\u3000\xa0\u2009\u202f"
    "⁄∕兩倆萬億點筆個幾數週餘負陸貳參叁叄柒圓塊間後內時鐘鍾錢約過於達單號條級種層組檔夥幣鎊歐韓"
    "雙對處張隻輛場輪顆項類戶歲噸畝頃釐頁冊樓屆頭門課節臺檯艘棟縣鎮區國車為佔漲減環與從將當儘兒滿這該無較創錄樣貶補領優報繳長還",
    "".join(chr(ord(char) - 0xFEE0) for char in WIDE if char != "，") + "------~~¥=零零    "
    "//两两万亿点笔个几数周余负陆二三三三七元块间后内时钟钟钱约过于达单号条级种层组档伙币镑欧韩"
    "双对处张只辆场轮颗项类户岁吨亩顷厘页册楼届头门课节台台艘栋县镇区国车为占涨减环与从将当尽儿满这该无较创录样贬补领优报缴长还",
)
# The digits of every script, and the separators of Arabic ones.
FOLD |= {
    code: ord(str(unicodedata.digit(chr(code))))
    for code in range(0x660, 0x1FBFA)
    if unicodedata.category(chr(code)) == "Nd" and code not in FOLD
} | {0x066B: ord("."), 0x066C: ord(","), 0x066A: ord("%")}
DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
          "壹": 1, "贰": 2, "肆": 4, "伍": 5, "陆": 6, "捌": 8, "玖": 9}
# Magnitudes as powers of ten.
POWERS = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3}
TOPS = {"万": 4, "亿": 8, "兆": 12}
SUFFIXES = {"MM": 6, "k": 3, "K": 3, "m": 6, "M": 6, "mn": 6, "Mn": 6, "mln": 6, "b": 9, "B": 9, "T": 12, "bn": 9, "Bn": 9, "tn": 12, "trn": 12, "mil": 6, "mio": 6, "BN": 9, "MLN": 6, "BLN": 9, "bln": 9, "bil": 9, "tln": 12, "trln": 12}
SCALES = {"hundred": 2, "thousand": 3, "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7, "million": 6, "billion": 9, "trillion": 12}
ENGLISH = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
            "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "twentieth": 20}
VAGUE_EN = {"tens": (20, 99), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999), "millions": (2 * 10**6, 10**7 - 1),
            "billions": (2 * 10**9, 10**10 - 1)}
# Several hundred, a few thousand: 2 to 9 of them, as 数百; a couple is two.
SEVERAL = [f"{some} {size}" for some in ("several", "a few", "a couple of", "a couple") for size in ("dozen", "hundred", "thousand", "million", "billion", "trillion")]
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
FOLDS = {"doubl": 2, "tripl": 3, "quadrupl": 4, "halv": "0.5", "twice": 2, "thrice": 3, "twofold": 2, "threefold": 3,
         "翻番": 2, "翻一番": 2, "翻倍": 2, "翻一倍": 2, "倍增": 2, "增倍": 2, "双重": 2, "翻两番": 4, "翻三番": 8, "翻两倍": 3, "翻三倍": 4,
         "减半": "0.5"}
# What can follow a share, a third of it or a third in a year, but not a place in an order: a third person.
AFTER_SHARE = (
    "of is are was were has have had in on at to from by as than or and who that which since when while for but if with out more less fewer higher lower "
    "smaller larger bigger faster slower over under between each said say came come went do did does will would could can may might never now not full "
    "empty down up off per through below above behind ahead again before after because so all among within without"
).split()
MONTHS = ("January February March April May June July August September October November December "
          "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec").split()
MONTHS += [month.upper() for month in MONTHS]
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun".split()

# Signs and words that bound or blur the number after them, and the number before them.
SIGNS = {"≥": ">=", "≤": "<=", ">": ">", "<": "<", "≧": ">=", "≦": "<=", "≈": "~", ">=": ">=", "<=": "<="}
BEFORE = {
    ">=": "不得低于 不应低于 不得少于 不得小于 不应少于 不低于 不少于 不小于 不下 不下于 满 年满 至少 最低 最少 起码 大于等于 大于或等于 大于或者等于 at|least no|less|than no|fewer|than "
          "minimum minimum|of not|less|than greater|than|or|equal|to start|at start|from starts|at starts|from starting|at starting|from prices|from priced|from",
    "<=": "不得高于 不应高于 不得大于 不得多于 不应大于 不超过 不高于 不多于 不大于 不宜多于 不得超过 不应超过 不能超过 不宜超过 未超过 最多 至多 最高 最长 最大 封顶 小于等于 小于或等于 小于或者等于 up|to at|most "
          "no|more|than within maximum as|much|as as|many|as maximum|of not|more|than not|exceed not|to|exceed cannot|exceed less|than|or|equal|to not|exceeding no|later|than",
    ">": "超过 高于 多于 大于 高过 突破 超出 逾 超 过 破 胜过 more|than over above exceeding exceeded exceeds exceed greater|than higher|than "
         "topped surpassed older|than longer|than over|the|age|of above|the|age|of passed upwards|of in|excess|of larger|than",
    "<": "跌破 跌穿 失守 低于 少于 不足 不到 小于 未满 不满 未达 未到 不及 不够 跑进 less|than under below fewer|than short|of lower|than younger|than shorter|than under|the|age|of below|the|age|of",
    "~": "大约 约 约为 将近 接近 近 大概 几乎 几乎是 差不多 逼近 预计约 about around nearly roughly approximately almost some close|to "
         "an|estimated estimated approx approx. circa ~",
}
AFTER = {
    ">=": "及以上 或以上 或者以上 和以上 以上 之上 起 起跳 或更多 或者更多 或更高 及更高 or|more or|above minimum or|older or|higher -plus and|above and|older and|over and|up or|over",
    "<=": "以内 之内 及以下 或以下 和以下 以下 之下 内 或更少 封顶 maximum or|less or|fewer or|below or|under or|lower or|younger and|under and|below and|younger",
    "~": "左右 上下 前后 or|so -odd",
    ">": "有余 开外 还多",
}
# Between a comparator and its number.
FILLERS = "了为是有达合至共收到在占需要应须够 ("
# A percentage or a multiple right after one of these is a change.
CHANGES = """
增长 下降 上升 上涨 下跌 提高 提升 降低 减少 增加 增幅 降幅 涨幅 跌幅 增速 回落 回升 扩大 收窄 上浮 下浮 高出 低出 升值 贬值 偏高 偏低 下滑
上调 下调 下挫 激增 骤降 骤增 大增 大降 大涨 大跌 猛增 锐减 涨 跌 降 升 增 减 多 少 高 低 快 慢 下行 上行 增长率 改善 缩短 压缩 节省 节约 缩减 同比 环比 下探 攀升 飙升 负增长 加收 波幅 增产 减产 跌去 掉电 缩小 缩窄 走低 走高 反弹 涨逾
rose rise rises rising fell fall falls falling up down grew grow grows growing gained gain gains increased increase increases declined
decline declines dropped drop drops by climbed slipped jumped surged growth|of increase|of decline|of rise|of drop|of fall|of gain|of
decreased decrease tumbled tumble slumped slump sank slid plummeted dipped rallied rebounded expanded
shrank advanced widened narrowed soared plunged gaining adding added lost
"""
CHANGED_AFTER = "increase decrease rise drop decline growth gain jump fall reduction higher lower more fewer less faster slower cut".split()
# Against what a change is counted.
BASES = {"yoy": "同比 比上年 较上年 较去年 比去年 比上年同期 较上年同期 比去年同期 较去年同期 按年 year-on-year year-over-year YoY yoy year|earlier year|ago",
         "qoq": "较上季 比上季 按季 quarter-on-quarter quarter-over-quarter QoQ", "mom": "环比 比上月 较上月 按月 month-on-month month-over-month MoM"}

# Words that hold a numeral and name no quantity; they are passed over.
NO_NUMBERS = """
一些 一下 一直 一般 一定 一样 一起 一旦 一方面 一致 一律 一切 一味 一时 一度 一带一路 一一 一并 一经 一贯 一再 一概 一向 一同 一共 一旁 一路 一边
四分卫 三分球 三分线 一线 一站式 一体 一流 一键 一手 一对一 一次性 一半以上 一方 一审 二审 一众 一系列 一揽子 一如既往 一举 一番 一心 一眼 一把手 统一 唯一 同一
单一 专一 万一 百姓 百度 百货 百科 百事 三星 第三方 第一时间 第三者 零售 零钱 零食 零件 零距离 零部件 零下限 零工 零碎 零散 零星 四川 四处 四周 四肢 四舍五入 五金 五官 五角大楼 五台山
七夕 八卦 九江 十堰 两岸 两会 两难 两侧 双方 双减 双边 半导体 半岛 半径 半决赛 三文鱼 三明治 三好学生 三好 三亚 三甲 三农 万科 万达 万能 千金 二手 二维码
之一 其一 一百八十度 十字 百年 千年 八宝 十足 千禧 万物 亿万 百合 千层 千岛 三餐 两极 二氧化碳 一氧化碳 三聚氰胺 一线城市 五常 六必居 三角形 五角星
第一人民 第二人民 第三人民 第四人民 第五人民 第六人民 第一医院 第二医院 第一中学 第二中学 第一小学 第二小学 第一附属 第二附属 第一书记 第一夫人 第一手
一刻 一会儿 一会 一口气 一辈子 一生 一身 一面 一面之词 一席 一瞬 一瞬间 一等 一级市场 二级市场 一本万利 一目了然 一视同仁 一成不变 一蹴而就 一言 一语 一丝 一丝不苟 一阵 一带
二胎 二孩 三胎 三孩 二三线 三四线 三峡 三国 三通一平 三江 三沙 三明 三门峡 三高 三七 三文 新三板 三伏 三九 四大行 四大 五一 十一假期 五险一金 五花八门 六一 六安 八一 八达岭
九寨 九龙 九州 十一五 十二五 十三五 十四五 十五五 十九大 二十大 十八大 百强 百色 百业 百花 百万富翁 百折 千方百计 千万家 千家万户 千禧年 千里 万宁 万元户 万象 万家 万州 万事 万众 万民 千千万万 成千上万 千变万化
两者 两国关系 两旁 两翼 双十一 双十二 双碳 双创 双一流 双休 双语 双色球 双向 双赢 双轨 双肩 半边 半夜 半山 半成品 半固态 半程 半官方 半信半疑 半数以上 上半场 下半场 上半身 下半身
一国两制 七上八下 三三两两 三番五次 三心二意 接二连三 再三 丢三落四 四通八达 五湖四海 五星级 六神无主 七嘴八舌 乱七八糟 九牛一毛 十全十美 百分百 一五一十 举一反三 独一无二 一分为二 说一不二 一干二净 张三 李四 王五
一方水土 一马当先 一边倒 一卡通 一体化 一票否决 一汽 万向 万华 万豪 三一重工 三安 三只松鼠 三井 三菱 三洋 三得利 四维 五矿 五粮液 六福 七匹狼 七喜 八喜 九阳 九牧 百胜 百联 百丽 百济神州 千问 千寻 亿纬 亿联
一步 一夜 千兆 万兆 百兆 三包服务 四人帮 核心一级 一级资本 一针一线 二十四节气 数字 数据 数学 数量 数码 数值 数额 三级跳 三轮车 三无 三防 三脚架 三原色 三维 二维 四驱 三角洲 二次元 二次加工 一次能源 二次能源 一二三产业
大三元 一毛一样 一毛不拔 长三角 珠三角 半月谈 半月板 半月湾 第一财经 零售业 零售商 零糖 零碳 零排放 零容忍 零首付 零利率 零接触 零基础 零添加 一分一秒 一朝一夕 一点一滴 一草一木 一言一行 一砖一瓦 一举一动 一分一毫 一丝一毫 一针一线 一波三折 十二万分 二七区 逐一 三支一扶 一分田 四三方案 一部分 二房东 前一交易日 前一个交易日
""".split()
NO_ENGLISH = """
one of|no one|someone|one another|at first|first-time|second thoughts|second thought|one-time|third party|third parties|third-party|
second hand|second-hand|secondhand|first of all|the first time|first aid|first name|first-hand|firsthand|first lady|first things|one by one|
one day soon|everyone|anyone|one's|one-off|one-stop|one-on-one|one-size|two-way|two-thirds majority|first-come|second-guess|the one|this one|that one|which one|each one|
another one|one or more|double-decker|double-deckers|double figures|double-figures|double digits|double-digit|double-digits|single digits|double-check|double standard|double standards|double platinum|triple platinum|double bed|double room|double vision|a second later|a second ago|doubles match|doubles matches|doubles final|doubles title|doubles partner|doubles team|doubles champion|mixed doubles|men's doubles|women's doubles|men’s doubles|women’s doubles|in doubles|three-pointer|three-pointers|three-point|three-pointed|two-pointer|two-pointers|one more thing|zero-sum|ten-fold|for one|one thing|one such|one in particular|triple-double|triple-doubles|triple double|triple doubles|double-double|double-doubles|double double|double doubles|second halves|first halves|both halves|two halves|double as|doubles as|doubled as|doubling as|double down|doubles down|doubled down|doubling down|zero in|zeros in|zeroes in|zeroed in|zeroing in|at one point|at one time
""".replace("\n", "").split("|")
# fmt: on


def spread(table: Mapping[str, str]) -> dict[str, str]:
    """Return word -> value of a table whose values are the keys; ``|`` is a space inside a word."""
    return {word.replace("|", " "): value for value, words in table.items() for word in words.split()}
