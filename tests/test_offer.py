"""What of a passage is offered for a claim: the right number, how it differs, who says it, and what accepting writes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from claimbook import find, load_case
from claimbook.cli import main
from claimbook.document.stated import stated
from claimbook.find.alike import same_entity
from claimbook.find.judge import named_alike
from claimbook.find.origin import told_by
from claimbook.find.passage import numbers_of
from claimbook.find.said import said
from claimbook.find.source import head_of, source_of
from claimbook.find.speaker import speaker
from claimbook.find.tier import tier_of
from claimbook.tables.files import read_text
from claimbook.tables.vocabulary import TO_FILL, UNTIERED, Relation, Tier

CARS = (
    "2023年7月，新能源汽车产销分别完成80.5万辆和78万辆，同比分别增长30.6%和31.6%，市场占有率达到32.7%。"
    "1至7月，新能源汽车产销分别完成459.1万辆和452.6万辆，同比分别增长40%和41.7%，市场占有率达到29%。"
)


@pytest.fixture
def claim(bus):
    """A claim on car sales, whose number is not the true one."""
    made = load_case(bus).claims["c02"]
    number = replace(made.quantity, low=Decimal(805000), high=Decimal(805000), unit="count")
    return replace(
        made, kind="count", subject="新能源汽车", metric="销量", population="", period_text="2023-07", quantity=number
    )


def passage(text, name="a.txt"):
    """Return a text as a passage."""
    return find.Passage(name, "", text, numbers_of(text))


def test_what_a_number_measures_goes_before_how_near_it_is(claim):
    """The claim's wrong number is just that of the output; the number of the sales is offered all the same."""
    assert "78万辆" == find.offer(claim, passage(CARS)).number.words


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"metric": "产量"}, "80.5万辆"),
        ({"period_text": "2023-01/2023-07"}, "452.6万辆"),
        ({"metric": "output", "subject": "new energy vehicles"}, "80.5万辆"),
        ({"metric": "NEV sales", "subject": ""}, "78万辆"),
    ],
)
def test_metric_and_period_choose_the_number(claim, cells, words):
    """In the language of the page, or in the other."""
    assert words == find.offer(replace(claim, **cells), passage(CARS)).number.words


@pytest.mark.parametrize(
    ("metric", "words"), [("市场占有率", "32.7%"), ("销量同比增长", "31.6%"), ("increase in output", "30.6%")]
)
def test_a_share_is_no_growth_rate(claim, metric, words):
    """Of percentages nearly alike, the one of the claim's own noun."""
    number = replace(claim.quantity, low=Decimal(31), high=Decimal(31), unit="percent")
    assert words == find.offer(replace(claim, kind="share", metric=metric, quantity=number), passage(CARS)).number.words


@pytest.mark.parametrize(
    ("metric", "words"),
    [
        ("month-on-month growth in sales", "16.1 percent"),
        ("销量环比增长", "16.1 percent"),
        ("year-on-year growth in sales", "46.4 percent"),
    ],
)
def test_a_change_is_against_what_the_claim_says(claim, metric, words):
    """The wrong number of the claim is just the other growth rate."""
    page = passage(
        "NEV sales totaled 1,191,000 units in July 2023, up 46.4 percent year-on-year and up 16.1 percent from June."
    )
    other = Decimal("46.4") if words == "16.1 percent" else Decimal("16.1")
    growth = replace(claim.quantity, low=other, high=other, unit="percent")
    asked = replace(claim, kind="change", metric=metric, quantity=growth)

    assert words == find.offer(asked, page).number.words


@pytest.mark.parametrize(("period", "words"), [("2024-07/2024-09", "4.3%"), ("2024-04/2024-06", "4%")])
def test_a_number_after_from_is_of_before(claim, period, words):
    """Whatever the claim's own number is."""
    page = passage(
        "In July to September 2024, the unemployment rate rose to 4.3%, from 4% for the previous three months."
    )
    other = Decimal("4") if words == "4.3%" else Decimal("4.3")
    rate = replace(claim.quantity, low=other, high=other, unit="percent")
    asked = replace(claim, kind="share", subject="", metric="unemployment rate", period_text=period, quantity=rate)

    assert words == find.offer(asked, page).number.words


@pytest.mark.parametrize(
    ("text", "metric", "words"),
    [
        ("Solar capacity grew by +346 GW in 2023, and reached 1,419 GW.", "solar capacity", "1,419 GW"),
        ("Among new cars, 69% accounted for electric cars, and the remaining 31% were hybrids.", "electric", "69%"),
        ("Total pay grew at an annual rate of 5.9%. The rate of pay is 3%.", "growth in total pay", "5.9%"),
    ],
)
def test_a_number_has_the_words_and_the_change_of_its_own_clause(claim, text, metric, words):
    """What a comma divides is said of the number before it; a sign or a verb says that a number is a change."""
    page = passage(text)
    other = next(one for one in page.numbers if one.words != words and one.unit == page.numbers[0].unit)
    number = replace(claim.quantity, low=Decimal(other.low), high=Decimal(other.high), unit=other.unit)
    wrong = replace(claim, kind="level", subject="", metric=metric, period_text="2023", quantity=number)

    assert words == find.offer(wrong, page).number.words


def test_a_place_and_a_thing_may_be_of_each_other():
    """Solar energy is somewhere; another place or another thing is another owner."""
    assert same_entity("world", "solar energy") is None
    assert (False, False) == (same_entity("world", "China"), same_entity("wind", "solar energy"))


def test_nothing_of_another_unit_is_preselected(claim):
    """Not even the 2 of a date."""
    offer = find.offer(claim, passage("7月12日，涨幅为31.6%，价格为82元。"))

    assert (None, None) == (offer.number, offer.relation)


def test_a_difference_is_said_at_once(claim):
    """The metric that the page names, beside the claim's; it proposes a proxy."""
    offer = find.offer(claim, passage("2023年7月，新能源汽车产量为80.5万辆。"))

    assert Relation.PROXY == offer.relation
    assert "The page says 产量, the claim says 销量." == offer.reason


def test_what_is_the_same_in_all_is_proposed_as_the_same(claim):
    """Across languages, too; the entity is then written by the claim's name for it, which rules compare."""
    offer = find.offer(claim, passage("In July 2023, sales of new energy vehicles were 780,000."))

    assert (Relation.SAME, ()) == (offer.relation, offer.differences)
    assert "新能源汽车" == offer.cells["entity"]


def test_where_the_page_is_silent_nothing_is_proposed(claim):
    """The claim's own cells are lent, and marked as such."""
    offer = find.offer(claim, passage("一共卖出78万辆。"))

    assert offer.relation is None
    assert "claim" == offer.places["entity"] == find.offer(claim, passage("共78万辆。")).places["metric"]


def test_one_thing_that_the_page_leaves_unsaid_is_said_beside_the_proposal(claim):
    """Metric, period and unit are the claim's; of whom it speaks, its reader knows."""
    offer = find.offer(replace(claim, subject="中国"), passage("2023年7月，销量为78万辆。"))

    assert (Relation.SAME, "The page does not say the entity.") == (offer.relation, offer.reason)


def test_what_is_read_far_from_a_number_is_no_sure_difference(claim):
    """The country of a page is not surely that of each of its numbers."""
    american = replace(claim, subject="world", metric="sales", period_text="2023")
    text = "India buys more cars. India’s makers are glad. Sales in India will rise. Sales were 780,000 units in 2023."
    offer = find.offer(american, passage(text))

    assert ("paragraph", None) == (offer.places["entity"], offer.relation)
    assert [False] == [one.sure for one in offer.differences]


def test_another_period_is_a_difference(claim):
    """A page on 2022 is no evidence for 2023; the article's own period, for claims without one, is compared with none."""
    page = passage("2022年7月，新能源汽车销量为78万辆。")

    assert Relation.PROXY == find.offer(claim, page).relation
    assert Relation.SAME == find.offer(claim, page, own="2023-07").relation


def test_last_year_is_read_from_the_date_of_the_document(claim):
    """Only where that is known."""
    page = passage("去年新能源汽车销量为78万辆。")

    assert "2022" == find.offer(claim, page, today=date(2023, 5, 1)).cells["period"]
    assert "period" not in find.offer(claim, page).cells


def test_a_number_inherits_from_what_is_said_before(claim):
    """The subject of the last sentence of the paragraph that the passage continues."""
    [number] = said(passage("销量为78万辆。"), before="2023年7月，新能源汽车产量为80万辆。")

    assert ("新能源汽车", "2023-07") == (number.cells.get("entity"), number.cells.get("period"))


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("据国家统计局数据，产量增长5%。", "国家统计局"),
        ("根据中汽协发布的数据，销量为78万辆。", "中汽协"),
        ("Sales rose 5%, according to data released by the China Association of Automobile Manufacturers.",
         "China Association of Automobile Manufacturers"),
        ("The Office for National Statistics said the jobless rate rose to 4%.", "Office for National Statistics"),
        ("据统计，产量增长5%。", ""),
        ("Prices rose 5%.", ""),
        ("Prices rose 5%, according to the Acme Prices Report 2024.", ""),
    ],
)  # fmt: skip
def test_the_speaker_of_a_figure_is_named(sentence, who):
    """Whom the sentence names; an unnamed one is nobody."""
    assert who == speaker(sentence)


def test_the_first_lines_of_a_text_say_what_it_is():
    """Address, source, date; a sentence with a date says nothing of the text."""
    text = "去年出货量下降\n2018年02月05日 14:48:41\n来源:新华网\nURL: https://china.zjol.com.cn/a.shtml\n正文。"

    assert {
        "origin": "新华网", "published": "2018-02-05", "url": "https://china.zjol.com.cn/a.shtml"
    } == stated(text)  # fmt: skip
    assert {} == stated("In the year that ended on 2018-02-05, sales fell, as they had in each of the years before.")


@pytest.mark.parametrize(
    ("url", "name", "tier", "by"),
    [
        ("https://www.stats.gov.cn/a.html", "", Tier.PRIMARY, "host"),
        ("https://gov.cn.example.com/", "", Tier.TERTIARY, ""),
        ("https://notreuters.com/", "", Tier.TERTIARY, ""),
        ("https://uk.reuters.com/x", "", Tier.SECONDARY, "host"),
        ("", "某市统计局", Tier.PRIMARY, "name"),
        ("https://[broken", "", Tier.TERTIARY, ""),
    ],
)
def test_a_tier_is_proposed_from_the_host(url, name, tier, by):
    """By whole parts of its name, so that nobody can dress as another; else by the publisher's name."""
    found = tier_of(url, name)

    assert (tier, by) == (found.tier, found.by)
    assert bool(by) == (found.reason != UNTIERED)


def test_a_workspace_adds_hosts_of_its_own(tmp_path):
    """And overrules the package's."""
    (tmp_path / "data").mkdir()
    rows = "match,by,tier,who\nreuters.com,host,tertiary,not trusted here\nour-agency.org,host,primary,our agency\n"
    (tmp_path / "data" / "tiers.csv").write_text(rows, encoding="utf-8")

    assert Tier.TERTIARY == tier_of("https://reuters.com", "", tmp_path).tier
    assert "our agency" in tier_of("https://our-agency.org", "", tmp_path).reason


def test_a_source_is_drafted_with_its_reasons(tmp_path):
    """Publisher, date and address from the text, tier from the host; each cell that is drafted is named."""
    (tmp_path / "a.txt").write_text(
        "Renewables 2023\nURL: https://www.iea.org/reports/renewables-2023\nPublished: 2024-01-11\n\nCapacity grew.",
        encoding="utf-8",
    )
    row, _ = source_of(tmp_path, "a.txt", date(2026, 1, 2))

    assert ("iea.org", "2024-01-11", "primary") == tuple(row[name] for name in ("publisher", "published", "tier"))
    assert "iea.org is an international organisation" in row["tier_reason"]
    assert {"published:text", "publisher:text", "tier:host", "copy:rule"} == set(row["drafted"].split())


def test_a_copy_is_by_whom_it_names(tmp_path):
    """A site that nobody knows copies a ministry's release: the reason says on whose word."""
    text = "URL: http://example.org/qcw/2023/10/16/84.shtml\n时间:2023-10-16 来源:民政部网站\n\n结婚登记683.5万对。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    row, _ = source_of(tmp_path, "a.txt", date(2026, 1, 2))

    assert ("民政部", "民政部", "primary", "repost") == tuple(
        row[name] for name in ("author", "origin", "tier", "copy")
    )
    assert "whom example.org says that it copies" in row["tier_reason"]
    assert {"author:origin", "tier:name"} <= set(row["drafted"].split())


def test_a_document_without_a_title_is_described(tmp_path):
    """Its address is no title; its day is in the address."""
    text = f"URL: http://example.org/content/20231016/a.htm\n\n{'结婚登记683.5万对，' * 12}。"
    (tmp_path / "result-1.txt").write_text(text, encoding="utf-8")
    row, _ = source_of(tmp_path, "result-1.txt", date(2026, 1, 2))

    assert ("[example.org, 2023-10-16]", "2023-10-16") == (row["title"], row["published"])


@pytest.mark.parametrize(
    ("title", "text", "origin"),
    [
        ("TB is back, says WHO report", "India has most cases.", "World Health Organization"),
        ("India has 26% of cases: WHO", "It is most.", "World Health Organization"),
        ("", "Cases rose to 8 million, according to the World Health Organisation (WHO).", "World Health Organization"),
        ("", "The Acme Wind Council (AWC) released a report. AWC is glad.", "Acme Wind Council"),
        ("", "WHO today released its latest report: 8 million cases.", "World Health Organization"),
        ("Sales rise", "Mr. Smith said that sales rose to 8 million.", ""),
    ],
)
def test_whose_figures_a_report_is_about_is_its_origin(title, text, origin):
    """By its full name, as the headline and the first sentences have it; nobody who is no organisation."""
    assert origin == told_by(title, text)


def test_who_reports_on_figures_is_still_the_author(tmp_path):
    """A newsroom's own report counts as one voice with all others on the same figures, and is no copy."""
    text = "TB is back, says WHO report\nURL: https://www.reuters.com/a\n\nIndia has most cases."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    row, _ = source_of(tmp_path, "a.txt", date(2026, 1, 2))

    assert ("reuters.com", "World Health Organization", "secondary", "original") == tuple(
        row[name] for name in ("author", "origin", "tier", "copy")
    )
    assert "origin:lead" in row["drafted"].split()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("October 30, 2024", "2024-10-30"),
        ("Published 3 Sept 2024 | 12:46 PM", "2024-09-03"),
        ("SINGAPORE, 2 February 2024: Air travel went on to recover in December.", "2024-02-02"),
        ("By Ann Lee, BBC News, 3 May 2021", "2021-05-03"),
        ("Energy Times, Thursday, December 19, 2019", "2019-12-19"),
        ("On October 30, 2024, sales rose.", ""),
        ("Sales rose, as was said, on October 30, 2024", ""),
        ("October 32, 2024", ""),
    ],
)
def test_a_line_that_dates_a_text_in_english_is_read(line, day):
    """By itself, with “published” or as a dateline, and in no sentence."""
    assert day == stated(f"A headline\n{line}").get("published", "")


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("新华社北京1月22日电（记者 某某）快递业务量增长19.4%。", "新华社"),
        ("信网10月16日讯 近日，公报发布。", "信网"),
        ("澎湃新闻记者 某某某", "澎湃新闻"),
        ("LONDON (Reuters) - Unemployment rose.", "Reuters"),
        ("他在社会新闻上说，5月3日起涨价。", ""),
    ],
)
def test_who_files_a_report_is_its_origin(line, origin):
    """Before its first words."""
    assert origin == stated(line).get("origin", "")


def test_what_is_listed_is_what_is_accepted(claim, tmp_path):
    """With the date of its document, the paragraph before, and without the lines above the text."""
    text = f"URL: https://example.org/2019/a\nDate: 2024-02-01\n\n去年，中国的汽车市场{'很好' * 190}。新能源汽车销量为78万辆。"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(text, encoding="utf-8")
    index = find.open_index(tmp_path / "docs", tmp_path / "store.jsonl")
    offers = [find.offer_of(index, claim, find.Hit(place, 1.0)) for place in range(len(index.passages))]

    assert "2019" not in index.passages[0].text
    assert ("78万辆", "2023", "paragraph") == (
        offers[-1].number.words, offers[-1].cells["period"], offers[-1].places["period"]
    )  # fmt: skip


def test_the_population_chooses_the_number(claim):
    """Of shares alike, the one of the claim's age group."""
    page = passage("2022年，20-24岁人群占比15.2%，25-29岁人群占比37.2%。")
    share = replace(claim.quantity, low=Decimal(15), high=Decimal(15), unit="percent")
    asked = replace(claim, kind="share", subject="结婚人口", metric="占比", period_text="2022", quantity=share)

    assert "37.2%" == find.offer(replace(asked, population="25-29岁人群"), page).number.words


def test_what_a_document_cannot_be_is_not_believed(tmp_path):
    """A date that is yet to come, and an address that is none."""
    (tmp_path / "a.txt").write_text("Date: 2031-01-01\nURL: http://[\nSales rose.", encoding="utf-8")
    _, found = source_of(tmp_path, "a.txt", date(2026, 1, 2))

    assert ({}, {}) == head_of(found, date(2026, 1, 2))


@pytest.fixture
def docs(tmp_path):
    """Two documents that print what the fare did."""
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "City bus fares rose 5% in 2024, according to the Transport Bureau.", encoding="utf-8"
    )
    (folder / "b.txt").write_text("City bus fares rose 4% in 2024.", encoding="utf-8")
    return folder


def rows(bus, name):
    """Return the rows of a table of the workspace."""
    folder = bus if name in ("evidence", "searches") else bus.parent.parent / "sources"
    return read_text(folder / f"{name}.csv", name)


def test_several_are_accepted_at_once(bus, docs, capsys):
    """Of one claim or of several, in one command; all or none."""
    before = len(rows(bus, "evidence"))
    assert 0 == main(["find", str(bus), str(docs), "--claim", "c02", "--accept", "1,2"])
    assert 0 == main(["find", str(bus), str(docs), "--accept", "c01:1,c01:2"])
    assert 2 == main(["find", str(bus), str(docs), "--accept", "c01:9,c02:1"])

    assert ["c02", "c02", "c01", "c01"] == [row["claim"] for row in rows(bus, "evidence")[before:]]
    assert "there is no passage 9" in capsys.readouterr().err


def test_accepting_drafts_the_cells_of_the_figure(bus, docs):
    """From the passage, each with its place; who is cited is the origin."""
    main(["find", str(bus), str(docs), "--claim", "c02", "--accept", "1"])
    figure = rows(bus, "figures")[-1]

    assert ("2024", "Transport Bureau") == (figure["period"], figure["origin"])
    assert {"period", "origin"} <= {word.partition(":")[0] for word in figure["drafted"].split()}


def test_a_proposal_decides_nothing(bus, docs):
    """It is beside the unjudged relation, with its reason."""
    before = [finding.verdict.verdict for finding in load_case(bus).findings.values()]
    main(["find", str(bus), str(docs), "--claim", "c02", "--accept", "1"])

    assert "unjudged" == rows(bus, "evidence")[-1]["relation"]
    assert before == [finding.verdict.verdict for finding in load_case(bus).findings.values()]


def test_a_relation_judges_what_is_accepted(bus, docs):
    """What was drafted is then confirmed: nothing of it is a proposal any more."""
    command = ["find", str(bus), str(docs), "--claim", "c02", "--accept", "1", "--relation", "proxy"]
    assert 0 == main([*command, "--reason", "fares, not their rise"])
    judged = rows(bus, "evidence")[-1]

    assert ("proxy", "fares, not their rise") == (judged["relation"], judged["reason"])
    assert not any(row.get("drafted") for name in ("evidence", "figures", "sources") for row in rows(bus, name))
    assert TO_FILL == rows(bus, "sources")[-1]["publisher"]


def test_a_relation_that_the_cells_do_not_show_needs_a_reason(bus, docs, capsys):
    """A near figure that differs in no cell is near for a reason that only a person knows."""
    command = ["find", str(bus), str(docs), "--claim", "c02", "--accept", "1", "--relation", "proxy"]

    assert 2 == main(command)
    assert "say why with --reason" in capsys.readouterr().err


def test_a_figure_that_is_called_the_same_has_the_names_of_the_claim(bus, docs):
    """What somebody says with one word is not typed again: a reason, whom it is of, and what is measured."""
    main(["find", str(bus), str(docs), "--claim", "c02", "--accept", "1", "--relation", "same"])

    figure, judged = rows(bus, "figures")[-1], rows(bus, "evidence")[-1]
    assert "The same measure, of the same, at the same time." == judged["reason"]
    assert load_case(bus).claims["c02"].subject == figure["entity"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param({"entity": "婚姻登记机构"}, {"entity": "中国"}, id="a name that may be within the metric"),
        pytest.param({"entity": "日本"}, {}, id="another place"),
        pytest.param({"metric": TO_FILL}, {"metric": "结婚登记"}, id="nothing measured"),
        pytest.param({"period": "2023-10", "drafted": "period:head"}, {"period": "2022"}, id="the date of its page"),
        pytest.param({"entity": "日本", "drafted": "entity:article"}, {"entity": "中国"}, id="what its page is about"),
        pytest.param({"period": "2022-10/2022-12", "drafted": "period:clause"}, {"period": "2022"}, id="a part of it"),
        pytest.param({"period": "2021", "drafted": "period:clause"}, {}, id="a date of its own"),
    ],
)
def test_only_what_may_be_the_same_takes_the_names_of_the_claim(cells, expected):
    """A place or a time that the page says itself stays, and the form says how it differs."""
    claim = {"claim": "c01", "subject": "中国", "metric": "结婚登记", "period": "2022"}
    figure = {"figure": "f001", "entity": "中国", "metric": "结婚登记", "period": "2022", "drafted": ""} | cells
    found = named_alike({"evidence": []}, claim, figure)

    assert expected == {name: words for name, words in found.items() if figure[name] != words}


def test_a_figure_of_two_claims_keeps_its_names():
    """What is renamed for one claim would be renamed for the other."""
    claim = {"claim": "c01", "subject": "中国", "metric": "结婚登记", "period": "2022"}
    figure = {"figure": "f001", "entity": "", "metric": TO_FILL, "period": "", "drafted": ""}

    assert {} == named_alike({"evidence": [{"claim": "c02", "figure": "f001"}]}, claim, figure)


def test_a_number_of_another_magnitude_is_another_thing(claim):
    """A rate per thousand is not the number of births, though the words for it are near."""
    page = passage("In 2023, 9.02 million babies were born, resulting in a birth rate of 6.39 per thousand people.")
    births = replace(claim.quantity, low=Decimal(9020000), high=Decimal(9020000))

    assert (
        "9.02 million"
        == find.offer(replace(claim, subject="中国", metric="出生人口", quantity=births), page).number.words
    )
