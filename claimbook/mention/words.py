"""The words that numbers are written with: digits, magnitudes, units, comparators, and words that are no numbers."""

# fmt: off
# One character for one character, so that offsets stay true.
FOLD = str.maketrans(
    "０１２３４５６７８９％．，：－−–—～〜∼＜＞＄￥＋（）〇兩萬億倆點筆個幾數週餘陸貳參柒圓塊億間後內時鐘錢約過於達單號條級種層組檔夥",
    "0123456789%.,:----~~~<>$¥+()零两万亿两点笔个几数周余六二三七元块亿间后内时钟钱约过于达单号条级种层组档伙",
)
HAN_DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
              "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "捌": 8, "玖": 9, "柒": 7}
HAN_POWERS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
HAN_TOPS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
MAGNITUDES = {
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12, "兆": 10**12,
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12,
}
ENGLISH = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a dozen": 12, "dozen": 12,
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
            "ninth": 9, "tenth": 10}
PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
FACTORS = {"double": 2, "triple": 3, "quadruple": 4, "halve": "0.5", "twice": 2, "thrice": 3}
CURRENCIES = {"US$": "USD", "HK$": "HKD", "USD": "USD", "HKD": "HKD", "RMB": "CNY", "CNY": "CNY", "EUR": "EUR",
              "¥": "CNY", "$": "USD", "€": "EUR", "£": "GBP"}
# Unit as printed -> (unit, factor, kind). Latin letters are compared without case, but for single letters.
UNIT_WORDS = {
    "个百分点": ("percentage_point", 1, "change"), "百分点": ("percentage_point", 1, "change"),
    "percentage points": ("percentage_point", 1, "change"), "percentage point": ("percentage_point", 1, "change"),
    "个基点": ("percentage_point", "0.01", "change"), "基点": ("percentage_point", "0.01", "change"),
    "点子": ("percentage_point", "0.01", "change"), "bp": ("percentage_point", "0.01", "change"),
    "basis points": ("percentage_point", "0.01", "change"), "basis point": ("percentage_point", "0.01", "change"),
    "bps": ("percentage_point", "0.01", "change"), "pp": ("percentage_point", 1, "change"),
    "%": ("percent", 1, "share"), "‰": ("percent", "0.1", "share"), "percent": ("percent", 1, "share"),
    "per cent": ("percent", 1, "share"), "成": ("percent", 10, "share"), "折": ("percent", 10, "share"),
    "美元": ("USD", 1, "money"), "港元": ("HKD", 1, "money"), "港币": ("HKD", 1, "money"), "欧元": ("EUR", 1, "money"),
    "元人民币": ("CNY", 1, "money"), "人民币": ("CNY", 1, "money"), "元整": ("CNY", 1, "money"), "元": ("CNY", 1, "money"),
    "块钱": ("CNY", 1, "money"), "块": ("CNY", 1, "money"), "角": ("CNY", "0.1", "money"), "蚊": ("HKD", 1, "money"),
    "yuan": ("CNY", 1, "money"), "RMB": ("CNY", 1, "money"), "CNY": ("CNY", 1, "money"),
    "dollars": ("USD", 1, "money"), "dollar": ("USD", 1, "money"), "euros": ("EUR", 1, "money"), "cents": ("USD", "0.01", "money"),
    "倍": ("times", 1, "ratio"), "times": ("times", 1, "ratio"), "x": ("times", 1, "ratio"), "-fold": ("times", 1, "ratio"),
    "毫秒": ("second", "0.001", "duration"), "秒钟": ("second", 1, "duration"), "秒": ("second", 1, "duration"),
    "seconds": ("second", 1, "duration"), "second": ("second", 1, "duration"), "分钟": ("minute", 1, "duration"),
    "分鐘": ("minute", 1, "duration"), "minutes": ("minute", 1, "duration"), "minute": ("minute", 1, "duration"),
    "个小时": ("hour", 1, "duration"), "小时": ("hour", 1, "duration"), "hours": ("hour", 1, "duration"), "hour": ("hour", 1, "duration"),
    "个工作日": ("day", 1, "duration"), "工作日": ("day", 1, "duration"), "天": ("day", 1, "duration"), "日": ("day", 1, "duration"),
    "days": ("day", 1, "duration"), "day": ("day", 1, "duration"), "个星期": ("week", 1, "duration"), "星期": ("week", 1, "duration"),
    "周岁": ("year", 1, "duration"), "周": ("week", 1, "duration"), "weeks": ("week", 1, "duration"), "week": ("week", 1, "duration"),
    "个月": ("month", 1, "duration"), "个半月": ("month", 1, "duration"), "months": ("month", 1, "duration"), "month": ("month", 1, "duration"),
    "岁": ("year", 1, "duration"), "年间": ("year", 1, "duration"), "年": ("year", 1, "duration"), "个年头": ("year", 1, "duration"),
    "years": ("year", 1, "duration"), "year": ("year", 1, "duration"), "学时": ("hour", 1, "duration"), "课时": ("hour", 1, "duration"),
    "分": ("point", 1, "point"), "积分": ("point", 1, "point"), "points": ("point", 1, "point"), "point": ("point", 1, "point"),
    "公里": ("kilometre", 1, "measure"), "千米": ("kilometre", 1, "measure"), "km": ("kilometre", 1, "measure"),
    "米": ("metre", 1, "measure"), "厘米": ("centimetre", 1, "measure"), "cm": ("centimetre", 1, "measure"),
    "毫米": ("millimetre", 1, "measure"), "mm": ("millimetre", 1, "measure"), "nm": ("nanometre", 1, "measure"),
    "metres": ("metre", 1, "measure"), "meters": ("metre", 1, "measure"), "miles": ("mile", 1, "measure"),
    "英寸": ("inch", 1, "measure"), "-inch": ("inch", 1, "measure"), "inches": ("inch", 1, "measure"), "英尺": ("foot", 1, "measure"),
    "平方米": ("square_metre", 1, "measure"), "平方公里": ("square_kilometre", 1, "measure"), "平方尺": ("square_foot", 1, "measure"),
    "平方英尺": ("square_foot", 1, "measure"), "平方呎": ("square_foot", 1, "measure"), "方呎": ("square_foot", 1, "measure"), "呎": ("square_foot", 1, "measure"),
    "立方米": ("cubic_metre", 1, "measure"), "亩": ("mu", 1, "measure"), "公顷": ("hectare", 1, "measure"),
    "克": ("gram", 1, "measure"), "g": ("gram", 1, "measure"), "毫克": ("milligram", 1, "measure"), "mg": ("milligram", 1, "measure"),
    "微克": ("microgram", 1, "measure"), "μg": ("microgram", 1, "measure"), "公斤": ("kilogram", 1, "measure"), "千克": ("kilogram", 1, "measure"),
    "kg": ("kilogram", 1, "measure"), "斤": ("jin", 1, "measure"), "吨": ("tonne", 1, "measure"), "tonnes": ("tonne", 1, "measure"), "tons": ("tonne", 1, "measure"),
    "毫升": ("millilitre", 1, "measure"), "ml": ("millilitre", 1, "measure"), "mL": ("millilitre", 1, "measure"), "升": ("litre", 1, "measure"),
    "litres": ("litre", 1, "measure"), "℃": ("celsius", 1, "measure"), "°C": ("celsius", 1, "measure"), "摄氏度": ("celsius", 1, "measure"),
    "千瓦时": ("kilowatt_hour", 1, "measure"), "kWh": ("kilowatt_hour", 1, "measure"), "度电": ("kilowatt_hour", 1, "measure"),
    "千瓦": ("kilowatt", 1, "measure"), "兆瓦": ("megawatt", 1, "measure"), "瓦": ("watt", 1, "measure"), "w": ("watt", 1, "measure"),
    "赫兹": ("hertz", 1, "measure"), "hz": ("hertz", 1, "measure"), "尼特": ("nit", 1, "measure"), "毫安时": ("milliampere_hour", 1, "measure"),
    "mah": ("milliampere_hour", 1, "measure"), "像素": ("pixel", 1, "measure"), "帧": ("frame", 1, "measure"), "分贝": ("decibel", 1, "measure"),
    "千卡": ("kilocalorie", 1, "measure"), "大卡": ("kilocalorie", 1, "measure"), "kcal": ("kilocalorie", 1, "measure"),
    "千焦": ("kilojoule", 1, "measure"), "kj": ("kilojoule", 1, "measure"), "毫米汞柱": ("millimetre_of_mercury", 1, "measure"), "mmhg": ("millimetre_of_mercury", 1, "measure"),
    "kb": ("byte", 10**3, "measure"), "mb": ("byte", 10**6, "measure"), "gb": ("byte", 10**9, "measure"), "tb": ("byte", 10**12, "measure"),
    "megabytes": ("byte", 10**6, "measure"), "gigabytes": ("byte", 10**9, "measure"),
    "点": ("point", 1, "point"), "小袋": ("count", 1, "count"), "大袋": ("count", 1, "count"), "小碗": ("count", 1, "count"),
    "省份": ("count", 1, "count"), "人次": ("count", 1, "count"), "人份": ("count", 1, "count"), "车次": ("count", 1, "count"),
}
CLASSIFIERS = "项类个次件人户笔家条款名位种台套本张只辆篇份省队场届轮颗座所间栋幢股手桶列趟站层级步句字页期批组对双杯碗片粒袋瓶盒勺餐顿口支枚把门课节班校镇县市区国起宗桩单盘局枪球记遍趟样处道档房伙"
UNIT_WORDS |= {word: ("count", 1, "count") for word in CLASSIFIERS}
SIGNS = {"≥": ">=", "≤": "<=", ">": ">", "<": "<", "≧": ">=", "≦": "<=", "≈": "~"}
BEFORE = {
    "不低于": ">=", "不少于": ">=", "不小于": ">=", "至少": ">=", "最低": ">=", "最少": ">=", "起码": ">=", "at least": ">=",
    "no less than": ">=", "no fewer than": ">=", "minimum of": ">=", "not less than": ">=",
    "不超过": "<=", "不高于": "<=", "不多于": "<=", "不大于": "<=", "不宜多于": "<=", "不得超过": "<=", "未超过": "<=", "最多": "<=",
    "至多": "<=", "最高": "<=", "最长": "<=", "up to": "<=", "at most": "<=", "no more than": "<=", "within": "<=", "as much as": "<=",
    "maximum of": "<=", "not more than": "<=", "not exceed": "<=", "as many as": "<=",
    "超过": ">", "高于": ">", "多于": ">", "大于": ">", "突破": ">", "逾": ">", "超": ">", "过": ">", "more than": ">", "over": ">",
    "above": ">", "exceeding": ">", "exceeded": ">", "exceeds": ">", "exceed": ">", "greater than": ">", "topped": ">", "surpassed": ">",
    "低于": "<", "少于": "<", "不足": "<", "不到": "<", "小于": "<", "未满": "<", "不满": "<", "未达": "<", "未到": "<",
    "less than": "<", "under": "<", "below": "<", "fewer than": "<", "short of": "<",
    "大约": "~", "约": "~", "将近": "~", "接近": "~", "近": "~", "大概": "~", "about": "~", "around": "~", "nearly": "~",
    "roughly": "~", "approximately": "~", "almost": "~", "some": "~", "close to": "~", "an estimated": "~",
}
AFTER = {"及以上": ">=", "或以上": ">=", "以上": ">=", "起": ">=", "以内": "<=", "之内": "<=", "及以下": "<=", "或以下": "<=",
         "以下": "<=", "内": "<=", "左右": "~", "上下": "~", "or more": ">=", "or above": ">=", "or less": "<=",
         "or fewer": "<=", "+": ">="}
# Words that hold a numeral and name no quantity; they are passed over where they stand.
NO_NUMBERS = """
一些 一下 一直 一般 一定 一样 一起 一旦 一方面 一致 一律 一切 一味 一时 一度 一带一路 一一 一并
一经 一贯 一再 一概 一向 一同 一共 一旁 一路 一边 一线 一站式 一体 一流 一键 一手 一对一 一次性
一半以上 一方 一审 二审 一众 一系列 一揽子 一如既往 一举 一番 一心 一道 一连 一眼 一把手 统一 唯一
同一 单一 专一 万一 百姓 百度 百货 百科 百事 三星 第三方 第一时间 第三者 零售 零钱 零食 零件
零距离 四川 四季 四处 四周 四肢 四舍五入 五金 五官 七夕 八卦 九江 十堰 两岸 两会 两难 两侧 双方
双减 双边 半导体 半岛 半径 半决赛 三文鱼 三明治 三好学生 三好 三亚 三甲 三农 万科 万达 万能 千金
二手 二维码 之一 其一 一百八十度 十字 百年 千年 八宝 十足 千禧 万物 亿万 百合 千层 千岛 三餐 两极
二氧化碳 一氧化碳 三聚氰胺 一线城市 五常 六必居 三角形 五角星 第一人民 第二人民 第三人民 第一医院
第二医院 第一中学 第二中学 第一小学 第二小学
""".split()  # noqa: SIM905 (a list of names is read as a text)
# fmt: on
