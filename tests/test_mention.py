"""The extractor reads the forms in which numbers are printed."""

import re
import sys
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimbook.mention import folding, mentions, numerals, plain, scan, stream
from claimbook.mention.context import context
from claimbook.mention.mention import NAMED
from claimbook.mention.tables import Tables
from claimbook.mention.units import UNITS as PRINTED
from claimbook.quantity.quantity import VAGUE
from claimbook.quantity.unit import UNITS

settings.register_profile("untimed", deadline=None)  # a pattern is compiled when it is first needed
settings.load_profile("untimed")

FORMS = [
    ("60%-80%", "60%-80%", "60", "80", "percent", "="),
    ("0-5%", "0-5%", "0", "5", "percent", "="),
    ("3-6个月后", "3-6个月", "3", "6", "month", "="),
    ("5万至10万元", "5万至10万元", "50000", "100000", "CNY", "="),
    ("5-10万元", "5-10万元", "50000", "100000", "CNY", "="),
    ("8000-1万元", "8000-1万元", "8000", "10000", "CNY", "="),
    ("额度500元-20万", "500元-20万", "500", "200000", "CNY", "="),
    ("1～2倍", "1～2倍", "1", "2", "times", "="),
    ("三四百人", "三四百人", "300", "400", "count", "="),
    ("数百项指标", "数百项", "200", "999", "count", "="),
    ("改善2.3个百分点", "2.3个百分点", "2.3", "2.3", "percentage_point", "="),
    ("-7%", "-7%", "-7", "-7", "percent", "="),
    ("每人以上一百元", "一百元", "100", "100", "CNY", "="),
    ("月活增速:-7% YoY", "-7%", "-7", "-7", "percent", "="),
    ("增速−7%", "−7%", "-7", "-7", "percent", "="),
    ("交易额≥800元", "≥800元", "800", "800", "CNY", ">="),
    ("超过15次", "15次", "15", "15", "count", ">"),
    ("三千人以上", "三千人", "3000", "3000", "count", ">="),
    ("不超过欠款的百分之二十", "百分之二十", "20", "20", "percent", "<="),
    ("最多放24小时", "24小时", "24", "24", "hour", "<="),
    ("百分之三十", "百分之三十", "30", "30", "percent", "="),
    ("百分之三十至四十", "百分之三十至四十", "30", "40", "percent", "="),
    ("零点一五个百分点", "零点一五个百分点", "0.15", "0.15", "percentage_point", "="),
    ("１，２００元", "１，２００元", "1200", "1200", "CNY", "="),
    ("二十万元", "二十万元", "200000", "200000", "CNY", "="),
    ("兩億元", "兩億元", "200000000", "200000000", "CNY", "="),
    ("共1,100万", "1,100万", "11000000", "11000000", "count", "="),
    ("up to 3 months", "3 months", "3", "3", "month", "<="),
    ("RMB 1,200 million", "RMB 1,200 million", "1200000000", "1200000000", "CNY", "="),
    ("人民币500万", "500万", "5000000", "5000000", "CNY", "="),
    ("共3万4000人", "3万4000人", "34000", "34000", "count", "="),
    ("500多万元", "500多万元", "5000000", "5000000", "CNY", ">"),
    ("两年多", "两年多", "2", "2", "year", ">"),
    ("占三成", "三成", "30", "30", "percent", "="),
    ("七八成", "七八成", "70", "80", "percent", "="),
    ("打八八折", "八八折", "88", "88", "percent", "="),
    ("约八分之一", "八分之一", "12.5", "12.5", "percent", "~"),
    ("人数过半", "半", "50", "50", "percent", ">"),
    ("十几万人", "十几万人", "110000", "199999", "count", "="),
    ("两三周", "两三周", "2", "3", "week", "="),
    ("近半年", "半年", "0.5", "0.5", "year", "="),
    ("一天半", "一天半", "1.5", "1.5", "day", "="),
    ("2小时9分37秒", "2小时9分37秒", "7777", "7777", "second", "="),
    ("206±3克", "206±3克", "203", "209", "gram", "="),
    ("零下5℃", "零下5℃", "-5", "-5", "celsius", "="),
    ("五元三毛", "五元三毛", "5.3", "5.3", "CNY", "="),
    ("不到50个基点", "50个基点", "50", "50", "basis_point", "<"),
    ("营收翻两番", "翻两番", "4", "4", "times", "="),
    ("一百 五 十 二", "一百 五 十 二", "152", "152", "count", "="),
    ("three or four days", "three or four days", "3", "4", "day", "="),
    ("two and a half million people", "two and a half million", "2500000", "2500000", "count", "="),
    ("half a mile away", "half a mile", "0.5", "0.5", "mile", "="),
    ("over half a mile", "half a mile", "0.5", "0.5", "mile", ">"),
    ("half a million", "half a million", "500000", "500000", "count", "="),
    ("a dozen bugs", "a dozen", "12", "12", "count", "="),
    ("between 3 and 5 years", "between 3 and 5 years", "3", "5", "year", "="),
    ("one in five", "one in five", "20", "20", "percent", "="),
    ("4.8 out of 5", "4.8 out of 5", "4.8", "4.8", "point", "="),
    ("US$1.5bn", "US$1.5bn", "1500000000", "1500000000", "USD", "="),
    ("£5-10m", "£5-10m", "5000000", "10000000", "GBP", "="),
    ("aged 65+", "65+", "65", "65", "year", ">="),
    ("Table 4", "4", "4", "4", "rank", "="),
    ("达28.1兆元", "28.1兆元", "28100000000000", "28100000000000", "CNY", "="),
    ("共3兆1,325亿元", "3兆1,325亿元", "3132500000000", "3132500000000", "CNY", "="),
    ("不得高于5%", "5%", "5", "5", "percent", "<="),
    ("五块八", "五块八", "5.8", "5.8", "CNY", "="),
    ("1米75", "1米75", "1.75", "1.75", "metre", "="),
    ("成绩9秒98", "9秒98", "9.98", "9.98", "second", "="),
    ("外资买超12.8亿元", "12.8亿元", "1280000000", "1280000000", "CNY", "="),
    ("误差正负2毫米", "正负2毫米", "-2", "2", "millimetre", "="),
    ("250×10⁹个", "250×10⁹个", "250000000000", "250000000000", "count", "="),
    ("worth $1.5T", "$1.5T", "1500000000000", "1500000000000", "USD", "="),
    ("a $3.5-billion deal", "$3.5-billion", "3500000000", "3500000000", "USD", "="),
    ("half a percentage point", "half a percentage point", "0.5", "0.5", "percentage_point", "="),
    ("~100 people", "100", "100", "100", "count", "~"),
    ("每周二上午10点", "每周二上午10点", "34", "34", "weekday_hour", "="),
    ("lie for approximately 10 minutes", "10 minutes", "10", "10", "minute", "~"),
    ("Approximately 3% of them", "3%", "3", "3", "percent", "~"),
    ("children under the age of five", "five", "5", "5", "year", "<"),
    ("adults over the age of 65", "65", "65", "65", "year", ">"),
    ("adults aged over 65", "65", "65", "65", "year", ">"),
    ("people aged at least 60", "60", "60", "60", "year", ">="),
    ("油价跌破每桶40美元", "40美元", "40", "40", "USD", "<"),
    ("股价突破每股100元", "100元", "100", "100", "CNY", ">"),
    ("the initial dozen offerings", "dozen", "12", "12", "count", "="),
    ("days of 70°-85°F", "70°-85°F", "70", "85", "fahrenheit", "="),
    ("no less than 60° degrees Fahrenheit", "60° degrees Fahrenheit", "60", "60", "fahrenheit", ">="),
    ("前置800萬畫素鏡頭", "800萬畫素", "8000000", "8000000", "pixel", "="),
    ("64GB內建儲存", "64GB", "64000000000", "64000000000", "byte", "="),
    ("項目10天內建成", "10天", "10", "10", "day", "<="),
    ("转售10处房产", "10处", "10", "10", "count", "="),
    ("全市实现GDP43214.85亿元", "43214.85亿元", "4321485000000", "4321485000000", "CNY", "="),
    ("IPO募资后EBITDA12.3亿元", "12.3亿元", "1230000000", "1230000000", "CNY", "="),
    ("正面是一块6.67英寸的屏幕", "6.67英寸", "6.67", "6.67", "inch", "="),
    ("仅为其1/10", "1/10", "10", "10", "percent", "="),
    ("累计一亿八百四十多万人次", "一亿八百四十多万人次", "108400000", "108400000", "count", ">"),
    ("完成第2,000次测试", "第2,000", "2000", "2000", "rank", "="),
    ("两元三角", "两元三角", "2.3", "2.3", "CNY", "="),
    ("a range of 42 to 27 million dollars", "42 to 27 million dollars", "27000000", "42000000", "USD", "="),
    (
        "margins of negative 7.6 to negative 4.7 percent",
        "negative 7.6 to negative 4.7 percent",
        "-7.6",
        "-4.7",
        "percent",
        "=",
    ),
    (r"between \$164 and \$476", r"between \$164 and \$476", "164", "476", "USD", "="),
    (r"it is \$100 to \$155", r"$100 to \$155", "100", "155", "USD", "="),
    ("三角钱", "三角", "0.3", "0.3", "CNY", "="),
    ("50MWp光伏电站", "50MWp", "50", "50", "megawatt", "="),
    ("2.588 ± 0.005 million years ago", "2.588 ± 0.005 million years", "2583000", "2593000", "year", "="),
    ("误差1.2±0.1亿元", "1.2±0.1亿元", "110000000", "130000000", "CNY", "="),
]


PUBLIC = [  # what texts that nobody wrote for us print; found on the tuning parts of the public sets
    ("Revenue of $8,7-billion was up.", "$8,7-billion", "8.7e9", "8.7e9", "USD", "="),
    ("worth $400 Million", "$400 Million", "400000000", "400000000", "USD", "="),
    ("a $9.6 BILLION fund", "$9.6 BILLION", "9600000000", "9600000000", "USD", "="),
    ("250 Billion Dollars", "250 Billion Dollars", "250000000000", "250000000000", "USD", "="),
    ("ONE MILLION people", "ONE MILLION", "1000000", "1000000", "count", "="),
    ("4 hundred million", "4 hundred million", "400000000", "400000000", "count", "="),
    ("a gas at 700 K, a temperature", "700 K", "700", "700", "kelvin", "="),
    ("stars of 700 K beside 300 K", "700 K", "700", "700", "kelvin", "="),
    ("over 700K followers", "700K", "700000", "700000", "count", ">"),
    ("a speed of 0.36 m s-1", "0.36 m", "0.36", "0.36", "metre", "="),
    ("maximal altitude: 3160m", "3160m", "3160", "3160", "metre", "="),
    ("between 44 and 74 m/s", "between 44 and 74 m", "44", "74", "metre", "="),
    ("5m people", "5m", "5000000", "5000000", "count", "="),
    ("in 0.2 M NaOH", "0.2 M", "0.2", "0.2", "molar", "="),
    ("a mass of 1.14 M Jup", "1.14 M Jup", "1.14", "1.14", "jupiter_mass", "="),
    ("a 3T MRI scanner", "3T", "3", "3", "tesla", "="),
    ("about $US113 trillion", "$US113 trillion", "113000000000000", "113000000000000", "USD", "~"),
    ("a house for RM120,000", "RM120,000", "120000", "120000", "MYR", "="),
    ("worth R1.3 trillion", "R1.3 trillion", "1300000000000", "1300000000000", "ZAR", "="),
    ("N70 million was stolen", "N70 million", "70000000", "70000000", "NGN", "="),
    ("a KSh18 billion loan", "KSh18 billion", "18000000000", "18000000000", "KES", "="),
    ("average of $A82,615", "$A82,615", "82615", "82615", "AUD", "="),
    ("HK $3.7 billion", "HK $3.7 billion", "3700000000", "3700000000", "HKD", "="),
    ("3亿澳大利亚元", "3亿澳大利亚元", "300000000", "300000000", "AUD", "="),
    ("hundreds of billions of dollars", "hundreds of billions of dollars", "200000000000", "999999999999", "USD", "="),
    ("he lost 20 pounds", "20 pounds", "20", "20", "pound", "="),
    ("it cost 20 pounds", "20 pounds", "20", "20", "GBP", "="),
    ("5 pounds of beef", "5 pounds", "5", "5", "pound", "="),
    ("a 50-ms delay", "50-ms", "0.050", "0.050", "second", "="),
    ("a 161-km road", "161-km", "161", "161", "kilometre", "="),
    ("60 mi away", "60 mi", "60", "60", "mile", "="),
    ("up 5pc on the year", "5pc", "5", "5", "percent", "="),
    ("走了5里", "5里", "5", "5", "li", "="),
    ("7 feet 10 inches tall", "7 feet 10 inches", "94", "94", "inch", "="),
    ("1 hour and 45 minutes", "1 hour and 45 minutes", "105", "105", "minute", "="),
    ("an hour and 45 minutes", "an hour and 45 minutes", "105", "105", "minute", "="),
    ("an hour and a half", "an hour and a half", "1.5", "1.5", "hour", "="),
    ("two and three quarter hours", "two and three quarter hours", "2.75", "2.75", "hour", "="),
    ("20 dollars and 43 cents", "20 dollars and 43 cents", "20.43", "20.43", "USD", "="),
    ("至少三块零四", "三块零四", "3.04", "3.04", "CNY", ">="),
    ("1⁄2 cup of sugar", "1⁄2 cup", "0.5", "0.5", "cup", "="),
    ("1/2茶匙盐", "1/2茶匙", "0.5", "0.5", "teaspoon", "="),
    ("5 and a half minutes", "5 and a half minutes", "5.5", "5.5", "minute", "="),
    ("about 2.48×10−5", "2.48×10−5", "0.0000248", "0.0000248", "count", "~"),
    ("10 000 people", "10 000", "10000", "10000", "count", "="),
    ("Rs 12,34,567", "Rs 12,34,567", "1234567", "1234567", "INR", "="),
    ("men (88,3%)", "88,3%", "88.3", "88.3", "percent", "="),
    ("共售出877，369辆车", "877，369辆", "877369", "877369", "count", "="),
    ("SQM23.77%股权", "23.77%", "23.77", "23.77", "percent", "="),
    ("20几块钱", "20几块钱", "20", "20", "CNY", ">"),
    ("比例为3:7", "3:7", "0.4285714285714285714285714286", "0.4285714285714285714285714286", "times", "="),
    ("比上次+2次", "+2次", "2", "2", "count", "="),
    ("a sixfold rise", "sixfold", "6", "6", "times", "="),
    ("dozens died", "dozens", "24", "99", "count", "="),
    ("前1小时免费", "1小时", "1", "1", "hour", "="),
    ("5公里起步", "5公里", "5", "5", "kilometre", "="),
    ("US Patent #7,558,730", "#7,558,730", "7558730", "7558730", "rank", "="),
    ("२०२३ people", "२०२३", "2023", "2023", "count", "="),
    ("共1\u200b200元", "1\u200b200元", "1200", "1200", "CNY", "="),
    ("两块五毛六", "两块五毛六", "2.56", "2.56", "CNY", "="),
    ("收三蚊零四", "三蚊零四", "3.04", "3.04", "HKD", "="),
    ("等了个半小时", "个半小时", "1.5", "1.5", "hour", "="),
    ("每分半钟一班", "分半钟", "1.5", "1.5", "minute", "="),
    ("跑了五分半钟", "五分半钟", "5.5", "5.5", "minute", "="),
    ("打了五分半", "五分半", "5.5", "5.5", "point", "="),
    ("身高米八", "米八", "1.8", "1.8", "metre", "="),
    ("for two more years", "two more years", "2", "2", "year", "="),
    ("took 1 hour and thirty.", "1 hour and thirty", "90", "90", "minute", "="),
    ("a dollar and 42 cents", "a dollar and 42 cents", "1.42", "1.42", "USD", "="),
    ("on 11-of-25 shooting", "11-of-25", "44", "44", "percent", "="),
    ("at x = 1980 mm, while", "1980 mm", "1980", "1980", "millimetre", "="),
    ("the 1:10 slope of", "1:10", "0.1", "0.1", "times", "="),
    ("the 2009–10 season", "2009–10", "2009", "2010", "year", "="),
    ("a guideline of 1:10,000.", "1:10,000", "0.0001", "0.0001", "times", "="),
    ("over a half million people", "half million", "500000", "500000", "count", ">"),
    ("a half-million people", "half-million", "500000", "500000", "count", "="),
    ("two-and-a-half years", "two-and-a-half years", "2.5", "2.5", "year", "="),
    ("rose 8.2% to $1.98 bln", "$1.98 bln", "1980000000", "1980000000", "USD", "="),
    ("revenue of $95-97 mln", "$95-97 mln", "95000000", "97000000", "USD", "="),
    ("several hundred dollars", "several hundred dollars", "200", "999", "USD", "="),
    ("over a few thousand people", "a few thousand", "2000", "9999", "count", ">"),
    ("a couple of hundred people", "a couple of hundred", "200", "200", "count", "~"),
    ("several dozen people", "several dozen", "24", "99", "count", "="),
    ("30-odd people", "30", "30", "30", "count", "~"),
    ("anywhere from $500 to $3,000", "$500 to $3,000", "500", "3000", "USD", "="),
    ("ranging in price from $5 to $10", "$5 to $10", "5", "10", "USD", "="),
    ("between -1% and +1%", "between -1% and +1%", "-1", "1", "percent", "="),
    ("between -3% and -1%", "between -3% and -1%", "-3", "-1", "percent", "="),
    ("the orders—$1.8 billion—were", "$1.8 billion", "1800000000", "1800000000", "USD", "="),
    ("(5 .6%) were overweight", "5 .6%", "5.6", "5.6", "percent", "="),
    ("a 6'2\" guard", "6'2\"", "74", "74", "inch", "="),
    ("a 6-foot-2-inch man", "6-foot-2-inch", "74", "74", "inch", "="),
    ("1 m (3 ft 3 in) high", "3 ft 3 in", "39", "39", "inch", "="),
    ("odds of five-to-one", "five-to-one", "5", "5", "times", "="),
    ("10-to-15 minutes", "10-to-15 minutes", "10", "15", "minute", "="),
    ("in fiscal '02", "fiscal '02", "2002", "2002", "year", "="),
    ("since mid-2019", "2019", "2019", "2019", "year", "="),
    ("the 2016-style keyboard", "2016", "2016", "2016", "year", "="),
    (
        "just over a third five years ago",
        "a third",
        "33.33333333333333333333333333",
        "33.33333333333333333333333333",
        "percent",
        ">",
    ),
    ("close to100 percent", "100 percent", "100", "100", "percent", "~"),
    ("(97 kph)", "97 kph", "97", "97", "kilometre", "="),
    ("3分钟内比上年低0.21个千分点", "0.21个千分点", "0.021", "0.021", "percentage_point", "="),
    ("交付2，399，636辆", "2，399，636辆", "2399636", "2399636", "count", "="),
    ("a 12 megapixels camera", "12 megapixels", "12000000", "12000000", "pixel", "="),
    ("the mile (3:46.04)", "3:46.04", "226.04", "226.04", "second", "="),
    ("the 2000/2001 season", "2000/2001", "2000", "2001", "year", "="),
    ("up to a width of 70cm and up to a", "70cm", "70", "70", "centimetre", "="),
    (
        "中奖率是1772万分之一",
        "1772万分之一",
        "0.000005643340857787810383747178330",
        "0.000005643340857787810383747178330",
        "percent",
        "=",
    ),
    ("收入15，501.2828 万元", "15，501.2828 万元", "155012828", "155012828", "CNY", "="),
    ("a 1-1/2 year pause", "1-1/2 year", "1.5", "1.5", "year", "="),
    ("昼夜24小时一秒钟不停", "24小时", "24", "24", "hour", "="),
    ("two-three years", "two-three years", "2", "3", "year", "="),
    ("亏损-US$5m", "-US$5m", "-5000000", "-5000000", "USD", "="),
    ("第三四节课", "第三四", "3", "4", "rank", "="),
    ("nearly a year and a half of work", "a year and a half", "1.5", "1.5", "year", "~"),
    ("six of the past eight quarters", "eight quarters", "8", "8", "quarter", "="),
    ("-- A $4.7 billion verdict", "$4.7 billion", "4700000000", "4700000000", "USD", "="),
    ("a $2BN valuation", "$2BN", "2000000000", "2000000000", "USD", "="),
    ("1Q units 64.8 million", "64.8 million", "64800000", "64800000", "count", "="),
    ("one row  2  3\n(5)  If any product  is", "5", "5", "5", "rank", "="),
    ("超过半个月", "半个月", "0.5", "0.5", "month", ">"),
    ("一共是550千兆吨", "550千兆吨", "550000000000", "550000000000", "tonne", "="),
    ("峰值达到51 Tbps", "51 Tbps", "51000000000000", "51000000000000", "bit", "="),
    ("2 Penny Stocks to buy", "2", "2", "2", "count", "="),
    ("a 100-pound satellite", "100-pound", "100", "100", "pound", "="),
    ("it weighs less than 35 pounds, and costs", "35 pounds", "35", "35", "pound", "<"),
    ("a 2400 x 1600 display", "2400", "2400", "2400", "count", "="),
    ("in the twenty first century", "twenty first", "21", "21", "rank", "="),
    ("4块 1TB 硬盘", "4块", "4", "4", "count", "="),
    ("children —730 of them", "730", "730", "730", "count", "="),
    ("零下六七度", "零下六七度", "-7", "-6", "degree", "="),
    ("a quarter-point cut", "a quarter-point", "0.25", "0.25", "percentage_point", "="),
    ("走过20个国家", "20个", "20", "20", "count", "="),
    ("人数过5000人", "5000人", "5000", "5000", "count", ">"),
    ("2000多人参加", "2000多人", "2000", "2000", "count", ">"),
    ("三部门联合印发", "三部门", "3", "3", "count", "="),
    ("八大类商品", "八大类", "8", "8", "count", "="),
    ("## 2023年", "2023年", "2023", "2023", "year", "="),
]


@pytest.mark.parametrize(("text", "exact", "low", "high", "unit", "comparator"), PUBLIC)
def test_forms_of_real_text_are_read(text, exact, low, high, unit, comparator):
    """A form that public texts print is found whole, with its value, unit and comparator."""
    (found,) = [one for one in mentions(text) if one.exact == exact]

    assert (found.low, found.high, found.unit, found.comparator) == (Decimal(low), Decimal(high), unit, comparator)


@pytest.mark.parametrize(
    ("text", "exacts"),
    [
        ("unemployment dropped 1.6% to 10.3%", ["1.6%", "10.3%"]),
        ("the index climbed 0.1% to 1,333.18", ["0.1%", "1,333.18"]),
        ("increased by $43.6 billion to $419.2 billion", ["$43.6 billion", "$419.2 billion"]),
        ("dropped by 1 to 1.5 degrees", ["1 to 1.5 degrees"]),
        ("用时143天27天", ["143天", "27天"]),
        ("结构为10.5∶36.9∶52.6", ["10.5", "36.9", "52.6"]),
        ("-2024年5月1日上线", ["2024年5月1日"]),
        ("a one-for-one, 1-for-10 reverse split", ["1", "for-10"]),
        ("improved their record to 24-28", ["24", "28"]),
        ("a triple-double", []),
        ("比前一交易日", []),
        ("周一、周二受到", []),
        ("以2 型为主的2.5D屏4S店", ["2 型", "2.5D", "4S"]),
        ("(Fig. 5B)", ["5B"]),
        ("at 2019-09-01T10:38:07.190Z", ["2019-09-01T10:38:07.190Z"]),
        ("30 minutes in 24 hours thirty people", ["30 minutes", "24 hours", "thirty"]),
        ("since 9/11, 42 B.C.", ["9/11", "42 B"]),
        ("mit 250 Gästen", ["250"]),
        ("the night of 29/30 August 2020", ["29", "30 August 2020"]),
        ("眼前一亮", []),
        ("门前一只狗", []),
        ("六月就毕业", ["六月"]),
        ("24Q2营收", ["24Q2"]),
        ("in Q3 FY24", ["Q3 FY24"]),
        ("Item 9B. Other, Rule 10b-18", ["9B", "10b-18"]),
        ("3.4亿成年人", ["3.4亿"]),
        ("the Fortune 100 and an iPhone 11", ["100", "11"]),
        ("the last three weeks to 16.8 million", ["three weeks", "16.8 million"]),
        ("every 100 or 2000 days", ["100", "2000 days"]),
        ("call 03456 005 165 or 03457 078 051", ["03456 005 165", "03457 078 051"]),
        ("the Huskies (4-7, 3-4)", ["4", "7", "3", "4"]),
        ("the second half, in third place", ["second", "third"]),
        ("the first nine months of it", ["nine months"]),
        ("a fifth person, a third of them", ["fifth", "a third"]),
        ("an ID.3, an Omicron BA.2, .500", ["3", "2", ".500"]),
        ("by 12/31/21 or 03/04/2021", ["12/31/21", "03/04/2021"]),
        ("an NBA 2K20, 4K-ready", ["2K20", "4K"]),
        ("in the 1800s", ["1800s"]),
        ("the 3:46.04 mile", ["3:46.04"]),
        ("on Saturn (320–500 K, a temperature)", ["320–500 K"]),
        ("以25∶20、25∶23获胜", ["25", "20", "25", "23"]),
        ("注释：1.2021年数据", ["1", "2021年"]),
        ("播放18.2万 53次", ["18.2万", "53次"]),
        ("OKC 112-107, GB 2760-2014", ["112", "107", "GB 2760-2014"]),
        ("千千万万的人", []),
        ("the index was down by 30 to 126", ["30", "126"]),
        ("a 3440x1440 display", ["3440", "1440"]),
        ("it doubles as a hub, and at one point he doubled down", []),
        ("Form 24-6A, as 9to5Mac says", ["24-6A", "9to5Mac"]),
        ("1970年代、21世纪，（4）日本", ["1970年代", "21世纪", "4"]),
        ("采用4+64方案", ["4", "64"]),
        ("四三方案，二十届四中全会，一部分人，前一直，大二时，一台台设备，有一天，谣言四起", []),
        ("会上，一位代表", []),
        ("一分一秒地过去，前三角臂", []),
        ("Topix -2.6% to 1,454.68", ["-2.6%", "1,454.68"]),
        ("down $1.99 or 3.73%, and it won’t", ["$1.99", "3.73%"]),
        ("12 won’t do", ["12"]),
        ("the second halves of 2019", ["2019"]),
        ("57 megabits/second downloading", ["57"]),
        ("from example.org/p/abc 4/6", ["4", "6"]),
        ("一波三折，逐一转移，“千万工程”，十二万分感谢", []),
        ("512十周年", ["512", "十周年"]),
        ("邮箱a@126.com", ["126"]),
        ("万万没有想到，带领一分团", []),
        ("> 十一月初\n>4月底", ["十一月", "4月"]),
        ("9 时 50 分病故，3 点意见", ["9 时 50 分", "3 点"]),
        ("甲午前三十年间", ["三十年间"]),
        ("42 U.S.C. 5170b", ["42", "5170b"]),
    ],
)
def test_numbers_are_neither_joined_nor_split(text, exacts):
    """A change and the level it leads to are two numbers; a date, a code and an idiom are what they are."""
    assert exacts == [one.exact for one in mentions(text)]


@pytest.mark.parametrize(
    ("text", "exact", "kind"),
    [
        ("联合利剑-2024A演习", "2024A", "code"),
        ("歼-15战机", "15", "code"),
        ("four RS-25 engines", "RS-25", "code"),
        ("the 5500M chipset", "5500M", "code"),
        ("at 0100 GMT on Monday", "0100", "clock"),
        ("resolution ES-11/2", "ES-11", "code"),
        ("your 401k statement", "401k", "code"),
        ("a 5K display", "5K", "code"),
        ("in the ’20s", "20s", "date"),
        ("1Q revenue", "1Q", "date"),
        ("section 506A of the", "506A", "code"),
        ("its 10K filing", "10K", "code"),
        ("resolution 78/312, which", "78/312", "code"),
        ("a phase 1/2 trial", "1/2", "code"),
        ("12K 分辨率", "12K", "code"),
        ("the iPhone 5s was", "5s", "code"),
        ("like 15 9/11s", "9/11", "code"),
        ("固定头部“0x”", "0x", "code"),
    ],
)
def test_what_only_names_has_no_value(text, exact, kind):
    """The number of a fighter, an engine or a chip is a code, and 0100 GMT a time of day."""
    (found,) = [one for one in mentions(text) if one.exact == exact]

    assert (found.low, found.kind) == (None, kind)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("a total of 5m.", ("5", "5000000")),
        ("some 700 K.", ("700", "700000")),
        ("the SLS Block 1B.", ("1", "1000000000")),
        ("1.8T的动力", ("1.8", "1800000000000")),
        ("under the 5170b rule", ("5170", "5170000000000")),
        ("sections on tax and 506B of it", ("506", "506000000000")),
    ],
)
def test_a_letter_that_nothing_decides_keeps_both_readings(text, ends):
    """5m may be metres or millions: the number is never guessed a million wide."""
    (found,) = mentions(text)

    assert found.read_twice and found.readings == tuple(map(Decimal, ends)) == (found.low, found.high)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024年第二季度", "2024-Q2"),
        ("2024Q2", "2024-Q2"),
        ("2024年上半年", "2024-H1"),
        ("2022年6月", "2022-06"),
        ("二〇二三年五月", "2023-05"),
        ("Sept. 4, 2024", "2024-09-04"),
        ("Sept. 3-5, 2024", "2024-09-03/2024-09-05"),
        ("2024年1-9月", "2024-01/2024-09"),
        ("2024年3月1日至5日", "2024-03-01/2024-03-05"),
        ("2023年前三季度", "2023-Q1/2023-Q3"),
        ("2019-2023年", "2019/2023"),
        ("the 1990s", "199X"),
        ("20世纪90年代", "199X"),
        ("FY2023", "FY2023"),
        ("in Q3 FY24", "FY2024-Q3"),
        ("at 14:11", "14:11"),
        ("9:30 pm", "21:30"),
        ("5月1日起", "--05-01"),
        ("三季度", "--Q3"),
        ("12%", ""),
    ],
)
def test_a_date_has_a_value_that_can_be_compared(text, iso):
    """A date and a clock time are written as ISO 8601 writes them, as precise as they are printed."""
    found = list(mentions(text))[-1] if "年" in text and "前" in text else next(mentions(text))

    assert iso in (found.iso, "".join(one.iso for one in mentions(text)))


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("profit rose by nearly 5%", "up"),
        ("a 5% drop in sales", "down"),
        ("销售额同比下降5%", "down"),
        ("销售额增长超过5%", "up"),
        ("at least 5% of sales", ""),
    ],
)
def test_a_change_says_which_way(text, direction):
    """Which way a number changed is said apart from its comparator."""
    (found,) = mentions(text)

    assert direction == context(text, found, Tables(text)).direction


TABLE = "(in thousands) | Price | Amount\n| Sold | $ | 23.35 | ( 6,451 ) |\n| Rate | 9.7 | % | 8 |\n"


def test_a_cell_keeps_its_own_sign_and_unit():
    """A price with decimals is no thousands, brackets are a minus, a percent sign in a cell of its own is the unit."""
    read = {one.exact: (one.low, one.unit) for one in mentions(TABLE)}

    assert read["23.35"] == (Decimal("23.35"), "USD") and read["6,451"] == (Decimal(-6451000), "count")
    assert read["9.7"] == (Decimal("9.7"), "percent")


@pytest.mark.parametrize(("text", "exact", "low", "high", "unit", "comparator"), FORMS)
def test_reads_a_form(text, exact, low, high, unit, comparator):
    """Span, both ends, unit and comparator of a printed form are read."""
    (found,) = mentions(text)

    assert exact == found.exact
    assert (Decimal(low), Decimal(high)) == (found.low, found.high)
    assert (unit, comparator) == (found.unit, found.comparator)


@pytest.mark.parametrize(
    ("text", "exact", "unit"),
    [
        ("2023年6月30日", "2023年6月30日", "date"),
        ("前三季度", "前三季度", "date"),
        ("1-9月", "1-9月", "date"),
        ("早上9:30出发", "9:30", "clock"),
        ("早上一点零二分", "一点零二分", "clock"),
        ("〔2020〕9号", "〔2020〕9号", "code"),
        ("周一至周五8:00—17:30", "周一至周五8:00—17:30", "schedule"),
        ("App 2.0", "2.0", "code"),
        ("March 5, 2024", "March 5, 2024", "date"),
        ("call 1-800-555-0147", "1-800-555-0147", "code"),
        ("含PM2.5", "PM2.5", "code"),
        ("骁龙801处理器", "801", "code"),
        ("使用Fluke 289记录", "289", "code"),
        ("视频为1080P", "1080P", "code"),
        ("IFRS 15主理人", "15", "code"),
        ("进入1/4决赛", "1/4决赛", "code"),
        ("5g通信", "5g", "code"),
        ("until 8:30 A.M. (EDT)", "8:30 A.M.", "clock"),
        ("December 29,2023 |", "December 29,2023", "date"),
        ("装 iPhone 15 上", "15", "code"),
        ('<b class="x-01">', "01", "code"),
    ],
)
def test_what_is_named_and_not_measured_has_no_ends(text, exact, unit):
    """Dates, clock times, schedules and codes are found as what they are, without a low and a high."""
    (found,) = mentions(text)

    assert (exact, unit, "", "") == (found.exact, found.unit, found.as_dict()["low"], found.as_dict()["high"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rose 12% to $1.5bn", ["12%", "$1.5bn"]),
        ("from 3 to 5", ["3", "5"]),
        ("ranges from 3 to 5", ["3 to 5"]),
        ("从5万到10万元", ["5万", "10万元"]),
        ("6月龄至8岁", ["6月龄", "8岁"]),
        ("以12:2领先", ["12", "2"]),
        ("7800元 18%", ["7800元", "18%"]),
        ("30万元 20万元", ["30万元", "20万元"]),
    ],
)
def test_tells_a_range_from_two_numbers(text, expected):
    """Two units, “from X to Y”, a score and two columns make two mentions."""
    assert expected == [mention.exact for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("年份 | 收入（亿元）\n2023年 | 12.3", "1230000000", "CNY"),
        ("单位：万吨\n品种 | 产量\n稻谷 | 95.2", "952000", "tonne"),
        ("产品 | 单位 | 产量\n水泥 | 万吨 | 95.2", "952000", "tonne"),
        ("Jobs (thousands)\nRegion | Level\nNorth | 1,284", "1284000", "count"),
        ("Region | Change (%)\nNorth | -0.3", "-0.3", "percent"),
        ("Item | Loss ($m)\nNet | (1,204)", "-1204000000", "USD"),
        ("(人民币千元)\n项目 | 金额\n利润 | (88)", "-88000", "CNY"),
    ],
)
def test_a_header_gives_a_bare_cell_its_unit(text, low, unit):
    """Unit and magnitude come from the column's or the row's header, a column of units, or the line above."""
    *_, found = mentions(text)

    assert (Decimal(low), unit) == (found.low, found.unit)


def test_a_cell_has_its_headers():
    """The context of a cell is the header of its row and of its column."""
    text = "产品 | 额度\n薪金贷 | 5万"
    (found,) = mentions(text)
    around = context(text, found, Tables(folding.fold(text), text))

    assert ("薪金贷", "额度", "额度") == (around.row, around.column, around.measures)


@pytest.mark.parametrize(
    ("text", "per", "basis", "measures"),
    [
        ("月费30元/月", "month", "", "月费"),
        ("2023年新开通用户数同比下降41%", "", "yoy", "新开通用户数"),
        ("pay of $12 an hour", "hour", "", "pay"),
    ],
)
def test_reads_what_stands_around(text, per, basis, measures):
    """Denominator, basis of a change and the noun are read where they stand."""
    *_, found = mentions(text)
    around = context(text, found, Tables(text))

    assert (per, basis, measures) == (around.per, around.basis, around.measures)


def test_elided_units_and_currencies():
    """A list has the unit of its last number; 元 is the dollar of the place that the text names."""
    assert ["month"] * 3 == [mention.unit for mention in mentions("at 2, 4 and 6 months")]
    assert [(50000, "CNY"), (100000, "CNY"), (150000, "CNY")] == [
        (m.low, m.unit) for m in mentions("分5、10和15万元三档")
    ][:3]
    assert ["HKD", "TWD", "CNY"] == [
        list(mentions(text))[-1].unit for text in ("港幣總值與樓價三萬元", "新台幣總額三萬元", "总额三万元")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "这一现象",
        "长三角地区",
        "八角剧院",
        "一毛一样的外观",
        "the doubles match",
        "a second later",
        "砍分大三元",
        "第三方消费",
        "零钱通",
        "数据显示",
        "参数",
        "一些人",
        "一下",
        "十分好",
        "万一",
        "三星手机",
        "no one knows",
        "参数对比",
        "一个问题",
        "上一年度",
        "新一期",
        "千万别",
        "百姓",
        "高一学生",
        "one of them",
        "at first",
        "per second",
        "a quarter ago",
        "double figures",
        "a double act",
        "an Xbox One X",
        "three-pointers",
        "in the first place",
        "大陆",
        "队伍",
    ],
)
def test_leaves_words_that_are_no_numbers(text):
    """A numeral inside a word that names no quantity is no mention."""
    assert [] == [mention.exact for mention in mentions(text)]


def test_vague_words_are_those_of_the_codebook():
    """The fixed interval of each vague word is the one that the codebook prints."""
    assert VAGUE == {word: tuple(map(int, numerals.ends(word))) for word in VAGUE}
    assert [True, False, True] == [next(mentions(text)).vague for text in ("数百项", "5-10项", "两三天")]


def test_units_are_known_to_the_tables():
    """Every unit that the extractor can give is one that a table may hold, or says what is named."""
    given = {unit for unit, _, _ in PRINTED.values()}

    assert set() == given - set(UNITS) - NAMED


def test_a_rise_of_n_times_has_two_readings():
    """高出3倍 is 3 or 4 times as much; 是3倍 is 3."""
    assert [(3, 4), (3, 3)] == [next(mentions(text)).readings for text in ("成本高出3倍", "成本是去年的3倍")]


def test_the_step_is_the_last_printed_place():
    """1.5亿元 is printed to ten millions, 4.7秒 to tenths, in words as in digits."""
    texts = (
        "1.5亿元",
        "4.7秒",
        "7800元",
        "20万元",
        "二十万元",
        "三万四千人",
        "一万零五人",
        "3成",
        "三成",
        "三成五",
        "五分之一",
        "八分之一",
        "twenty million people",
        "two and a half million people",
    )
    steps = [next(mentions(text)).step for text in texts]

    assert list(map(Decimal, ("1E+7", "0.1", 1, "1E+4", "1E+4", 1, 1, 10, 10, 1, 1, "0.1", "1E+6", "1E+5"))) == steps


LETTERS = "0123456789.,%-~—万亿千百十一二两数几半年月日个元倍点分之第前≥约周上下每成翻和与、\n￥$ QFYabetwnhird<>/:|×"
PARTS = [
    "2023年",
    "60%-80%",
    "约3万4000人",
    "不超过",
    "至",
    "-",
    "~",
    " to ",
    "between ",
    "one ",
    "half ",
    "第",
    "前",
    "每周",
    "上午10点",
    "三成",
    "分之",
    "百分之",
    "、",
    " and ",
    "和",
    "元",
    "%",
    "个百分点",
    "个月",
    "US$",
    "¥",
    "1.5bn",
    "5",
    "2,000",
    "两",
    "几",
    "半",
    "一",
    "\n",
    "|",
    "\t",
    " ",
    "。",
    "COVID-19",
    "http://a1/b",
    "<b id=1>",
    "½",
    "廿",
    "≥",
    "±",
    "3:1",
    "12:30",
    "1/2",
    "1e5",
    "2^5",
    "萬",
    "港元",
    "a dozen",
    "twenty-five",
    "March 5",
    "Q3 2024",
    "单位：万元",
    "（亿元）",
    "٣",
    "𝟝",
    "\u3000",
]
mixed = st.lists(st.sampled_from(PARTS), max_size=14).map("".join)
texts = st.one_of(st.text(alphabet=st.sampled_from(LETTERS)), mixed, st.text())


@given(texts)
def test_every_number_begins_where_it_is_looked_for(text):
    """Trying only where a number can begin finds what trying at every character finds."""
    folded, begin = folding.fold(text), scan.BEGIN
    expected = list(scan.results(folded))
    try:
        scan.BEGIN = re.compile(rf"{plain.PLAIN}|\b[A-Za-z]|[^A-Za-z]", re.ASCII)
        everywhere = list(scan.results(folded))
    finally:
        scan.BEGIN = begin

    assert everywhere == expected


@given(texts)
def test_offsets_slice_to_exact(text):
    """Whatever the text, offsets slice to the words, mentions do not overlap, ends are in order, and nothing is raised."""
    last = 0
    for found in mentions(text):
        assert found.exact == text[found.start : found.end] != ""
        assert last <= found.start
        assert found.low is None or found.low <= found.high
        assert str(found.as_dict()) and (found.quantity is None) == (found.low is None)
        context(text, found, Tables(folding.fold(text)))
        last = found.end


@given(texts, texts)
def test_a_separator_keeps_two_texts_apart(one, other):
    """A blank line between two texts changes nothing in either half; only the place of 元 is read from the whole."""
    assume(not folding.regional(one + other))
    joined = one + "\n\n" + other
    shift = len(one) + 2
    expected = list(mentions(one)) + [m._replace(start=m.start + shift, end=m.end + shift) for m in mentions(other)]

    assert expected == list(mentions(joined))


@given(st.lists(texts, max_size=4), st.integers(min_value=1, max_value=7))
def test_a_stream_reads_what_the_whole_reads(parts, size):
    """Piece by piece the same mentions are found, at the same places, however the text is cut."""
    text = "\n\n".join(parts)
    assume(not folding.regional(text))

    assert list(mentions(text)) == list(stream(text[at : at + size] for at in range(0, len(text), size)))


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "第9",
        "1e9",
        "万",
        "数十",
        "<",
        "1,",
        "%-",
        "1-",
        "一",
        "one ",
        "超过的",
        "1、",
        "和1",
        "|1",
        "1|\n",
        "1\t",
        "三分之",
        "(",
        "1/",
        "1:",
        "twenty-",
        "每周一",
        "half a ",
        "1~",
        "2023年",
        "半",
        "A1-",
        "1.1.",
        "mid-2019-",
        "several hundred ",
        "6'2",
        "one-to-",
    ],
)
def test_the_work_grows_with_the_text(piece):
    """Twice the text takes twice the calls, whatever is repeated; nothing is raised and every line stays printable."""

    def calls(text):
        count = 0

        def tick(frame, event, argument):
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(tick)
        try:
            found = list(mentions(text))
        finally:
            sys.setprofile(None)
        assert all(len(str(mention.as_dict())) < 10 * len(text) + 2000 for mention in found)
        return count

    once, twice = calls((piece * 1500)[:1500]), calls((piece * 3000)[:3000])

    assert twice < 2.5 * once + 200


DIGITS = "零一二三四五六七八九"


def in_han(number, digits=DIGITS, powers=("", "十", "百", "千"), tops=("", "万", "亿")):
    """Write a whole number in Chinese numerals."""
    if number == 0:
        return digits[0]
    groups = [number // 10000**place % 10000 for place in range(len(tops))]
    written = ""
    for place in reversed(range(len(tops))):
        group = groups[place]
        if not group:
            continue
        text, zero = "", False
        for power in (3, 2, 1, 0):
            digit = group // 10**power % 10
            if digit:
                text += (digits[0] if zero and text else "") + digits[digit] + powers[power]
            zero = not digit
        gap = written and (group < 1000 or not groups[place + 1] % 10)
        written += (digits[0] if gap else "") + text + tops[place]
    return written


ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_english(number):
    """Write a whole number in English words."""
    for size, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            return f"{in_english(number // size)} {word}" + (
                f"{' and' if size == 100 else ''} {in_english(rest)}" if rest else ""
            )
    return ONES[number] if number < 20 else TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


@given(st.integers(min_value=2, max_value=10**12 - 1), st.sampled_from(["元", "吨", "人", "倍", "公里"]))
def test_reads_back_every_notation(number, unit):
    """A whole number reads back as itself from digits, separators, full width, 万 and 亿, Chinese numerals, those of banks, and English."""
    banks = in_han(number, "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟"))
    notations = [
        f"{number}",
        f"{number:,}",
        f"{number:,}".translate(WIDE),
        f"{Decimal(number).scaleb(-4):f}万",
        f"{Decimal(number).scaleb(-8):f}亿",
        in_han(number),
        banks if number > 9 else f"{number}.0",
    ]  # one digit of banks is a word of its own (陆, 伍)

    for written in notations:
        (found,) = mentions(f"共{written}{unit}。")
        assert (number, f"{written}{unit}") == (found.low, found.exact), written
        assert found.high == number
    (found,) = mentions(f"some say {in_english(number)} dollars")
    assert number == found.low == found.high


@given(
    st.integers(min_value=0, max_value=999),
    st.integers(min_value=1, max_value=999),
    st.sampled_from(["%", "元", "个月", "万人"]),
    st.sampled_from("-~—～至到"),
)
def test_reads_back_a_range(low, more, unit, dash):
    """Both ends of a range are read, its unit and magnitude standing once, at its end."""
    (found,) = mentions(f"共{low}{dash}{low + more}{unit}。")
    size = 10**4 if unit == "万人" else 1

    assert (low * size, (low + more) * size) == (found.low, found.high)


def test_two_cells_of_a_row_and_a_score_are_two_numbers():
    """A percentage with its own minus after a blank is no end of a range, and 94:84 is no time of day."""
    assert [m.exact for m in mentions("0.23 0.59 -61.02%")] == ["0.23", "0.59", "-61.02%"]
    assert [(m.exact, m.unit) for m in mentions("以94：84的比數")] == [("94", "point"), ("84", "point")]


@pytest.mark.parametrize("text", ["influenza A (H1N1) viruses", "甲型H1N1流感", "bird flu, H2N2"])
def test_a_type_of_flu_is_a_code(text):
    """The H1 of H1N1 is no half of a year, and its last digit counts nothing."""
    (found,) = mentions(text)

    assert "code" == found.kind and re.fullmatch(r"H\dN\d", found.exact)
