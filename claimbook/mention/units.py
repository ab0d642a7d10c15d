"""Units as they are printed: money signs, measures, classifiers."""

import re

# unit, kind, power of ten, words. `/` parts words, since a word may hold a space.
# Latin words are read in small letters, capitals and with one capital first, but for those in AS_PRINTED.
TABLE = """
percent            share     0  %/percent/per cent/pct
percent            share    -1  ‰
percent            share     0  厘
percent            share     1  成/折
percentage_point   change    0  个百分点/百分点/percentage points/percentage point/pp/ppt/ppts
basis_point        change    0  个基点/基点/个基点子/点子/basis points/basis point/bps/bp
times              ratio     0  倍/times/x/X/fold
CNY                money     0  元/元人民币/元整/块/块钱/人民币/人民币元/yuan/renminbi/RMB/CNY/块大洋
CNY                money    -1  角/毛/毛钱
CNY                money    -2  分钱
USD                money     0  美元/美金/美刀/美圆/dollars/dollar/USD/US dollars
USD                money    -2  cents/cent/美分
HKD                money    -2  港仙
HKD                money     0  港元/港币/港纸/蚊/HKD/Hong Kong dollars
TWD                money     0  台币/新台币/元新台币/新台币元/TWD/NTD
JPY                money     0  日元/日圆/円/yen/JPY
EUR                money     0  欧元/€/euros/euro/EUR
GBP                money     0  英镑/镑/pounds/pound/GBP
GBP                money    -2  pence/便士/p
KRW                money     0  韩元/韩圆/won/KRW
RUB                money     0  卢布/rubles/roubles/RUB
INR                money     0  卢比/rupees/INR
CHF                money     0  瑞士法郎/Swiss francs/CHF
AUD                money     0  澳元/澳币/AUD
CAD                money     0  加元/加币/CAD
SGD                money     0  新元/新加坡元/新币/SGD
THB                money     0  泰铢/baht
MYR                money     0  林吉特/令吉/马来西亚令吉/ringgit
NGN                money     0  奈拉/naira
BTC                money     0  比特币/个比特币/bitcoin/bitcoins
second             duration -3  毫秒/milliseconds/millisecond/ms
second             duration  0  秒/秒钟/seconds/second/secs/sec/s
minute             duration  0  分钟/分多钟/minutes/minute/mins/min
hour               duration  0  小时/个小时/个多小时/多小时/钟头/个钟头/个钟/学时/课时/个学时/个课时/hours/hour/hrs/hr/h
day                duration  0  天/日/个工作日/工作日/个交易日/交易日/个自然日/自然日/昼夜/days/day/working days/business days/trading days
week               duration  0  周/星期/个星期/个多星期/个周/礼拜/个礼拜/weeks/week
month              duration  0  个月/个多月/个月份/月龄/个月龄/months/month
year               duration  0  年/岁/周岁/周年/年间/个年头/载/虚岁/years/year/yrs/yr
decade             duration  0  decades/decade
century            duration  0  世纪/个世纪/个多世纪/centuries
quarter            duration  0  个季度/quarters
point              point     0  分/积分/点/points/point
kilometre          measure   0  公里/千米/km/kilometres/kilometers/kilometre/kilometer
metre              measure   0  米/公尺/metres/meters/metre/meter
decimetre          measure   0  分米/dm
centimetre         measure   0  厘米/公分/cm/centimetres/centimeters/centimetre/centimeter
millimetre         measure   0  毫米/mm/millimetres/millimeters/millimetre/millimeter
micrometre         measure   0  微米/μm/µm/um/micrometres/microns
nanometre          measure   0  纳米/nm/nanometres/nanometers
mile               measure   0  英里/miles/mile/mph
nautical_mile      measure   0  海里/nautical miles
foot               measure   0  英尺/呎/feet/foot/ft
inch               measure   0  英寸/吋/寸/inches/inch
li                 measure   0  华里
chi                measure   0  尺
square_millimetre  measure   0  平方毫米/mm²
square_centimetre  measure   0  平方厘米/cm²
square_metre       measure   0  平方米/平米/平方公尺/平方/㎡/m²/m2/square metres/square meters
square_kilometre   measure   0  平方公里/平方千米/km²/km2/square kilometres/square kilometers/sq km
square_foot        measure   0  平方英尺/平方呎/方呎/平方尺/square feet/square foot/sq ft/sq. ft.
square_mile        measure   0  square miles
ping               measure   0  坪
mu                 measure   0  亩
hectare            measure   0  公顷/hectares/hectare/ha
acre               measure   0  英亩/acres/acre
cubic_metre        measure   0  立方米/立方/方/m³/m3/cubic metres/cubic meters
cubic_foot         measure   0  cubic feet
gram               measure   0  克/g/grams/gram/公克
milligram          measure   0  毫克/mg/milligrams/milligram
microgram          measure   0  微克/μg/µg/mcg/ug/micrograms
kilogram           measure   0  公斤/千克/kg/kilograms/kilogram/kilos
jin                measure   0  斤/市斤
liang              measure   0  两
tonne              measure   0  吨/公吨/tonnes/tons/tonne/ton/metric tons
pound              measure   0  磅/lb/lbs
ounce              measure   0  盎司/ounces/ounce/oz
litre              measure   0  升/公升/litres/liters/litre/liter/L
millilitre         measure   0  毫升/ml/mL/millilitres/milliliters
microlitre         measure   0  微升/μl
gallon             measure   0  加仑/gallons/gallon
barrel             measure   0  桶/barrels/barrel
celsius            measure   0  ℃/°C/摄氏度/度C/degrees Celsius/degree Celsius/C
fahrenheit         measure   0  ℉/°F/华氏度/degrees Fahrenheit
degree             measure   0  °/度/degrees/degree
kilowatt_hour      measure   0  千瓦时/kWh/度电/kilowatt-hours/kilowatt hours
megawatt_hour      measure   0  兆瓦时/MWh/megawatt-hours/megawatt hours
gigawatt_hour      measure   0  吉瓦时/GWh/gigawatt-hours/gigawatt hours
terawatt_hour      measure   0  太瓦时/TWh/terawatt-hours
watt               measure   0  瓦/W/watts/watt
kilowatt           measure   0  千瓦/kW/kilowatts/kilowatt
megawatt           measure   0  兆瓦/MW/megawatts/megawatt
gigawatt           measure   0  吉瓦/GW/gigawatts/gigawatt
terawatt           measure   0  太瓦/TW
volt               measure   0  伏/伏特/V/volts/volt
kilovolt           measure   0  千伏/kV
ampere             measure   0  安培/amps
ampere_hour        measure   0  安时/Ah
milliampere_hour   measure   0  毫安时/毫安/mAh
hertz              measure   0  赫兹/赫/Hz
kilohertz          measure   0  千赫/kHz
megahertz          measure   0  兆赫/兆赫兹/MHz
gigahertz          measure   0  吉赫/吉赫兹/GHz
pixel              measure   0  像素/pixels/megapixels
frame              measure   0  帧/fps/frames
nit                measure   0  尼特/nits/nit
lumen              measure   0  流明/lumens
decibel            measure   0  分贝/dB/decibels
byte               measure   0  字节/B/bytes
byte               measure   3  KB/千字节/kilobytes
byte               measure   6  MB/兆字节/megabytes
byte               measure   9  GB/G/吉字节/gigabytes/gigabyte
byte               measure  12  TB/T/太字节/terabytes/terabyte
byte               measure  15  PB/petabytes
bit                measure   0  比特/bits
bit                measure   3  kbit/Kbps/kbps
bit                measure   6  Mbit/Mbps
bit                measure   9  Gbit/Gbps
kilocalorie        measure   0  千卡/大卡/kcal/kilocalories/calories
calorie            measure   0  卡路里
joule              measure   0  焦/焦耳/joules
kilojoule          measure   0  千焦/kJ
megajoule          measure   0  兆焦/MJ
pascal             measure   0  帕
hectopascal        measure   0  百帕/hPa
kilopascal         measure   0  千帕/kPa
megapascal         measure   0  兆帕/MPa
millimetre_of_mercury measure 0 毫米汞柱/mmHg/mm Hg
mole               measure   0  摩尔/mol
millimole          measure   0  毫摩尔/毫摩/mmol
micromole          measure   0  微摩尔/微摩/μmol/µmol/umol
nanomole           measure   0  纳摩尔/nmol
part_per_million   measure   0  ppm/parts per million
part_per_billion   measure   0  ppb/parts per billion
carat              measure   0  克拉/carats
magnitude          measure   0  级地震
horsepower         measure   0  马力/匹马力/horsepower/hp
newton_metre       measure   0  牛·米/牛米/N·m/Nm
revolution         measure   0  转/rpm
kelvin             measure   0  开尔文
light_year         measure   0  光年/light years/light-years/light-year
flop               measure  12  TFLOPS/TOPS
"""
# fmt: off
# Words after a number that say how things are counted. A unit of several characters that begins with one stands first.
CLASSIFIERS = "项类个次件人户笔家条款名位种台套张只辆篇份队场届轮颗座所间栋幢股手列趟站层级句字页期批组对双杯碗片粒袋瓶盒勺餐顿口支枚把门课节班校镇县市区国起宗桩单盘局枪球记遍处道档房伙例头匹架艘根株棵封幅部集章本册剂针管滴包箱罐听串束捆车团营连排员省州村社区街道床柜桌席堂堆滩段环圈维元素核线声步帖票晚夜代味餐款式样首曲幕星孔朵扇块"
WORDS_COUNTED = ("人次 人份 车次 省份 小袋 大袋 小碗 架次 艘次 辆次 班次 户次 件次 例次 台次 家次 场次 批次 剂次 标箱 小杯 大杯 大勺 小勺 汤匙 茶匙 打 dozen dozens 小节 "
                 "个点 卷 阶 周期 年级").split()  # noqa: SIM905
# After these classifiers 一 is an article (一个问题), unless something says that it counts (仅一个).
ARTICLE = set("夜个种项家条位名款类批部张支只座所间套句片组段样股道层届幅首篇门本块件场把口代回线身副番股系方声点桩则番腔"
              "根份头台棵朵对队") - set("台队对")
MONEY = {"US$": "USD", "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "S$": "SGD", "R$": "BRL", "USD": "USD",
         "HKD": "HKD", "TWD": "TWD", "NTD": "TWD", "RMB": "CNY", "CNY": "CNY", "EUR": "EUR", "GBP": "GBP", "JPY": "JPY", "KRW": "KRW", "CHF": "CHF",
         "AUD": "AUD", "CAD": "CAD", "SGD": "SGD", "AUD$": "AUD", "CAD$": "CAD", "NZ$": "NZD", "USD$": "USD", "HKD$": "HKD", "SGD$": "SGD", "MXN$": "MXN", "CN¥": "CNY", "JP¥": "JPY", "¥": "CNY", "$": "USD", "€": "EUR", "£": "GBP", "₩": "KRW", "₹": "INR",
         "₽": "RUB", "฿": "THB"}
# 人民币500万: the word before names the unit where none is printed behind.
MONEY_BEFORE = {"人民币": "CNY", "港币": "HKD", "港元": "HKD", "美元": "USD", "美金": "USD", "欧元": "EUR", "日元": "JPY", "台币": "TWD", "英镑": "GBP",
                "澳元": "AUD"}
TIMES = frozenset(("year", "month", "week", "day", "hour", "minute", "second", "decade", "quarter"))
AS_PRINTED = {"X", "p", "g", "x", "B", "C", "G", "L", "MW", "T", "TW", "V", "W", "GW", "h", "s", "m2", "m3", "MJ", "ha", "hp", "mol", "Ah", "um", "ms", "ug", "TOPS", "Nm", "N·m"}
NOT_LATIN_ALONE = {"h", "s", "C", "m", "ha", "sec"}
# fmt: on


def _read(text):
    units = {}
    for row in text.strip().splitlines():
        unit, kind, power, words = row.split(maxsplit=3)
        for word in words.split("/"):
            for form in _forms(word):
                units[form] = (unit, kind, int(power))
    units |= {word: ("count", "count", 0) for word in [*CLASSIFIERS, *WORDS_COUNTED] if word not in units}
    return units


def _forms(word):
    """Return a word as printed, in small letters, in capitals, with a capital first, and after a hyphen (14-inch)."""
    if not word.isascii() or word in AS_PRINTED:
        return {word}
    forms = {word, word.lower(), word.upper(), word.capitalize()}
    if len(word) > 2 and word[0] != "-":
        forms |= {word.replace(" ", "-")} | {f"-{form}" for form in (word, word.replace(" ", "-"))}
    return forms


UNITS = _read(TABLE)


def any_of(words):
    """Return a regular expression for any of `words`, the longest first, as a tree of their characters.

    A tree is left at the first character that does not fit; an alternation of words would try each of them.

    Examples
    --------
    >>> any_of(["元", "元整", "个月", "个"])
    '(?:个(?:月)?|元(?:整)?)'
    """
    tree = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(tree)


def _branch(node):
    leaves = sorted(char for char, below in node.items() if char and set(below) == {""})
    longer = sorted(char for char, below in node.items() if char and set(below) != {""})
    options = [re.escape(char) + _branch(node[char]) for char in longer]
    if leaves:
        options.append(re.escape(leaves[0]) if len(leaves) == 1 else f"[{''.join(map(re.escape, leaves))}]")
    if not options:
        return ""
    return f"(?:{'|'.join(options)}){'?' if '' in node else ''}"
