"""What is drafted of Chinese articles: whom a number is of, what it measures, when, and the claim in a sentence."""

from datetime import date

import pytest

from claimbook.draft.cells import drafts
from claimbook.draft.chinese import reader, tagger
from claimbook.draft.chinese.holder import names
from claimbook.mention import mentions
from claimbook.tables.vocabulary import Role


@pytest.fixture(autouse=True)
def by_rules(monkeypatch):
    """The lists of words alone, whatever else is installed."""
    monkeypatch.setattr(tagger, "taggers", lambda: [tagger.by_rules])


def drafted(text, today="2024-08-01"):
    """Return the drafted rows of the numbers of a text, in their order."""
    found = list(mentions(text))
    cells = drafts(text, found, date.fromisoformat(today))
    return {one.exact: cells[one.start] for one in found}


STATEMENTS = [
    ("2023财年，华为营收5亿元。", "5亿元", "2023年，华为营收5亿元。"),
    ("华为第二季度营收为5亿元，去年同期为4亿元。", "4亿元", "2023年第二季度，华为营收为4亿元。"),
    ("去年，华为营收5亿元；今年一季度为2亿元。", "2亿元", "2024年一季度，华为营收为2亿元。"),
    ("华为和小米的营收分别增长5%和6%。", "5%", "华为营收增长5%。"),
    ("全球约有13亿人吸烟，每年800万人死于烟草。", "800万人", "全球每年800万人死于烟草。"),
    ("虽然华为毛利率8%，但仍在增长。", "8%", "华为毛利率8%。"),
    ("台风“烟花”致人受灾\n“烟花”造成直接经济损失33亿元。", "33亿元", "台风“烟花”造成直接经济损失33亿元。"),
    ("7家银行营业收入同比下降。", "7家", "7家银行营业收入同比下降。"),
    ("2023年，中国人均寿命从35岁上升至77岁。", "77岁", "2023年，中国人均寿命上升至77岁。"),
    ("中国人均寿命从35岁上升至77岁。", "35岁", "中国人均寿命为35岁。"),
    ("法院审结诈骗案件4万件8.2万人。", "4万件", "法院审结诈骗案件4万件。"),
    ("今年“五一”假期首日，国内游客达1亿人次。", "1亿人次", "2024年，国内游客达1亿人次。"),
    ("2024年上半年，全国发电量5万亿千瓦时，水电增长20.3%。", "20.3%", "2024年上半年，全国水电发电量增长20.3%。"),
    ("12月份，华为销量下降2%。", "2%", "2023年12月，华为销量下降2%。"),
    ("华为公布截至2024年6月30日止6个月业绩，收入为4亿元。", "4亿元", "截至2024年6月30日止6个月，华为收入为4亿元。"),
    ("截至2023年12月，华为视频、通信用户分别达1亿、2亿。", "2亿", "截至2023年12月，华为通信用户为2亿。"),
    ("数据显示，截至6月底，全国发电装机容量约24亿千瓦。", "24亿千瓦", "截至2024年6月底，全国发电装机容量约24亿千瓦。"),
    ("今年上半年，比亚迪销量161万辆，同比增长28.5%。", "28.5%", "2024年上半年，比亚迪销量同比增长28.5%。"),
    ("1月21日至27日，全国铁路发送旅客5017万人次。", "5017万人次", "2024年1月21日至27日，全国铁路发送旅客5017万人次。"),
    ("2023年，全国发电量9万亿千瓦时，占全部用电量的29.1%。", "29.1%", "2023年，全国发电量占全部用电量的29.1%。"),
    ("2023年，华为营收达到7000亿元（合1000亿美元）。", "7000亿元", "2023年，华为营收达到7000亿元。"),
    ("2023年，我国GDP比上年增长5%。", "5%", "2023年，中国GDP比上年增长5%。"),
    ("一、2023年，华为销量增长3%", "3%", "2023年，华为销量增长3%。"),
    ("7月8日以来，山东累计降雨量达5毫米。", "5毫米", "2024年7月8日以来，山东累计降雨量达5毫米。"),
    ("1万间房屋倒塌，11万间不同程度损坏。", "11万间", "11万间不同程度损坏。"),
    ("酒店入住率为7%。所有类别酒店收入9元，所有类别的酒店房租达10元。", "10元", "所有类别的酒店房租达10元。"),
    ("华为份额从2022年的18%降至2023年的17%。", "17%", "2023年，华为份额为17%。"),
    ("我国总体近视率为52%，其中小学生为35.6%。", "35.6%", "小学生总体近视率为35.6%。"),
    ("2022年，华为利润为5亿元，较2021年的7亿元下降2%。", "7亿元", "2021年，华为利润为7亿元。"),
    ("华为（0001）发布业绩。截至2024年3月1日，我们共有581家门店。", "581家", "截至2024年3月1日，华为共有581家门店。"),
]


@pytest.mark.parametrize(("text", "number", "says"), STATEMENTS)
def test_a_claim_is_said_in_the_words_of_its_clause(text, number, says):
    """The clause with its period and its subject in front; brackets, list marks and openers are left out."""
    cell = drafted(text)[number]
    assert says == cell.row["statement_zh"]


SUBJECTS = [
    # what is no name gives way to whom the paragraph speaks of
    ("全国新增装机3万千瓦。其中，风电装机容量2万千瓦。", "2万千瓦", "全国", "风电装机容量"),
    ("全国新增用电5亿千瓦时，受高温影响，最高用电负荷为8万千瓦。", "8万千瓦", "全国", "最高用电负荷"),
    ("其中，海普瑞（002399）净利润同比增长28%。", "28%", "海普瑞", "净利润同比增长"),
    ("运城市生产总值9亿元。服务业增加值4亿元。固定资产投资5亿元。", "5亿元", "运城市", "固定资产投资"),
    ("运城市生产总值增长3.6%，快于全省1.7个百分点。", "1.7个百分点", "运城市", "生产总值增速快于全省"),
    ("全国风电新增并网容量3912万千瓦，其中陆上风电3665万千瓦。", "3665万千瓦", "全国", "陆上风电新增并网容量"),
    ("永久失业人数为230万人。", "230万人", "", "永久失业人数"),
    ("2020年，全国共有各级各类学校53万所，专任教师1792万人。", "53万所", "全国", "各级各类学校数量"),
    ("2020年，全国共有学校53万所，专任教师1792万人。", "1792万人", "全国", "专任教师人数"),
    ("美国总统特朗普在演讲。有63%的受访者不赞成。特朗普的认可率为75%。", "75%", "特朗普", "认可率"),
    ("浙江累计降雨量达300毫米，山东昌乐局地611毫米。", "611毫米", "山东昌乐局地", "累计降雨量"),
    ("瑞典的绿电占比达62.6%，随后是芬兰（43.1%）。", "43.1%", "芬兰", "绿电占比"),
    ("中评社香港电 2010年访港旅客达3603万人次，访港旅客创新高。", "3603万人次", "香港", "访港旅客"),
    ("月内“过夜旅客”约占58.3%。", "58.3%", "过夜旅客", "占比"),
    ("三星电子以19%的份额领先。", "19%", "三星电子", "份额"),
    ("来自娱乐软件业务的营收为5亿元。", "5亿元", "", "来自娱乐软件业务的营收"),
    ("春节假期全国旅客发送量达4亿人次。", "4亿人次", "全国", "旅客发送量"),
]


@pytest.mark.parametrize(("text", "number", "subject", "metric"), SUBJECTS)
def test_a_name_has_what_is_measured_and_a_thing_is_a_part_of_it(text, number, subject, metric):
    """A place, a firm or a group is the subject; a kind of power, a state or a qualifier belongs to the metric."""
    row = drafted(text)[number].row
    assert (subject, metric) == (row.get("subject", ""), row.get("metric", ""))


METRICS = [
    ("每年约600万人死于吸烟。", "600万人", "死于吸烟的人数"),
    ("五成二选民看好他会胜出，三成五无法判断。", "三成五", "无法判断的比例"),
    ("旅客发送量4亿人次。其中，铁路5199万人次。", "5199万人次", "旅客发送量"),
    ("零售商品达标率最低，仅为47.37%。", "47.37%", "零售商品达标率"),
    ("我国对东盟、欧盟分别进出口7862亿元和7790亿元。", "7790亿元", "对欧盟进出口"),
    ("不捕率、不诉率分别为50.4%、39.1%。", "39.1%", "不诉率"),
    ("审结犯罪案件3万件8万人。", "8万人", "审结犯罪案件涉及人数"),
    ("旅游收入3758亿元，恢复至2019年同期的73.1%。", "73.1%", "旅游收入相当于2019年同期的比例"),
    ("出口方面，总额为14万亿元。", "14万亿元", "出口总额"),
    ("我国总体近视率为52%，其中小学生为35.6%。", "35.6%", "总体近视率"),
    ("近视率较上年下降2个百分点，与2018年调查结果（53.6%）相比下降。", "53.6%", "近视率"),
    ("人均收入9元，名义增长8.7%，扣除价格因素，实际增长6.6%。", "6.6%", "人均收入实际增长"),
    ("牛肉、羊肉产量分别下降1.7%、1.8%。", "1.8%", "羊肉产量下降"),
    ("3万人紧急转移，2万人需生活救助。", "2万人", "需生活救助的人数"),
    ("他获得第一名，成绩为2小时16分36秒。", "2小时16分36秒", "成绩"),
    ("即时通信、网约车也得到增长，用户规模分别达到5亿、4亿。", "4亿", "网约车用户规模"),
    ("56%的大学生用手机，19%的人熬夜看书。", "19%", "熬夜看书的比例"),
    ("甲法院收案9件，结案8件，同比分别增长65.5%、82.2%。", "65.5%", "收案同比增长"),
    ("支付业务237亿笔，金额79万亿元。", "79万亿元", "支付业务金额"),
    ("贷款总额增长，2023年同比增速为5%。", "5%", "贷款总额同比增速"),
    ("生产总值增长8.4%，比全省（7.7%）高。", "7.7%", "生产总值增长"),
    ("布伦特油价收于每桶45美元。", "45美元", "油价"),
]


@pytest.mark.parametrize(("text", "number", "metric"), METRICS)
def test_what_a_number_measures_is_read_beyond_its_own_noun(text, number, metric):
    """By what is said of those it counts, by the clause before, by its place in a list, by the matter of the sentence."""
    assert metric in drafted(text)[number].row.get("metric", "")


PERIODS = [
    ("8月8日以来，山东累计降雨量达5毫米。", "5毫米", "2024-08-08/2024-09-01"),
    ("失业率为4.1%，为2000年以来最低；12月为4.2%。", "4.2%", "2023-12"),
    ("2023年，国内旅游收入3758亿元，恢复至2019年同期的73.1%。", "73.1%", "2023"),
    ("2022年度全国电影总票房为300亿元。", "300亿元", "2022"),
    ("2022年、2023年不良率分别为1.8%、1.9%。", "1.8%", "2022"),
    ("2021年至2023年不良率分别为1.7%、1.8%、1.9%。", "1.8%", "2022"),
    ("截至今年二季度末，不良率为1.8%。", "1.8%", "2024-06"),
    ("党的十八大以来，新增就业人数达8000万人。", "8000万人", "2012-11/2024-09"),
    ("目前粮食产量为5吨。小麦产量为3吨。", "3吨", ""),
    ("十年前经济总量是50万亿元。", "50万亿元", "2014"),
    ("（2020年2月失业率为3.5%）9月份，失业率为4.7%。", "4.7%", "2024-09"),
]


@pytest.mark.parametrize(("text", "number", "period"), PERIODS)
def test_a_time_that_something_is_set_against_dates_nothing_else(text, number, period):
    """What was since a day runs to the day of the article; a record, a basis and a bracket keep their time."""
    assert period == drafted(text, "2024-09-01")[number].row.get("period", "")


UNCLAIMED = [
    ("主要有三方面原因。", "三方面"),
    ("春节假期七天民航运输旅客900万人次。", "七天"),
    ("生活费300~500元占41.9%。", "300~500元"),
    ("500公里以内出行占比约为87.8%。", "500公里"),
    ("4+64版本起售。", "64"),
    ("我国将力争在年底前使覆盖率达到90%以上。", "90%"),
    ("信用卡逾期半年未偿总额5亿元。", "半年"),
    ("56%的大学生使用手机超过8小时。", "8小时"),
    ("如果人们每周快走750分钟，风险就低。", "750分钟"),
    ("每天步行7000步的人群风险较低。", "7000步"),
    ("九年义务教育巩固率95.2%。", "九年"),
    ("6岁儿童近视率超过9%。", "6岁"),
]


@pytest.mark.parametrize(("text", "number"), UNCLAIMED)
def test_a_limit_of_a_group_a_model_and_a_holiday_claim_nothing(text, number):
    """Only the number that is said of them is a claim."""
    assert "claim" != drafted(text)[number].role


def test_a_firm_that_publishes_its_results_has_the_numbers_of_the_article():
    """Also in a paragraph that does not name it, and after a description of what it is."""
    text = "社交平台荔枝，29日盘后公布了第三季度财务业绩。\n荔枝营收4亿元。\n毛利率为25%。"
    assert "荔枝" == drafted(text)["25%"].row["subject"]


def test_a_country_named_in_passing_has_no_numbers():
    """A long Chinese text that does not open with a foreign country is not about it."""
    text = "门店的事。" * 90 + "美国公司来了。\n失业率为5%。"
    assert "subject" not in drafted(text)["5%"].row


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("华为发布截至2024年6月30日止6个月的业绩，净利润9亿元。", "9亿元", "2024-01/2024-06"),
        ("截至2023年3月31日止年度，华为净利润9亿元。", "9亿元", "2022-04/2023-03"),
        ("截至2024年6月30日，华为净利润9亿元。", "9亿元", "2024-06-30"),
        (
            "2020年至2022年，华为分别取得营收1亿元、2亿元以及3亿元；同期亏损分别为4亿元、5亿元以及6亿元。",
            "3亿元",
            "2022",
        ),
        (
            "2020年至2022年，华为分别取得营收1亿元、2亿元以及3亿元；同期亏损分别为4亿元、5亿元以及6亿元。",
            "4亿元",
            "2020",
        ),
    ],
)
def test_a_report_dates_its_months_and_a_list_its_years(text, number, period):
    """The months that end on a day, and a list of numbers by the years in front of its sentence."""
    assert period == drafted(text)[number].row["period"]


@pytest.mark.parametrize(
    ("text", "number", "role"),
    [
        ("1)华为提交了上市申请。", "1", "order"),
        ("• 4. 乳腺癌患者增多。", "4", "order"),
        ("在市集上，有一名女孩在直播。", "一名", "other"),
        ("市集上有3名女孩在直播。", "3名", "claim"),
    ],
)
def test_a_mark_of_a_list_and_a_are_no_claims(text, number, role):
    """Numbers of a list, and “one” that counts nothing."""
    found = drafted(text)[number].role
    assert (role == "claim") == (found == "claim")


def test_a_half_width_comma_ends_a_clause():
    """A text with half-width marks is read as one with full-width marks; a comma inside a number is none."""
    found = drafted("华为销量增长+3%,营收1,200亿元;比亚迪销量为5万辆。")
    assert "2024年，华为营收1,200亿元。" == drafted("2024年,华为营收1,200亿元。")["1,200亿元"].row["statement_zh"]
    assert "claim" == found["1,200亿元"].role
    assert "比亚迪" == found["5万辆"].row["subject"]


def test_a_statement_begins_with_its_own_clauses():
    """A time of another sentence does not bring that sentence along."""
    text = "截至5月6日上午，共有22个省公布数据。四川省接待旅游人数最多，达到4322万人次。"
    assert drafted(text)["4322万人次"].row["statement_zh"].endswith("日，四川省接待旅游人数最多，达到4322万人次。")


CLAIMLESS = [
    ("他今年45岁，从业多年。", "45岁", "other"),
    ("他们三人合作发表论文12篇。", "三人", "other"),
    ("我们将在未来3年内投入100亿元。", "100亿元", "other"),
    ("活动时间：10月1日至10月7日，共7天。", "7天", "period"),
    ("地址：中山路100号3楼。", "3", "other"),
    ("虚拟货币市场规模达5亿元。", "5亿元", "claim"),
    ("春运40天，人员流动量达84亿人次。", "40天", "period"),
    ("一杯奶茶含糖50克。", "一杯", "other"),
    ("张三，35岁，月薪8000元。", "35岁", "other"),
    ("该市拟新建学校20所。", "20所", "other"),
    ("形象消费成为比重最高的一项，其次是学习。", "一项", "other"),
    ("1000-1500元的人数最多，为268人。", "1000-1500元", "condition"),
    ("资本充足率8%高于7.5%的监管底线。", "7.5%", "other"),
    ("参与者回答“从不”“每月一次”“每周1~3天”和“每天”。", "1~3天", "other"),
    ("4+64为1699元。", "64", "other"),
    ("科指考验10天线。", "10天", "other"),
    ("三次产业比为11：48：39。", "三次", "other"),
    ("每日两份水果可使风险降低16%。", "两份", "condition"),
    ("患病率逐年上升[5]，达到20%。", "5", "markup"),
    ("今年“五一”5天假期，旅客达到5万人次。", "5天", "period"),
    ("华为发布截至2024年6月30日止6个月中期业绩。", "6个月", "period"),
    ("调查于十一月三日至五日晚间进行。", "五日", "period"),
    ("受3、4月份疫情影响，产量减少。", "3", "period"),
    ("青年胃癌发病率五年增长80%。", "五年", "period"),
    ("面对“12·16”地震考验。", "12", "other"),
    ("在95%的信心水平下，误差为3%。", "95%", "other"),
    ("“深证100公司”实现净利润5亿元。", "100", "other"),
    ("两人差距达13个百分点。", "两人", "other"),
    ("据披露，这7亿元将用于扩建。", "7亿元", "other"),
    ("企业家抢占预制菜千亿“新赛道”。", "千亿", "other"),
    ("范围主要包括三类，一类是即热型。", "三类", "other"),
    ("追回药品等一批。", "一批", "other"),
    ("在100多个品类中排名第一。", "100多个", "other"),
    ("两大项目达产后将新增年产能2万吨。", "2万吨", "other"),
    ("28家公司研发费用占收入比平均为13%。", "28家", "other"),
    ("平安（48.300，-0.36，-0.74%）为保荐人。", "-0.74%", "markup"),
    ("90%的人每周至少喝一次咖啡。", "一次", "condition"),
    ("每5秒就有一场直播。", "5秒", "claim"),
    ("市场规模突破千亿。", "千亿", "claim"),
    ("销量连续五年增长。", "五年", "claim"),
]


@pytest.mark.parametrize(("text", "number", "role"), CLAIMLESS)
def test_the_words_around_a_number_say_whether_it_claims(text, number, role):
    """Notes, holidays, spans of a growth, parts of names, plans and what was said before claim nothing."""
    assert role == str(drafted(text)[number].role)


def test_a_note_and_a_dash_are_no_words_of_a_statement():
    """Footnotes fall out of a statement, and a dash between two points ends one."""
    text = "2023年，约有1.5亿人患有高血压[7]。"
    assert "2023年，约有1.5亿人患有高血压。" == drafted(text)["1.5亿人"].row["statement_zh"]
    assert "毛利率为5%。" == drafted("华为营收增长 [1] - 毛利率为5%。")["5%"].row["statement_zh"][-7:]


@pytest.mark.parametrize(
    ("text", "number", "is_claim"),
    [
        ("乳腺癌是女性第一大癌种。", "第一", True),
        ("第一产业增长5%。", "第一", False),
        ("公司递交上市申请，另有3家招股。", "3家", True),
        ("全球储能装机需求预计达到826GWh，同比增长25%。", "826GWh", True),
        ("1)10月3日，华为提交了申请。", "1", False),
    ],
)
def test_a_rank_a_request_and_a_need_are_read_whole(text, number, is_claim):
    """A rank by size, 申请 that asks nobody for anything, 需求 that requires nothing, and the mark of a list."""
    assert is_claim == (drafted(text)[number].role == "claim")


@pytest.mark.parametrize(
    ("text", "number", "subject"),
    [
        ("新建村组公路100公里、产业路161公里。", "161公里", ""),
        ("3696家上市公司已全部发布半年报。净利润增长5%。", "5%", ""),
        ("初步研判这起案件涉及全国8省。抓获嫌疑人70名。", "70名", ""),
        ("为消费者挽回经济损失24639万元。", "24639万元", ""),
        ("华为（0001）发布业绩。包括位于新加坡的3家门店。", "3家", "华为"),
        ("昨日是世界警察日。涉案总金额高达30万元。", "30万元", ""),
        ("中国台湾网讯，支持度较上月上扬9个百分点。", "9个百分点", ""),
        ("城镇居民人均支出为5元。", "5元", "城镇居民"),
    ],
)
def test_a_verb_a_count_and_what_a_preposition_leads_to_are_no_subjects(text, number, subject):
    """A subject is a name that the clause speaks of."""
    assert subject == drafted(text)[number].row.get("subject", "")


VOTES = "一号海天配拿到共369万票(26.45%),二号山水配558万票(40.05%)而风云配467万票。本次的投票率为71.86%。"


@pytest.mark.parametrize(
    ("number", "subject", "metric", "statement"),
    [
        ("369万票", "海天配", "得票数", "海天配获得369万票。"),
        ("26.45%", "海天配", "得票率", "海天配得票率为26.45%。"),
        ("467万票", "风云配", "得票数", "风云配获得467万票。"),
        ("71.86%", None, "投票率", "本次的投票率为71.86%。"),
    ],
)
def test_votes_are_of_who_won_them(number, subject, metric, statement):
    """Each of a list has its own; a share in brackets is that of the vote, and the sentence after is of none of them."""
    row = drafted(VOTES)[number].row
    assert (subject, metric, statement) == (row.get("subject"), row["metric"], row["statement_zh"])


def test_a_candidate_has_the_support_of_a_poll():
    """A person is named by the party and the office; the next takes over what is measured."""
    row = drafted("甲党总统参选人王小明支持度有44.1%、乙党参选人李大中17.7%。")["17.7%"].row
    assert ("乙党参选人李大中", "支持度") == (row["subject"], row["metric"])


def test_years_ago_date_no_other_sentence():
    """What was so many years ago is of its own number only."""
    found = drafted("投票率为71%，低于四年前的74%。\n甲市建成39家门店。")
    assert "2020" == found["74%"].row["period"]
    assert "period" not in found["39家"].row


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("华为发布2022年半年度报告，营收5亿元。", "5亿元", "2022-01/2022-06"),
        ("24H1 华为营收5亿元。", "5亿元", "2024-01/2024-06"),
        ("2024年，成立于1998年的华为拥有员工2000人。", "2000人", "2024"),
        ("2023年，受3、4月份疫情影响，华为营收下降5%。", "5%", "2023"),
    ],
)
def test_half_years_are_periods_and_months_of_a_cause_are_none(text, number, period):
    """In words and as analysts write them; what had an influence then does not date the number."""
    assert period == drafted(text)[number].row["period"]


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("11 月 29 日，华为 10 亿元的定增落定。", "10 亿元", "2023-11-29"),
        ("2013 年至 2021 年，华为营收超 5 亿元。", "5 亿元", "2013/2021"),
        ("2024-2026 年归母净利润分别为 2.8、3.1、3.5 亿元。", "3.1", "2025"),
    ],
)
def test_blanks_inside_a_date_do_not_hide_it(text, number, period):
    """Typesetters put blanks between digits and characters."""
    assert period == drafted(text)[number].row["period"]


def test_a_share_that_climbed_is_measured_by_its_noun():
    """攀升至 is no part of what is measured, in the clause or in the one after."""
    found = drafted("农村互联网普及率攀升至57.6%。支持率较上年提升2个百分点，攀升至60%。")
    assert ["农村互联网普及率", "支持率"] == [found[one].row["metric"] for one in ("57.6%", "60%")]


def test_a_rate_in_brackets_is_of_the_group_before_it():
    """Groups have the rate that was measured before; the highest is of its own place."""
    text = (
        "2012年，河南成年人高血压的患病率为24.9%，其中男性（26.6%）高于女性（23.5%）。东部地区的患病率最高（32.6%）。"
    )
    found = drafted(text)
    assert ("患病率", "男性") == (found["26.6%"].row["metric"], found["26.6%"].row["population"])
    assert ("患病率", "女性") == (found["23.5%"].row["metric"], found["23.5%"].row["population"])
    assert found["32.6%"].row["statement_zh"].endswith("东部地区患病率最高，为32.6%。")


def test_people_of_a_poll_are_named_by_their_support():
    """Whoever has support, votes or a lead, and is named twice, is somebody."""
    text = "王小明支持度较上月升5个百分点，李大中降为三成。\n王小明的支持度攀升至四成三，李大中领先。"
    assert "王小明" == drafted(text)["四成三"].row["subject"]


def test_a_local_text_is_of_its_place():
    """全县 is the county that the text names most, also where a line does not say it again."""
    found = drafted("兴文县政府工作报告\n2023年，兴文县发展很快。全县GDP达109亿元。\n贫困发生率降低到1.4%。")
    assert "兴文县GDP达109亿元。" == found["109亿元"].row["statement_zh"][-13:]
    assert ["兴文县", "兴文县"] == [found[one].row["subject"] for one in ("109亿元", "1.4%")]


@pytest.mark.parametrize(
    ("text", "number", "cells", "says"),
    [
        ("科技指数升幅达5%，美团升逾2%。", "2%", ("美团", "涨幅"), "美团升逾2%。"),
        ("京东集团则跌1%。", "1%", ("京东集团", "跌幅"), "京东集团则跌1%。"),
        ("油价跌1%。", "1%", (None, "油价下跌"), "油价跌1%。"),
    ],
)
def test_what_is_listed_on_a_market_rises_by_itself(text, number, cells, says):
    """A name that rises or falls has a rise or a fall; what is a measure is measured."""
    row = drafted(text)[number].row
    assert (*cells, says) == (row.get("subject"), row["metric"], row["statement_zh"])


def test_a_limit_is_kept_in_a_statement_of_a_change():
    """“Less than” is no word to lose."""
    assert "不足150点" in drafted("恒生指数曾升近640点，一度升不足150点。")["150点"].row["statement_zh"]


def test_residents_of_town_and_country_are_two():
    """The one is not of the other."""
    found = drafted("城镇居民人均可支配收入42170元；农村居民人均可支配收入18320元。")
    assert ["城镇居民", "农村居民"] == [found[one].row["subject"] for one in ("42170元", "18320元")]


@pytest.mark.parametrize(
    ("text", "number", "metric", "subject"),
    [
        ("7家银行营业收入同比下降。", "7家", "营业收入同比下降的银行数量", None),
        ("浙江省5万人紧急转移；上海市36.1万人受灾。", "36.1万人", "受灾的人数", "上海市"),
        ("营收规模前三名为招商银行（2514亿元）、兴业银行（1612亿元）。", "1612亿元", "营收规模", "兴业银行"),
    ],
)
def test_what_is_said_of_those_who_are_counted_or_listed(text, number, metric, subject):
    """Firms whose sales fall, people of a place, and amounts in brackets after their names."""
    row = drafted(text)[number].row
    assert (metric, subject) == (row["metric"], row.get("subject"))


def test_a_record_of_years_dates_nothing():
    """What was the highest in all the years before does not take the period from what follows."""
    text = "2022年，业务收入增长6.9%，创历年新高。其中，快递业务量完成1105亿件。"
    assert "2022" == drafted(text)["1105亿件"].row["period"]


@pytest.mark.parametrize(
    ("text", "number", "metric", "subject"),
    [
        ("2024年全球经济增长2.6%，2025年为2.7%。", "2.7%", "经济增长", "全球"),
        ("全国约有2.9亿农民工，其中外出农民工1.7亿人。", "1.7亿人", "外出农民工", "全国"),
        ("这款电动车续航里程为600公里，售价20万元。", "20万元", "售价", None),
    ],
)
def test_a_change_goes_on_and_what_is_measured_is_not_whom(text, number, metric, subject):
    """The next year of a growth is a growth; a metric is no subject, and neither is half of “this car”."""
    row = drafted(text)[number].row
    assert (metric, subject) == (row["metric"], row.get("subject"))


@pytest.mark.parametrize(
    "phrase",
    [
        "300~500元",
        "快于全省",
        "全球每11位成人",
        "人「",
        "认同川普",
        "募集股份",
        "各地",
        "民警对驾驶员的轿车",
        "股价逆市",
    ],
)
def test_an_amount_a_comparison_and_a_half_quotation_are_no_names(phrase):
    """None of these is whom a number is of."""
    assert not names(phrase)


def test_town_and_country_do_not_add_up():
    """城市 makes way for 农村 in what is measured."""
    text = "8月份，全国居民消费价格上涨0.6%。其中，城市上涨0.6%，农村上涨0.8%。"
    assert "农村居民消费价格上涨" == drafted(text)["0.8%"].row["metric"]


def test_people_are_counted_without_a_word_for_one_of_them():
    """老年人2.97亿 says how many, and what share of all they are."""
    found = drafted("全国共有60岁以上老年人2.97亿，占总人口的21.1%。")
    metrics = [found[one].row["metric"] for one in ("2.97亿", "21.1%")]
    assert ["60岁以上老年人人数", "60岁以上老年人人数占总人口比重"] == metrics


@pytest.mark.parametrize(
    ("text", "subject"),
    [("上半年，格力电器实现营业总收入1002亿元。", "格力电器"), ("上半年，合计实现营业总收入1002亿元。", None)],
)
def test_whoever_earns_is_the_subject(text, subject):
    """A name that no list knows, where it is said to have earned something."""
    assert subject == drafted(text)["1002亿元"].row.get("subject")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("“996”一词引发热议。", "996"),
        ("“十一”黄金周，昆明接待游客5万人次。", "十一"),
        ("51信用卡上线。51信用卡有3亿用户。", "51"),
        ("百度周一盘后公布财报。", "一盘"),
        ("解决了困扰人们几千年的难题。", "几千年"),
        ("每百元收入中的成本为92.56元。", "百元"),
        ("根据全国31个省份的统计结果，游客增长。", "31个"),
    ],
)
def test_a_name_a_feast_and_a_manner_of_speaking_claim_nothing(text, number):
    """A number in quotation marks, at the head of a name, or in an idiom is no claim."""
    assert drafted(text)[number].role != Role.CLAIM


def test_what_so_many_are_above_is_a_condition():
    """21家法院收案数超过3万件 claims how many courts, by a limit."""
    found = drafted("全国21家法院收案数超过3万件。")
    assert (Role.CLAIM, Role.CONDITION) == (found["21家"].role, found["3万件"].role)


def test_a_person_whose_name_begins_as_a_country_does_is_no_country():
    """韩国 is a part of 韩国瑜 wherever the text says it."""
    text = "韩国瑜败选。韩国瑜落后。\n蔡英文突破100万票，得票率为57.1%。"
    assert "韩国" != drafted(text)["57.1%"].row.get("subject")


def test_the_title_of_a_work_is_the_subject():
    """A number right after 《》 is of the work, and measures what the sentence names."""
    row = drafted("影片累计票房分别为：《你好，山川》2亿元；《明月》3亿元。")["2亿元"].row
    assert ("《你好，山川》", "影片累计票房") == (row["subject"], row["metric"])


def test_an_exception_at_the_head_of_a_sentence_names_whom_it_is_of():
    """最高人民法院除刑庭案件外 speaks of the court, not of the one before."""
    text = "上海法院结案率为84%。最高人民法院除刑庭案件外，新收案件9679件。"
    assert "最高人民法院" == drafted(text)["9679件"].row["subject"]


def test_what_is_not_yet_done_is_a_part_of_what_is_measured():
    """未贴现的银行承兑汇票 is a kind of bill; 未贴现的银行 is nobody, and no one of whom the next clause speaks."""
    found = drafted("未贴现的银行承兑汇票余额为3万亿元；企业债券余额为27万亿元。")
    assert "未贴现的银行承兑汇票余额" == found["3万亿元"].row["metric"]
    assert found["27万亿元"].row.get("subject") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("甲党候选人王小明、李大山得票552万余张，得票率为38.6%。", "552万余张"),
        ("甲党候选人王小明、李大山得票552万余张，得票率为38.6%。", "38.6%"),
        ("甲党候选人王小明、李大山当选正、副主席，得票817万余张。", "817万余张"),
    ],
)
def test_votes_and_their_share_are_the_candidates(text, number):
    """The candidates, in the clause or the one before, have the ballots and their share."""
    assert "王小明、李大山" == drafted(text)[number].row["subject"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2015年“十一”黄金周，昆明接待游客5万人次。", "2015-10-01/2015-10-07"),
        ("国庆假期，昆明接待游客5万人次。", "2023"),
    ],
)
def test_the_golden_week_is_the_first_of_october_and_six_days_more(text, period):
    """Of a year in which another feast makes it longer, the year alone is said."""
    assert period == drafted(text)["5万人次"].row["period"]


@pytest.mark.parametrize(
    ("text", "number", "metric"),
    [
        ("全国14省旅游总收入超百亿元。", "14省", "旅游总收入超百亿元的省份数量"),
        ("数据显示，21家基层法院新收案件数超过3万件。", "21家", "新收案件数超过3万件的基层法院数量"),
    ],
)
def test_how_many_are_above_a_limit_is_counted_with_the_limit(text, number, metric):
    """The noun that is counted ends the metric, with what is said of it before."""
    assert metric == drafted(text)[number].row["metric"]


def test_what_moved_in_so_many_is_what_moved_in_each():
    """34个行业利润总额同比增加，其中汽车制造业增长6% speaks of profits, not of how many industries."""
    found = drafted("34个行业利润总额同比增加，7个行业减少。其中，汽车制造业增长6%。")
    assert "利润总额增长" == found["6%"].row["metric"]


def test_an_industry_that_processes_is_whom_a_number_is_of():
    """压延加工业 ends as 工业 does, which is a thing that a country has."""
    text = "34个行业利润总额同比增加。其中，矿物制品业增长44.2%，黑色金属冶炼和压延加工业增长50.2%。"
    assert "黑色金属冶炼和压延加工业" == drafted(text)["50.2%"].row["subject"]


SOUND = [
    ("华为5个旗舰店顺利开业。", "5个", "旗舰店数量"),
    ("兴文县两家县级医院扩建。", "两家", ""),
    ("我们花了5元。", "5元", ""),
    ("截至2023年底，我国估计存活感染者约12万。", "12万", "估计存活感染者"),
    ("2023年，我国风电发电量比2021年增加5亿千瓦时。", "5亿千瓦时", "风电发电量比2021年增加"),
    ("2024年，国有银行贷款余额9亿元，占全部贷款余额的3%。", "3%", "贷款余额占全部贷款余额比重"),
    ("2023年，华为出货量5万辆，同比增长4%，占全部出货量的3%。", "3%", "出货量占全部出货量比重"),
    ("华为约谈率为5%。", "5%", "约谈率"),
]


@pytest.mark.parametrize(("text", "number", "metric"), SOUND)
def test_what_no_noun_phrase_can_be_is_no_metric(text, number, metric):
    """A verb, a pronoun or a place alone is none; an adverb is left out; a growth is no part of a whole."""
    assert drafted(text)[number].row.get("metric", "") == metric


ALONE = [
    ("2023年4月，全国工业增加值同比增长5.6%，比上月加快1.7个百分点。", "1.7个百分点",
     "2023年4月，全国工业增加值同比增速比上月加快1.7个百分点。"),
    ("价格上涨2.1%统计局今天发布数据显示，2024年7月全国价格上涨2.1%。", "2.1%", "2024年7月，全国价格上涨2.1%。"),
    ("7月31日，全国铁路发送旅客5万人次。", "5万人次", "2024年7月31日，全国铁路发送旅客5万人次。"),
    ("2023年，产量较“十三五”末增长7%。", "7%", "2023年，产量较“十三五”末增长7%。"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "says"), ALONE)
def test_a_statement_is_a_sentence_that_says_what_grew_and_when(text, number, says):
    """A pace needs what it is of, a day is no “up to”, and what a headline goes on with is another sentence."""
    assert drafted(text)[number].row.get("statement_zh", "") == says


@pytest.mark.parametrize("text", ["这家企业投资5亿元。", "随着第5家门店开业。", "他们开设了5家门店。"])
def test_a_clause_that_points_elsewhere_is_no_statement(text):
    """What it is said of is in another sentence."""
    row = next(cell.row for cell in drafted(text).values())
    assert not any(word in row.get("statement_zh", "") for word in ("这家", "随着", "他们"))


def test_a_country_is_put_before_what_is_measured_only():
    """A clause with a name of its own is not of the country, nor is one that says only how large something is."""
    text = "我国发布数据。2024年，海珠湾过江通道工程主体沿线累计完成投资5亿元。全长4公里的东山路开通。"
    rows = drafted(text)
    assert all(
        not rows[one].row.get("statement_zh", "").startswith(("2024年，中国", "中国")) for one in ("5亿元", "4公里")
    )


def test_what_is_listed_has_no_neighbour_for_a_subject():
    """Each of two is whom its own number is of."""
    row = drafted("2023年4月，华为手机、太阳能电池产品产量分别增长5%和6%。")["6%"].row
    assert "华为" not in row.get("subject", "")


def test_another_name_ends_what_was_spoken_of():
    """A clause that begins with another place or body is not of the bank before."""
    row = drafted("招商银行营收5亿元。东山口岸进出境班列2129列。")["2129列"].row
    assert "招商" not in row.get("subject", "") + row["statement_zh"]


def test_the_whole_province_is_the_one_just_named():
    """It says so of itself."""
    assert drafted("2023年，河南游客增长5%，全省游客7万人。")["7万人"].row["subject"] == "河南"


OTHERS = [
    ("水利部等六部门联合发文。", "六部门"),
    ("64岁的张三住在山里。", "64岁"),
    ("中日两国签约。", "两国"),
    ("东北三省失业人口减少。", "三省"),
    ("31个省（区、市）报告新增病例5例。", "31个"),
    ("打造1小时交通圈。", "1小时"),
    ("资源向这7家医院倾斜。", "7家"),
]


@pytest.mark.parametrize(("text", "number"), OTHERS)
def test_who_acts_together_and_how_old_somebody_is_are_no_claims(text, number):
    """They name, and count nothing that could be wrong."""
    assert drafted(text)[number].role != Role.CLAIM


NAMED = [
    ("东生生物2017年销售费用为5亿元。", "5亿元", "东生生物", "销售费用"),
    ("东生生物研发费用增长18%。", "18%", "东生生物", "研发费用增长"),
    ("2023年，海外营业收入增长18%。", "18%", "", "海外营业收入增长"),
    ("恒生科技指数涨1.12%报3536.57点。", "1.12%", "恒生科技指数", "涨幅"),
    ("恒生科技指数涨1.12%报3536.57点。", "3536.57点", "恒生科技指数", "点位"),
    ("中国出口增长5%。中国的创新指数排名首次跻身全球前十。", "前十", "中国", "创新指数排名"),
    ("2023年，东生生物研发费用5亿元，占收入的38%。", "38%", "东生生物", "研发费用占收入比重"),
    ("中广网5月8日消息，全市游客增长5%。", "5%", "全市", "游客增长"),
    ("东山市公布数据。2050年，老年人口的消费潜力将达到6万亿元。", "6万亿元", "老年人口", "消费潜力"),
    ("存活感染者5万人。报告存活感染者9万人。", "9万人", "", "报告存活感染者"),
]


@pytest.mark.parametrize(("text", "number", "subject", "metric"), NAMED)
def test_a_firm_without_a_word_for_a_firm_and_an_index_are_subjects(text, number, subject, metric):
    """A name before a time or before what only firms have; what is measured itself is no holder of something else."""
    row = drafted(text)[number].row
    assert (row.get("subject", ""), row.get("metric", "")) == (subject, metric)


@pytest.mark.parametrize(("text", "number"), [("“五一”黄金周7天，景点开放。", "7天"), ("手机中，东生占5款。", "5款")])
def test_a_feast_is_not_measured_and_a_count_is_no_share(text, number):
    """The days of a holiday measure nothing, and five models are no percentage."""
    assert drafted(text)[number].row.get("metric", "") == ""


def test_a_year_is_said_once_in_a_statement():
    """The clause may begin with it."""
    row = drafted("2005年，2005年前往普吉的游客达10万人。")["10万人"].row
    assert row["statement_zh"].count("2005年") == 1


@pytest.mark.parametrize(
    ("text", "number", "metric", "subject"),
    [
        ("对东国输美产品加征34%关税。", "34%", "关税税率", ""),
        ("2023年，东生科技收购西山科技51%的股权。", "51%", "股权比例", ""),
        ("本届线下参展企业超3.2万家。", "3.2万家", "线下参展企业数量", ""),
        ("2023年，全省转化成果589项，高新技术企业增长22%。", "22%", "高新技术企业数量增长", "高新技术企业"),
        ("2024年，全国电子制造业增加值同比增长7.5%，汽车制造业增长9.8%。", "9.8%", "增加值同比增长", "汽车制造业"),
        ("2024年，国内增值税5亿元，同比增长4%。", "4%", "国内增值税同比增长", ""),
        ("截至2023年底，全国报告存活感染者85万。", "85万", "报告存活感染者", "全国"),
        ("香港恒生指数一度涨2%。", "2%", "涨幅", "香港恒生指数"),
        ("2024年，居民消费价格指数上涨2%。", "2%", "居民消费价格指数上涨", ""),
    ],
)
def test_what_is_named_after_a_rate_or_counted_is_measured(text, number, metric, subject):
    """A tariff, a stake, a tax, how many firms there are, and how far an index moved."""
    row = drafted(text)[number].row
    assert row.get("metric", "") == metric
    assert not subject or row["subject"] == subject


def test_the_level_of_years_before_dates_no_growth():
    """It is only what a level is set against."""
    text = "一季度收入5亿元，高于过去3年同期水平。地方收入6亿元，增长2.1%。"
    assert drafted(text)["2.1%"].row["period"] == "2024-01/2024-03"


def test_a_quote_of_a_market_is_not_of_the_quarter_before():
    """It is of a day, and is not dated by a longer time of another sentence."""
    assert "period" not in drafted("2023年四季度，银行放贷5亿元。上证指数涨0.69%。")["0.69%"].row


def test_both_ends_of_a_rate_that_was_cut_are_sentences():
    """From one level to the next, each in its own statement."""
    rows = drafted("2024年7月，汇丰将贷款利率从5.875%下调至5.625%。")
    assert rows["5.875%"].row["statement_zh"] == "汇丰贷款利率为5.875%。"
    assert rows["5.625%"].row["statement_zh"] == "2024年7月，汇丰将贷款利率下调至5.625%。"


def test_a_list_of_names_is_not_carried_on():
    """The next sentence is not of all of them."""
    assert "工商银行" not in drafted("农业银行、工商银行跌4%。市场成交额8亿元。")["8亿元"].row.get("subject", "")


def test_a_percentage_after_a_count_is_the_share_of_those_counted():
    """In brackets, without a word of its own."""
    assert drafted("调查中有男工217人（71.6%）。")["71.6%"].row["metric"] == "男工占比"


def test_an_age_is_nobody():
    """It says which people are meant."""
    assert drafted("40岁以上的占60%。")["60%"].row.get("subject", "") == ""


@pytest.mark.parametrize(
    ("text", "number", "metric"),
    [
        ("5年期美债收益率涨1个基点报3.512%。", "1个基点", "5年期美债收益率上涨"),
        ("5年期美债收益率涨1个基点报3.512%。", "3.512%", "5年期美债收益率"),
        ("玉米期货跌 1.23% 报 400 美分。", "400 美分", "价格"),
        ("欧元兑美元跌0.47%报1.1111。", "1.1111", "汇率"),
        ("境外采购商超15万人，比上届增长6.3%。", "6.3%", "境外采购商比上届增长"),
    ],
)
def test_where_something_closed_is_named_by_what_it_is(text, number, metric):
    """A yield, a price, a rate of exchange; the fair before is what a number is set against."""
    assert drafted(text)[number].row.get("metric", "") == metric


def test_a_contract_is_no_month():
    """The December contract is not of December."""
    assert "period" not in drafted("布油12月合约跌0.09%。")["0.09%"].row


def test_the_world_is_no_country_of_a_chinese_text():
    """The word is said of much that is not of the world."""
    text = "全球最大的船闸开工。这是世界级工程。世界第一。2024年，货运量为5亿吨。"
    assert drafted(text)["5亿吨"].row.get("subject", "") == ""


@pytest.mark.parametrize(
    ("text", "number", "metric"),
    [("加征25%关税的商品共2493个。", "2493个", "加征25%关税的商品"), ("2023年，解禁市值5亿元。", "5亿元", "解禁市值")],
)
def test_a_percentage_inside_a_name_is_kept(text, number, metric):
    """It says which goods are counted; what is unlocked is no firm."""
    row = drafted(text)[number].row
    assert row.get("metric", "") == metric
    assert not row.get("subject")


PARTIES = (
    "议会选举\n\n新民党得票率为20.8%，在选举中获得48席，比上一届选举多10席；紧随其后的是绿叶党，得票率20.1%，获46席。\n"
)


@pytest.mark.parametrize(
    ("exact", "metric", "subject"),
    [
        ("20.8%", "得票率", "新民党"),
        ("48席", "席次", "新民党"),
        ("10席", "席次增加", "新民党"),
        ("20.1%", "得票率", "绿叶党"),
        ("46席", "席次", "绿叶党"),
    ],
)
def test_votes_and_seats_are_of_the_party_named_last(exact, metric, subject):
    """Also where its name and its result are in different clauses; more than before is a change."""
    row = drafted(PARTIES)[exact].row

    assert (metric, subject) == (row["metric"], row.get("subject", ""))


def test_a_high_of_recent_years_dates_no_number():
    """What stands beside it is of the day that the sentence names."""
    text = "二季度末，商业银行的不良贷款率攀升到近几年来的一个高点，不良贷款余额为2.74万亿元。"

    assert "2023-06" == drafted(text, "2023-08-10")["2.74万亿元"].row["period"]


def test_seats_named_before_who_won_them_are_not_of_the_party_before():
    """2席是无党籍 says nothing of the party whose seats were named last."""
    text = "在79席中，新民党赢得39席，绿叶党36席，2席是无党籍。\n"

    assert ["新民党", "绿叶党", ""] == [drafted(text)[one].row.get("subject", "") for one in ("39席", "36席", "2席")]


def test_a_trained_tagger_fills_what_the_words_of_our_lists_left_empty(monkeypatch):
    """Whom a number is of is taken from the tagger's words where ours name nobody; its name is then no part of the metric."""
    text = "去年冯唐演出收入为5万元。"

    def trained(sentence):
        assert sentence == text
        return [
            ("去年", "time"),
            ("冯唐", "name"),
            ("演出", "noun"),
            ("收入", "noun"),
            ("为", "link"),
            ("5万元", "number"),
            ("。", "point"),
        ]

    before = drafted(text)["5万元"].row
    monkeypatch.setattr(tagger, "taggers", lambda: [tagger.by_rules, trained])
    after = drafted(text)["5万元"].row

    assert (None, "冯唐") == (before.get("subject"), after.get("subject"))
    assert ("冯唐演出收入", "演出收入") == (before["metric"], after["metric"])


def test_a_trained_tagger_is_asked_only_where_something_is_empty(monkeypatch):
    """A sentence in which our lists read everything, and a text of hundreds of pages, are read without it."""

    def trained(sentence):
        raise AssertionError(sentence)

    monkeypatch.setattr(tagger, "taggers", lambda: [tagger.by_rules, trained])
    assert "华为" == drafted("去年，华为营收为5万元。")["5万元"].row["subject"]

    monkeypatch.setattr(reader, "LONG", 5)
    assert "subject" not in drafted("去年冯唐演出收入为5万元。")["5万元"].row


@pytest.mark.parametrize(
    ("text", "number", "subject", "metric"),
    [
        ("民调：甲领先\n调查发现，张三丰以四成九支持率领先。", "四成九", "张三丰", "支持率"),
        ("民调：甲领先\n二成选民支持甲。\n三成一力挺乙，二成八未决定。", "三成一", "选民", "力挺乙的比例"),
        ("民调：甲领先\n不过在看好度方面，张三丰的支持度领先，李四光是21.9%。", "21.9%", "李四光", "看好度"),
    ],
)
def test_shares_of_a_poll_are_of_whom_they_support_or_who_was_asked(text, number, subject, metric):
    """Who wins a share has it; who holds an opinion is one of those who were asked."""
    row = drafted(text)[number].row
    assert (subject, metric) == (row.get("subject", ""), row["metric"])


@pytest.mark.parametrize(
    ("text", "number", "metric", "period"),
    [
        ("2021年第三季度，净营收为9亿元，与去年同期的人民币11亿元相比下滑14%。", "11亿元", "净营收", "2020-07/2020-09"),
        ("2021年第三季度财报。\n净营收为9亿元，与上一季度的12亿元相比下滑19%。", "12亿元", "净营收", "2021-04/2021-06"),
        ("2021年第三季度财报。\n净亏损5亿元，而上年同期净亏损2亿元。", "2亿元", "净亏损", "2020-07/2020-09"),
        ("2020年近视率较2019年（50.2%）上升了2个百分点。", "50.2%", "近视率", "2019"),
        ("2017年，进口量与国内产量之比由2012年的1.3:1扩大到2.2:1。", "2.2:1", "进口量与国内产量之比", "2017"),
    ],
)
def test_what_a_change_is_against_is_a_level_of_its_own_time(text, number, metric, period):
    """The number that another is set against measures the same, a quarter or a year before."""
    row = drafted(text)[number].row
    assert (metric, period) == (row["metric"], row["period"])


def test_a_dateline_is_of_nobody():
    """The newsroom and the place that a report begins with have no number."""
    row = drafted("甲通社北京4月12日 - 3月末外币贷款余额为9亿美元。")["9亿美元"].row
    assert "北京" not in row.get("subject", "")


def test_all_of_a_noun_phrase_is_measured():
    """What is before a general noun, and is nobody's name, is a part of the metric."""
    row = drafted("一线城市新建商品住宅销售价格环比上涨0.1%；二手住宅销售价格环比下降0.3%。")["0.3%"].row
    assert ("一线城市", "二手住宅销售价格环比下降") == (row["subject"], row["metric"])


def test_a_quarter_that_has_begun_is_of_this_year():
    """A quarter of a forecast is the one that goes on, and dates no other sentence."""
    text = "第三季收入5亿元，预计第四季亏损延续。\n新业务收入2亿元。"
    found = drafted(text, "2025-11-28")
    assert "2025-07/2025-09" == found["2亿元"].row["period"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("美团（3690）收入5亿元。", "3690"),
        ("短短几年，村里变了。", "几年"),
        ("马英九说好。马英九两年来没变。马英九声望上升5%。", "九两"),
    ],
)
def test_codes_and_names_are_no_claims(text, number):
    """A code of shares, a while and the end of a name claim nothing."""
    assert Role.CLAIM != drafted(text)[number].role


@pytest.mark.parametrize(
    ("text", "number", "subject", "metric"),
    [
        ("华为净利润增长110.8%，达16.6亿元。", "16.6亿元", "华为", "净利润"),
        ("中国原油产量3511万吨，同比增长2%；日均产量58.5万吨。", "58.5万吨", "中国", "原油日均产量"),
        ("上半年，华为归属于上市公司股东的净利润1.15亿元。", "1.15亿元", "华为", "归属于上市公司股东的净利润"),
        ("海南脱贫记\n我省贫困发生率下降。\n农村自来水普及率达84.5%。", "84.5%", "海南", "农村自来水普及率"),
        ("民调：张三丰37.3%\n民调显示，张三丰的支持率领先。", "37.3%", "张三丰", "支持率"),
        ("计票显示，国家力量党获得大约769万张选票。", "769万张", "国家力量党", "得票数"),
        ("一般公共预算收入70亿元，同口径下降19.4%。", "19.4%", "", "一般公共预算收入同口径下降"),
    ],
)
def test_levels_means_and_parts_keep_their_noun(text, number, subject, metric):
    """What a change arrived at, a mean, a part and a title name what they measure, of whom the text speaks."""
    row = drafted(text)[number].row
    assert (subject, metric) == (row.get("subject", ""), row["metric"])


def test_an_industry_is_not_whom_the_next_sentence_is_of():
    """The primary industry has its own value added, and no yield of vegetables."""
    found = drafted("全区第一产业增加值72亿元，增长3%。\n前三季度蔬菜产量238万吨。")
    assert "第一产业" != found["238万吨"].row.get("subject")


def test_a_year_to_come_that_an_event_has_dates_no_poll():
    """The election of next year is what a poll is about, not when it was."""
    row = drafted("民调中心发布2025年总统参选人民调，支持度为33.4%。")["33.4%"].row
    assert "2024-08" == row["period"]


@pytest.mark.parametrize(
    ("text", "number", "subject", "metric"),
    [
        (
            "甲市乙区人民法院2014年工作情况\n1至9月，我院共受理各类案件9471件。",
            "9471件",
            "甲市乙区人民法院",
            "受理各类案件",
        ),
        ("甲银行资本充足率为11.66%，较上年末下滑1.20个百分点。", "1.20个百分点", "甲银行", "资本充足率较上年末下滑"),
        ("华为市场份额上升了0.1个百分点，从23.3%上升到23.4%。", "23.3%", "华为", "市场份额"),
        ("全国尚有各类未结案2453件。", "2453件", "全国", "各类未结案"),
    ],
)
def test_whose_own_house_it_is_and_what_is_left_are_named(text, number, subject, metric):
    """What a text calls its own is named by its title; a change is against what it says; both ends have their noun."""
    row = drafted(text)[number].row
    assert (subject, metric) == (row["subject"], row["metric"])


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("截至3月30日，法院结案894件。与上年同比，受案增加167件。", "167件", "2024-03-30"),
        ("2018年第一季度小米出货量为2800万部，而在去年同期，小米的出货量仅为1480万部。", "1480万部", "2017-01/2017-03"),
        ("2013年以来，案件总数上升40%；经济方面，审结案件上升99%。", "99%", "2013/2024"),
    ],
)
def test_a_basis_dates_nothing_and_a_span_goes_on(text, number, period):
    """The year before is a basis, or a time of its own; what was since a year goes on after a semicolon."""
    assert period == drafted(text)[number].row["period"]


@pytest.mark.parametrize(
    ("text", "number", "subject", "metric", "period"),
    [
        ("三星首季智能手机出货量为7800万部。", "7800万部", "三星", "智能手机出货量", "2024-01/2024-03"),
        ("今年首季，华为市占率微升0.1个百分点至21.7%。", "21.7%", "华为", "市占率", "2024-01/2024-03"),
        ("2018年，一线城市观影人次由2017年的923万人升至1356万人，同比增长47%。", "47%", "一线城市",
         "观影人次同比增长", "2018"),
        ("2024年7月，全国鲜菜涨5%，鸡蛋和食用植物油价格分别上涨18.3%和9.5%。", "18.3%", "全国",
         "鸡蛋价格上涨", "2024-07"),
    ],
)  # fmt: skip
def test_a_first_quarter_and_the_start_of_a_rise_are_read(text, number, subject, metric, period):
    """The first quarter is a time; what something rose from dates nothing after it; each of a list has the noun."""
    row = drafted(text)[number].row
    assert (subject, metric, period) == (row["subject"], row["metric"], row["period"])


def test_a_day_without_its_month_is_the_last_of_its_number():
    """The article's date says of which month it is."""
    text = "股指涨跌互现\n\n新华社上海7月23日电（记者甲）23日沪深股指涨跌互现。深证成指涨4.47点。"
    assert drafted(text, "2020-07-24")["4.47点"].row["period"] == "2020-07-23"


def test_a_dateline_after_another_word_is_nobody():
    """A newsroom and a place before the day are left out wherever the line begins."""
    text = "快讯 甲乙财经北京9月26日电，2024年上半年合计实现营收8亿元，同比增长9%。"
    assert "subject" not in drafted(text, "2024-09-26")["9%"].row
