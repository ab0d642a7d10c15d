"""The words of units that peers use, and those that stand around a number."""

import re

UNITS = {
    "": "count", "dimensionless": "count", "dozen": "count", "percentage": "percent", "%": "percent",
    "basis point": "basis_point", "percentage point": "percentage_point",
    "dollar": "USD", "united states dollar": "USD", "us dollar": "USD", "cent": "USD", "美元": "USD",
    "hong kong dollar": "HKD", "港元": "HKD", "港币": "HKD", "euro": "EUR", "欧元": "EUR",
    "pound": "GBP", "british pound": "GBP", "pound sterling": "GBP", "英镑": "GBP",
    "japanese yen": "JPY", "yen": "JPY", "日元": "JPY",
    "chinese yuan": "CNY", "renminbi": "CNY", "jiao": "CNY", "fen": "CNY", "元": "CNY", "人民币": "CNY",
    "c": "celsius", "degree": "celsius", "degree celsius": "celsius", "摄氏度": "celsius", "℃": "celsius",
    "f": "fahrenheit", "degree fahrenheit": "fahrenheit", "minute of arc": "minute", "second of arc": "second",
    "ton": "tonne", "metric ton": "tonne", "calorie": "kilocalorie",
    "米": "metre", "公里": "kilometre", "千米": "kilometre", "厘米": "centimetre", "毫米": "millimetre",
    "纳米": "nanometre", "英寸": "inch", "英尺": "foot", "英里": "mile",
    "克": "gram", "毫克": "milligram", "微克": "microgram", "千克": "kilogram", "公斤": "kilogram", "斤": "jin",
    "吨": "tonne", "升": "litre", "毫升": "millilitre", "瓦": "watt", "千瓦": "kilowatt", "千瓦时": "kilowatt_hour",
    "千焦": "kilojoule", "千卡": "kilocalorie", "大卡": "kilocalorie",
    "平方米": "square_metre", "平方公里": "square_kilometre", "平方千米": "square_kilometre",
    "平方英尺": "square_foot", "立方米": "cubic_metre", "亩": "mu", "公顷": "hectare",
}  # fmt: skip
BYTES = {"kilobyte": 10**3, "megabyte": 10**6, "gigabyte": 10**9, "terabyte": 10**12}
FACTORS = {"cent": "0.01", "fen": "0.01", "jiao": "0.1", "dozen": 12}
SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "workday": 86400, "week": 604800, "month": 2628000,
    "year": 31536000,
}  # fmt: skip
TIME_WORDS = {
    "秒": "second", "分": "minute", "分钟": "minute", "时": "hour", "小时": "hour", "钟头": "hour",
    "天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "年": "year", "岁": "year",
    **{word + ending: word for word in SECONDS for ending in ("", "s")},
}  # fmt: skip
LAST_TIME_WORD = re.compile("(" + "|".join(sorted(TIME_WORDS, key=len, reverse=True)) + r")半?\W*$", re.IGNORECASE)
FRACTION = re.compile(r"分之|[一过减]半|\b(?:half|halves|thirds?|quarters?|fifths?|tenths?|in|out of)\b", re.IGNORECASE)
SPAN = re.compile(
    r"[近约过超在未来前后]*(?:\d[\d.]*|[零一二三四五六七八九十两兩百]+|半)个?"
    r"(?:年|月|周|星期|天|日|小时|分钟|秒)半?[以之]?内?"
)
NUMERAL = re.compile(
    r"[\d零〇一二三四五六七八九十两兩百千万萬亿半数幾几]|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|hundred|thousand|first|second|third|half|dozen|an?)\b",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"(?:[\s,，、。;；:：|]|大?约|超过|超|不足|不到|不超过|不低于|至少|最多|最高|高于|低于|突破|接近|将近|近|逾|"
    r"自|从|在|于|每|(?:more than|less than|at least|at most|about|around|nearly|over|under|up to|within|since|"
    r"before|after|from|on|in|at|every|the (?:next|last|past)|next|last|past)\b)+",
    re.IGNORECASE,
)
AFTER = re.compile(r"(?:[\s,，、。;；:：|]|以上|以下|以内|以前|以后|左右|上下|超过|不足|不到|约|内|后|前|起|间)+$")
