"""The extractor reads the forms in which numbers are printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.mention import mentions

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


@pytest.mark.parametrize("text", ["这一现象", "第三方消费", "零钱通", "数据显示", "参数", "一些人", "一下"])
def test_leaves_words_that_are_no_numbers(text):
    """A numeral inside a word that names no quantity is no mention."""
    assert [] == list(mentions(text))


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


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["元", "%", "人", "天", "个月", "倍"]))
def test_reads_back_a_whole_number(number, unit):
    """A whole number written with thousands separators reads back as itself."""
    (found,) = mentions(f"共{number:,}{unit}。")

    assert number == found.quantity.low == found.quantity.high
