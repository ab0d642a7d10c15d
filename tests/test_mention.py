"""The extractor reads the forms in which numbers are printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.mention import mentions, numerals, scan
from claimbook.quantity import VAGUE

FORMS = [
    ("60%-80%", "60%-80%", "60", "80", "percent", "="),
    ("0-5%", "0-5%", "0", "5", "percent", "="),
    ("3-6个月后", "3-6个月", "3", "6", "month", "="),
    ("5万至10万元", "5万至10万元", "50000", "100000", "CNY", "="),
    ("5-10万元", "5-10万元", "50000", "100000", "CNY", "="),
    ("数百项指标", "数百项", "200", "999", "count", "="),
    ("改善2.3个百分点", "2.3个百分点", "2.3", "2.3", "percentage_point", "="),
    ("月活增速:-7% YoY", "-7%", "-7", "-7", "percent", "="),
    ("交易额≥800元", "≥800元", "800", "800", "CNY", ">="),
    ("超过15次", "15次", "15", "15", "count", ">"),
    ("三千人以上", "三千人", "3000", "3000", "count", ">="),
    ("百分之三十", "百分之三十", "30", "30", "percent", "="),
    ("１，２００元", "１，２００元", "1200", "1200", "CNY", "="),
    ("二十万元", "二十万元", "200000", "200000", "CNY", "="),
    ("兩億元", "兩億元", "200000000", "200000000", "CNY", "="),
    ("up to 3 months", "3 months", "3", "3", "month", "<="),
    ("RMB 1,200 million", "RMB 1,200 million", "1200000000", "1200000000", "CNY", "="),
    ("共3万4000人", "3万4000人", "34000", "34000", "count", "="),
    ("500多万元", "500多万元", "5000000", "5000000", "CNY", ">"),
    ("占三成", "三成", "30", "30", "percent", "="),
    ("约八分之一", "八分之一", "12.5", "12.5", "percent", "~"),
    ("十几万人", "十几万人", "110000", "199999", "count", "="),
    ("两三周", "两三周", "2", "3", "week", "="),
    ("近半年", "半年", "0.5", "0.5", "year", "="),
    ("2小时9分37秒", "2小时9分37秒", "7777", "7777", "second", "="),
    ("206±3克", "206±3克", "203", "209", "gram", "="),
    ("零下5℃", "零下5℃", "-5", "-5", "celsius", "="),
    ("不到50个基点", "50个基点", "0.5", "0.5", "percentage_point", "<"),
    ("two and a half million people", "two and a half million", "2500000", "2500000", "count", "="),
    ("between 3 and 5 years", "between 3 and 5 years", "3", "5", "year", "="),
    ("one in five", "one in five", "20", "20", "percent", "="),
    ("US$1.5bn", "US$1.5bn", "1500000000", "1500000000", "USD", "="),
    ("每周二上午10点", "每周二上午10点", "34", "34", "weekday_hour", "="),
]


@pytest.mark.parametrize(("text", "exact", "low", "high", "unit", "comparator"), FORMS)
def test_reads_a_form(text, exact, low, high, unit, comparator):
    """Span, both ends, unit and comparator of a printed form are read."""
    (found,) = mentions(text)
    quantity = found.quantity

    assert exact == found.selector.exact
    assert (Decimal(low), Decimal(high)) == (quantity.low, quantity.high)
    assert (unit, comparator) == (quantity.unit, quantity.comparator)


@pytest.mark.parametrize(("text", "exact", "unit"), [
    ("2023年6月30日", "2023年6月30日", "date"), ("早上9:30出发", "9:30", "clock"), ("〔2020〕9号", "〔2020〕9号", "code"),
    ("App 2.0", "2.0", "code"), ("March 5, 2024", "March 5, 2024", "date"), ("call 1-800-555-0147", "1-800-555-0147", "code"),
    ('<b class="x-01">', "01", "code")])
def test_what_is_named_and_not_measured_has_no_ends(text, exact, unit):
    """Dates, clock times and codes are found as what they are, without a low and a high."""
    (found,) = mentions(text)

    assert (exact, unit, "", "") == (found.selector.exact, found.quantity.unit, found.as_dict()["low"], found.as_dict()["high"])


def test_what_only_looks_like_a_range_is_two_numbers():
    """Two units, or “from X to Y”, make two mentions."""
    assert ["12%", "$1.5bn"] == [m.selector.exact for m in mentions("rose 12% to $1.5bn")]
    assert ["3", "5"] == [m.selector.exact for m in mentions("from 3 to 5")]


@pytest.mark.parametrize("text", ["这一现象", "第三方消费", "零钱通", "数据显示", "参数", "一些人", "一下", "十分好", "万一", "三星手机", "no one knows", "参数对比"])
def test_leaves_words_that_are_no_numbers(text):
    """A numeral inside a word that names no quantity is no mention."""
    assert [] == list(mentions(text))


def test_vague_words_are_those_of_the_codebook():
    """The fixed interval of each vague word is the one that the codebook prints."""
    assert VAGUE == {word: tuple(map(int, numerals.ends(word))) for word in VAGUE}


LETTERS = "0123456789.,%-~—万亿千百十一二两数几半年月日个元倍点分之第前≥约周上下每成翻\n￥$ QFYabetwnhird<>/:"


@given(st.text(alphabet=st.sampled_from(LETTERS)))
def test_every_number_begins_where_it_is_looked_for(text):
    """Trying the pattern only where a number can begin finds what trying it everywhere finds."""
    found, at = [], 0
    while match := scan.PATTERN.search(text, at):
        named = match["url"] or match["tag"] or match["stop"]
        read = None if named else scan.read.read(text, match)
        at = read[1] if read else match.end()
        found.append((match.span(), read))

    assert found == [(match.span(), read) for match, read in scan.matches(text)]


@given(
    st.text(
        alphabet=st.sampled_from(
            "0123456789.,%-～~—万亿千百十一二两数几半年月日个元倍点分之第前≥约超 每周上午\n￥$０９ABkm"
        )
    )
)
def test_offsets_slice_to_exact(text):
    """Whatever the text, offsets slice to the words, mentions do not overlap, and nothing is raised."""
    last = 0
    for found in mentions(text):
        selector = found.selector

        assert selector.exact == text[selector.start : selector.end] != ""
        assert last <= selector.start
        last = selector.end


@pytest.mark.parametrize("text", ["9" * 6000, "第" + "9" * 6000, "1e999999999", "万" * 3000, "数" + "十" * 3000 + "个",
                                  "<" * 3000, "1," * 3000, "%-" * 3000, "1-" * 3000, "一" * 3000 + "个"],
                         ids=["digits", "ordinal", "exponent", "magnitudes", "vague", "tags", "commas", "signs", "ranges", "han"])
def test_absurd_numbers_are_survived(text):
    """Whatever is written is read or left, in a line that can be printed."""
    assert all(len(str(mention.as_dict())) < 10 * len(text) + 2000 for mention in mentions(text))


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["元", "%", "人", "天", "个月", "倍"]))
def test_reads_back_a_whole_number(number, unit):
    """A whole number written with thousands separators reads back as itself."""
    (found,) = mentions(f"共{number:,}{unit}。")

    assert number == found.quantity.low == found.quantity.high
