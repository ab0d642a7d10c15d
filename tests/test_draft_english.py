"""What is drafted of English articles: whom a number is of, what it measures, when, and the claim in a sentence."""

from datetime import date
from types import SimpleNamespace

import pytest

from claimbook.draft.cells import drafts
from claimbook.draft.english import tagger
from claimbook.draft.english.when import times
from claimbook.mention import mentions


def drafted(text, today="2024-03-01"):
    """Return the drafted cells of a text by the words of their number; of equal ones the last."""
    found = list(mentions(text))
    cells = drafts(text, found, date.fromisoformat(today))
    return {one.exact: cells[one.start] for one in found}


CLAUSES = [
    ("Acme Corp said its revenue rose 12% to $4.5 billion.", "12%", "Acme Corp", "increase in revenue"),
    ("Acme Corp said its revenue rose 12% to $4.5 billion.", "$4.5 billion", "Acme Corp", "revenue"),
    ("Acme Corp closed 40 stores and opened 12 restaurants.", "12", "Acme Corp", "number of restaurants opened"),
    ("Acme sold 4,500 cars in 2023.", "4,500", "Acme", "number of cars sold"),
    ("Acme earned $5 million in 2023. It cut 200 jobs.", "200", "Acme", "number of jobs cut"),
    ("Fitbit remained the leader with 23% market share.", "23%", "Fitbit", "market share"),
    ("Samsung increased its market share 2 percentage points to 31.4 percent.", "31.4 percent", "Samsung", "market share"),
    ("Apple's profit and margins slid despite selling 33.8 million iPhones.", "33.8 million", "Apple",
     "number of iPhones sold"),
    ("Exports of cars from Japan reached 4 million.", "4 million", "Japan", "exports of cars from Japan"),
    ("In Germany, prices rose 5%.", "5%", "Germany", "increase in prices"),
    ("House prices increased by 0.8% in August.", "0.8%", "", "increase in house prices"),
    ("The economy grew 2.1% in 2023.", "2.1%", "", "economic growth"),
    ("Inflation, which had been 9%, fell to 4% in 2023.", "4%", "", "inflation"),
    ("The median salary of a nurse was $75,330.", "$75,330", "", "median salary of a nurse"),
    ("Prices rose in 21 markets.", "21", "", "number of markets where Prices rose"),
    ("The company was expected to earn $3 per share.", "$3", "", "earnings per share"),
    ("The firm reported an increase of 98 GW in solar capacity.", "98 GW", "solar", "increase in solar capacity"),
    ("Exports reached $5 million, an increase of $2 million.", "$2 million", "", "increase in exports"),
    ("A 15.2% rise in power costs hit homes.", "15.2%", "", "rise in power costs"),
    ("Sales saw a 12% jump.", "12%", "", "increase in sales"),
    ("Registrations were 19,000 more than in March.", "19,000", "", "increase in registrations"),
    ("Sales of homes were $4 million, 8% lower than in May.", "8%", "", "decrease in sales of homes"),
    ("It sold 500 more cars.", "500", "", "increase in number of cars"),
    ("The unemployment rate, 3.9 percent, fell.", "3.9 percent", "", "unemployment rate"),
    ("Revenue: $5 million.", "$5 million", "", "revenue"),
    ("COVID-related deaths dropped to 3 million.", "3 million", "", "COVID-related deaths"),
    ("About $5 billion was spent on roads.", "$5 billion", "", "amount that was spent on roads"),
    ("Some 500 people with diabetes in Spain died.", "500", "Spain", "number of people with diabetes in Spain who died"),
    ("There were 17 births for every 100 women.", "17", "", "number of births per 100 women"),
    ("People with asthma are three times as likely to be ill as others.", "three times", "People with asthma",
     "relative likelihood to be ill"),
    ("Consistent with the trend, the unemployment rate averaged 4 percent.", "4 percent", "", "unemployment rate"),
    ("The rate then edged up to 4.5 percent.", "4.5 percent", "", "rate"),
    ("Existing-home sales rose 6.5 percent.", "6.5 percent", "", "increase in existing-home sales"),
    ("The total number of EVs reached 5 million.", "5 million", "", "total number of EVs"),
    ("Retail sales fell in Sweden by 0.6%.", "0.6%", "Sweden", "decrease in retail sales"),
    ("Inflation increased in the U.S. to 0.6%.", "0.6%", "U.S.", "inflation"),
    ("The group expects total holiday sales to increase 3.9 percent.", "3.9 percent", "",
     "increase in total holiday sales"),
    ("Home sales rose 4% from June to an annual rate of 490,000.", "490,000", "", "annual rate of home sales"),
    ("GDP grew at an annual rate of 3.8 percent.", "3.8 percent", "", "increase in GDP"),
    ("Acme reported a net loss of $5 million.", "$5 million", "Acme", "net loss"),
    ("Sales hit 27 million bpd.", "27 million", "", "sales"),
    ("In the Northeast, the home price was $505.", "$505", "Northeast", "home price"),
    ("Initial claims were 9,000. The level was revised down by 1,000 from 6,000 to 5,000.", "1,000", "",
     "downward revision of initial claims"),
    ("Initial claims were 9,000. The level was revised down by 1,000 from 6,000 to 5,000.", "6,000", "",
     "initial claims"),
    ("The index rose 5 percent in January, after increasing 1 percent in December.", "1 percent", "",
     "increase in index"),
    ("Debts were $5 million.\n\n• $8 trillion in loans\n\n• An increase of 3% from last year", "3%", "",
     "increase in loans"),
    ("The airline carried 5 million domestic and international passengers.", "5 million", "",
     "number of domestic and international passengers carried"),
    ("The world saw sales of 4 million cars in China.", "4 million", "world", "sales"),
    ("Initial claims rose to a seasonally adjusted 339,000.", "339,000", "", "initial claims"),
    ("Stripping out cars, gasoline and food, core sales fell 3 percent.", "3 percent", "", "decrease in core sales"),
    ("Yet the jobless rate jumped to 9.4%.", "9.4%", "", "jobless rate"),
    ("Hill County Health Department reported 505 new cases.", "505", "Hill County", "number of new cases"),
    ("Proposed dividend of 5 pence per share.", "5 pence", "", "proposed dividend per share"),
    ("The board met at noon.  The jobless rate fell to 4.6 percent.  It was a good day.", "4.6 percent", "", "jobless rate"),
    ("Average corn yield is forecast at 169.5 bushels per acre.", "169.5", "", "average corn yield"),
    ("Soybean yields are expected to average 49 bushels per acre.", "49", "", "average soybean yields"),
    ("There were jumps in robberies (up 22%), sexual offences (up 18%) and theft (up 7%).", "18%", "",
     "increase in sexual offences"),
    ("Households spend $50 a week on food.", "$50", "Households", "spending on food a week"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "subject", "metric"), CLAUSES)
def test_a_number_is_read_by_what_its_verb_is_said_of(text, exact, subject, metric):
    """The head of the clause is measured, and whose it is has it; a speaker, a place of goods or an opener is nobody."""
    row = drafted(text)[exact].row

    assert (subject, metric) == (row.get("subject", ""), row.get("metric", ""))


SHARES = [
    ("40% of voters approve.", "40%", "voters", "share of voters who approve"),
    ("Among adults, 40% smoke and 60% do not smoke.", "60%", "adults", "share of adults who do not smoke"),

    ("In 2023, 73 percent of voters disapprove of the mayor, and 12 percent approve.", "12 percent", "voters",
     "share of voters who approve"),
    ("Researchers found that 40% of patients had a relapse.", "40%", "patients", "share of patients who had a relapse"),
    ("According to Gallup, 40% of Americans own a gun.", "40%", "Americans", "share of Americans who own a gun"),
    ("18% of adults aged 65 and older had it.", "18%", "adults", "share of adults who had it"),
    ("The group is 52% white, 22% Hispanic and 9% Asian.", "22%", "", "share of group that is Hispanic"),
    ("62% of women, but just 53% of men, want to work.", "62%", "women", "share of women who want to work"),
    ("In fact, 38% of employees, and half of Millennials (51%), say they would quit.", "38%", "employees",
     "share of employees who say they would quit"),
    ("In fact, 38% of employees, and half of Millennials (51%), say they would quit.", "51%", "Millennials",
     "share of Millennials who say they would quit"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "subject", "metric"), SHARES)
def test_a_share_of_people_says_who_they_are_and_what_they_do(text, exact, subject, metric):
    """Of those last named, of a kind of them, or of several that share one verb."""
    row = drafted(text)[exact].row

    assert (subject, metric) == (row.get("subject", ""), row.get("metric", ""))


LISTS = [
    ("Unemployment rates were highest in Spain (12%), Greece (11%) and Italy (8%).", "11%", "Greece",
     "unemployment rate"),
    ("Unemployment was 5% in Spain, and 9% in Greece.", "9%", "Greece", "unemployment"),
    ("House prices rose 4.1% in England, 1.1% in Northern Ireland and 1.0% in Wales.", "1.1%", "Northern Ireland",
     "increase in house prices"),
    ("Acme’s exports rose 5% and imports 4%.", "4%", "Acme", "increase in imports"),
    ("Solar capacity grew by 9 GW and wind capacity by 6 GW.", "6 GW", "wind", "increase in wind capacity"),
    ("Exports rose 5%, and imports fell 4%.", "4%", "", "decrease in imports"),
    ("Ford, Fiat and Kia sold 132, 81 and 79 cars respectively.", "81", "Fiat", "number of cars"),
    ("Samsung shipped 80 million phones, followed by Apple with 60 million.", "60 million", "Apple",
     "number of phones shipped"),
    ("The rate was 5% in 2021, 6% in 2022 and 7% in 2023.", "6%", "", "rate"),
    ("Big countries, such as India (26%) and China (7%), accounted for over half of all cases.", "26%", "India",
     "share of cases"),
    ("Only 44% of the estimated 400,000 people with diabetes received treatment.", "44%", "people with diabetes",
     "share of people with diabetes who received treatment"),
    ("Only 44% of the estimated 400,000 people with diabetes received treatment.", "400,000", "",
     "number of people with diabetes"),
    ("Low- and middle-income countries, which carry 98% of the burden, need help.", "98%",
     "Low- and middle-income countries", "share of burden"),
    ("- Conservative Party: 117 seats - Labour Party: 410 seats", "410", "Labour Party", "number of seats"),
    ("CHP got 137 seats, followed by the Green Party (GP) with 59 seats.", "59", "Green Party", "number of seats"),
    ("Polls suggest a shift, with the Green Party anticipated to garner 131 seats.", "131", "Green Party",
     "number of seats"),
    ("Robert Hill’s defeat was a surprise, as his vote share fell by 25 per cent.", "25 per cent", "Robert Hill",
     "decrease in vote share"),
    ("Joblessness in Geelong was 5%. Hume has gone from 7 per cent down to 6 per cent.", "6 per cent", "Hume",
     "joblessness"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "subject", "metric"), LISTS)
def test_a_number_of_a_list_has_the_metric_of_the_list(text, exact, subject, metric):
    """With its own place, firm or noun; by as much as its own verb says where it has one."""
    row = drafted(text)[exact].row

    assert (subject, metric) == (row.get("subject", ""), row.get("metric", ""))


def test_a_rate_of_groups_has_each_as_its_population():
    """Men and women are no subject: the rate is the country’s; nor are they those who changed."""
    row = drafted("The jobless rates for adult men (3.5 percent) and teenagers (12.1 percent) changed.")[
        "12.1 percent"
    ].row

    assert ("jobless rate", "teenagers") == (row["metric"], row["population"])
    assert "" == row.get("subject", "")


NAMED = [
    ("Acme Tools Reports Record Quarter\n\nRevenue rose 8% in 2023.", "8%", "Acme Tools"),
    ("Acme Tools Reports Record Quarter\n\nRevenue rose in 2023. It sold 500 drills.", "500", "Acme Tools"),
    ("Acme Tools Reports Record Quarter\n\nThe company spent $5 million on advertising.", "$5 million", "Acme Tools"),
    ("UK house prices\n\n• Rents were £500.", "£500", "United Kingdom"),
    ("Germany’s economy\n\nUnemployment in Germany fell. Its population is 80 million.", "80 million", "Germany"),
    ("Acme Bank results\n\nAcme Bank, the country’s biggest lender, said its profit rose.\n\nRevenue rose 5%.", "5%",
     "Acme Bank"),
    ("The Federal Reserve met.\n\nRetail sales rose 5%.", "5%", "United States"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "subject"), NAMED)
def test_a_clause_that_names_nobody_is_about_whom_the_text_speaks_of(text, exact, subject):
    """The firm of the headline, the country of the article, or what a pronoun points back to."""
    cell = drafted(text)[exact]

    assert subject == cell.row["subject"]
    assert cell.places["subject"] in ("article", "paragraph")


PERIODS = [
    ("Revenue was $40 million in the third quarter of 2023, up from $36.8 million last year.", "$36.8 million",
     "2022-07/2022-09"),
    ("Some 5 GW were added in January-December 2023.", "5 GW", "2023-01/2023-12"),
    ("Deaths dropped from 1.32 million in 2022 to 1.25 million in 2023.", "1.32 million", "2022"),
    ("Profit was $5 million in 2023, compared with $3 million in 2021.", "$3 million", "2021"),
    ("Sales rose 5%, up from a 3.3% increase in the 12 months to July 2013.", "3.3%", "2012-08/2013-07"),
    ("Sales jumped 39 percent in the quarter ended September 30.", "39 percent", "2023-07/2023-09"),
    ("Revenue for the year ended March 31, 2023 was $5 million.", "$5 million", "2022-04/2023-03"),
    ("More than 50 GW of wind capacity was added in 2014.", "50 GW", "2014"),
    ("The rate was 5% in 2021, 6% in 2022 and 7% in 2023.", "6%", "2022"),
    ("Sales rose 5% in Q1 and 4% in the second half of 2023.", "4%", "2023-07/2023-12"),
    ("For the first time since 2009, prices grew by 16%.", "16%", ""),
    ("CHICAGO, May 25, 2022 /PRNewswire/ -- Acme said that 69% of adults liked it.", "69%", ""),
    ("Claims were 5 in the week ending February 11.", "5", "2024-02-05/2024-02-11"),
    ("Net sales in fiscal 2022 were $5 million.", "$5 million", "2022"),
    ("As of end-2022, 5% of cars were red.", "5%", "2022-12-31"),
    ("Fifteen years ago the town had 4,100 students.", "4,100", "2009"),
    ("The output cut of 5 GW is for October through December this year.", "5 GW", "2024-10/2024-12"),
    ("Jobs have grown 5% since last April.", "5%", "2023-04/2024-03"),
    ("Claims in the week ending February 11 rose. The previous week’s level was revised from 5 to 6 cars.", "5",
     "2024-01-29/2024-02-04"),
    ("Sales were 5,390, 17 percent above the 4,600 cars sold in July 2022. Cars took 42 days.", "4,600", "2022-07"),
    ("Margin was 29 percent in 2023 compared to 28 percent, while income was $5 compared to $4 for fiscal 2022.", "28 percent", "2022"),
    ("Sales grew 5% year over year in 2023 to $6 from $5.", "$5", "2022"),
    ("In 2023 sales at Acme were unchanged from June at 920 cars.", "920", "2023"),
    ("Solar will add 26 GW to the U.S. power sector in 2025 and 22 GW in 2026.", "26 GW", "2025"),
    ("Deaths decreased from 146 reported cases per million in 2000 to 50 in 2010.", "50", "2010"),
    ("In March 2023 sales were $5. Prices rose by 6% after rising 1% in January.", "6%", "2023-03"),
    ("In July 2023 it rained, and in July 2023 it froze.\n\nThe rate is 5%.", "5%", "2023-07"),
    ("Income was $5 for the six months ended March 31, compared with $3 a year earlier.", "$3", "2022-10/2023-03"),
    ("In May 2023 41 percent agreed that it changed the outcome of the 2016 election. Half say no.", "Half", "2023-05"),
    ("In December 2023 it rained. Throughout the whole year, Acme sold 5 cars.", "5", "2023"),
    ("About 5% of cars were red at the end of August.", "5%", "2023-08"),
    ("Results for the year ended 30 April 2023\n\nTurnover was £21 million (2021: £22 million).", "£21 million",
     "2022-05/2023-04"),
    ("Results for the year ended 30 April 2023\n\nTurnover was £21 million (2021: £22 million).", "£22 million", "2021"),
    ("Jobless claims rose 5% last week.", "5%", "2024-02-18/2024-02-24"),
    ("Analysts had forecast that sales would rise after falling by 5% in December.", "5%", "2023-12"),
    ("In 2023 it was good, 5% below the same time last year. The rate was 6%.", "6%", "2023"),
    ("In today’s market 5% of cars sold were red.", "5%", "2024-03"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"), [("The World Energy Outlook 2024 is out.", True), ("In 2024 it is out.", False)]
)
def test_the_year_in_the_name_of_a_document_dates_no_number(text, names):
    """It is of when the document is."""
    assert [names] == [one.aside for one in times(text, None)]


@pytest.mark.parametrize(("text", "exact", "period"), PERIODS)
def test_a_number_is_dated_by_its_own_time(text, exact, period):
    """One that another is set against has its own; a dateline and how long nothing was so high date nothing."""
    assert period == drafted(text)[exact].row.get("period", "")


STATEMENTS = [
    ("Acme Corp said its revenue rose 12% to $4.5 billion in 2023.", "12%", "Acme Corp’s revenue rose 12% to $4.5 billion in 2023."),
    ("Acme Tools Reports Record Quarter\n\nIn 2023 it grew. It sold 500 drills.", "500", "Acme Tools sold 500 drills in 2023."),
    ("UK house prices\n\n• Prices rose 3% in July 2023.", "3%", "The UK’s prices rose 3% in July 2023."),
    ("The Fed met.\n\nU.S. payrolls grew.\n\nSome 500 American banks failed in 2023.", "500",
     "Some 500 American banks failed in 2023."),
    ("More than 50 GW of wind capacity was added in 2014.", "50 GW", "More than 50 GW of wind capacity was added in 2014."),
    ("The market share reached 18.6% for last September.", "18.6%", "The market share reached 18.6% for September 2023."),
    ("Researchers found that 40% of patients had a relapse in 2023.", "40%", "40% of patients had a relapse in 2023."),
    ("In 2023, 73 percent of voters disapprove of it, and 12 percent approve.", "12 percent",
     "As of 2023, 12 percent of voters approve."),
    ("OPEC output averaged nearly 28 million barrels per day in July, compared to 31 million barrels per day in June.",
     "31 million barrels", "OPEC output averaged nearly 28 million barrels per day in July 2023, compared to 31 million barrels per day in June 2023."),
    ("Acme Corp. reported a net loss of $5 million in 2023.", "$5 million", "Acme Corp. reported a net loss of $5 million in 2023."),
    ("In 2023 it rained. Acme’s market share now stands at 5%.", "5%", "As of 2023, Acme’s market share stands at 5%."),
    ("Home sales increased 4.3% from a month ago in July 2023.", "4.3%", "Home sales increased 4.3% from a month ago in July 2023."),
    ("In July 2023 it rained. Sales in Japan rose 1.1% from June.", "1.1%", "Sales in Japan rose 1.1% in July 2023 from June 2023."),
    ("The electric power sector added 37 GW of solar capacity and 5 GW of wind in 2023.", "37 GW",
     "The electric power sector added 37 GW of solar capacity and 5 GW of wind in 2023."),
    ("Acme opened 5 stores in 2023 and closed 3 shops.", "3", "Acme opened 5 stores in 2023 and closed 3 shops."),
    ("Acme’s margin was 5% in fiscal 2023. Its sales were $5 in the third quarter.", "$5",
     "Acme’s sales were $5 in the third quarter of fiscal 2023."),
    ("In the West, home sales rose 4% in July 2023.", "4%", "In the West, home sales rose 4% in July 2023."),
    ("In the West, the home price was $5 in July 2023.", "$5", "In the West, the home price was $5 in July 2023."),
    ("Brazil had 24% of the global fleet in 2023.", "24%", "Brazil had 24% of the global fleet in 2023."),
    ("The rate is 3% on December 11, 2023.", "3%", "The rate was 3% on December 11, 2023."),
    ("In the week ending February 11, initial claims were 5. The level was revised down by 1,000.", "1,000",
     "In the week ending February 11, 2024, initial claims were 5. The level was revised down by 1,000."),
    ("In 2023 it rained. There were 8,998 people waiting to start treatment in May 2023.", "8,998",
     "There were 8,998 people waiting to start treatment in May 2023."),
    ("Sales may drop 3 per cent in 2024.", "3 per cent", "Sales may drop 3 per cent in 2024."),
    ("Some 500 people were waiting at the end of August 2023.", "500", "Some 500 people were waiting at the end of August 2023."),
    ("Acme posted sales of $5 million in 2023, a 2 percent increase over 2022.", "2 percent",
     "Acme posted sales of $5 million in 2023, a 2 percent increase over 2022."),
    ("EIA expects Acme to add 26 GW of solar capacity in 2024 and 22 GW in 2025.", "22 GW",
     "EIA expects Acme to add 26 GW of solar capacity in 2024 and 22 GW in 2025."),
    ("The total number of cars in the beginning of 2023 was 5 million.", "5 million",
     "The total number of cars in the beginning of 2023 was 5 million."),
    ("The vote took place in 54 countries with 113 locations in 2023.", "54",
     "The vote took place in 54 countries with 113 locations in 2023."),
    ("SYDNEY Feb 10 Acme, a lender, had much in 2023 of the kind that 5% want.", "5%",
     "Acme, a lender, had much in 2023 of the kind that 5% want."),
    ("Although it has saved millions of lives since 2000, data say it slowed.", "millions",
     "Millions of lives were saved from 2000 to 2024."),
    ("In 2023, polls suggest a shift, with the Green Party anticipated to garner 131 seats.", "131",
     "In 2023, polls suggest a shift, with the Green Party anticipated to garner 131 seats."),
    ("UK crime\n\nUK crime is down.\n\n• 68,968 robberies in May 2023", "68,968",
     "There were 68,968 robberies in the United Kingdom in May 2023."),
    ("In 2023 it asked in interviews with 35 households in England.", "35",
     "In 2023 it asked in interviews with 35 households in England."),
    ("Shepparton has gone from 7.8 per cent last year.", "7.8 per cent", "Shepparton has gone from 7.8 per cent in 2023."),
    ("Key countries now get around a tenth of their power from wind and solar: Peru (10%), the US (12%) and Mali (13%).",
     "12%", "The US got 12% of its power from wind and solar in March 2024."),
    ("Wind output rose 14%, generating almost a tenth (9.8%) of global power in 2023.", "9.8%",
     "Wind output rose 14%, generating almost a tenth (9.8%) of global power in 2023."),
    ("Acme Reports Results\n\nThe legal unit reported revenue of $437 million in 2023.", "$437 million",
     "Acme’s legal unit reported revenue of $437 million in 2023."),
    ("That meant wind and solar’s share of global power was 8.1% in 2023.", "8.1%",
     "Wind and solar’s share of global power was 8.1% in 2023."),
    ("Global power\n\nThe world changes. Globally and worldwide, wind and solar generation rose from 9 TWh in 2022 to 11 TWh in 2023.",
     "11 TWh", "Globally and worldwide, wind and solar generation rose from 9 TWh in 2022 to 11 TWh in 2023."),
    ("(London, 13 August 2023) Wind and solar reached a record share of 10% of global power in 2022.", "10%",
     "Wind and solar reached a record share of 10% of global power in 2022."),
    ("Jobs grew this year. Under six years of Labor, unemployment grew by 203,000.", "203,000",
     "Under six years of Labor, unemployment grew by 203,000."),
    ("Almost all people who use the Internet have accounts (about 93%) in 2023;", "93%",
     "Almost all people who use the Internet have accounts (about 93%) in 2023."),
    ("Coal plants, which made 10.5% of power in H1-2023 and whose share was unchanged, closed.", "10.5%",
     "Coal plants, which made 10.5% of power in H1-2023 and whose share was unchanged, closed."),
    ("In 2017, Nigeria had the highest number of children under one year of age who missed out, at almost 4m.", "4m",
     "In 2017, Nigeria had the highest number of children under one year of age who missed out, at almost 4m."),
    ("Wind output rose 14% in the first half of this year (H1-2024) compared to H1-2023.", "14%",
     "Wind output rose 14% in the first half of 2024 (H1-2024) compared to H1-2023."),
    ("The company was expected to earn $3 per share in 2023.", "$3",
     "The company was expected to earn $3 per share in 2023."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "statement"), STATEMENTS)
def test_a_statement_is_the_clause_with_its_names_and_its_period(text, exact, statement):
    """Without who said so; from the cells where the clause would be unclear by itself."""
    assert statement == drafted(text)[exact].row.get("statement_en", "")


CLAIMS = [
    ("The four-year plan has 3 parts.", ["3"]),
    ("It was the best result in six years.", ["six years"]),
    ("The Charge 2 sold for $150.", ["$150"]),
    ("Two- or three-bedroom homes cost $5.", ["$5"]),
    ("He ran one mile in 2023 and paid $5.", ["$5"]),
    ("60+ Marketing Facts\n\nIt sold 12 cars.", ["12"]),
    ("It kills children between the ages of one month and five years.", []),
    ("Under six years of Labor, unemployment grew by 203,000.", ["203,000"]),
    ("In the 48 countries analysed, output was 992 tonnes.", ["992 tonnes"]),
    ("Output rose 14% in H1-2020.", ["14%"]),
    ("At least 30 users registered while you were reading this.", []),
]


@pytest.mark.parametrize(("text", "claims"), CLAIMS)
def test_a_number_in_a_name_or_a_measure_of_a_thing_claims_nothing(text, claims):
    """Nor does a plan's length; a record that lasted so long is a claim."""
    assert claims == [exact for exact, cell in drafted(text).items() if "claim" == cell.role]


def test_the_classes_of_spacy_are_brought_to_ours():
    """A participle before its noun is nominal; a place without a token is none of ours."""
    tokens = [("VERB", "amod"), ("NOUN", "nsubj"), ("VERB", "ROOT")]  # rising sales fell
    kinds = [tagger._brought(token and SimpleNamespace(pos_=token[0], dep_=token[1])) for token in (*tokens, None)]
    assert [tagger.NOMINAL, tagger.NOMINAL, tagger.VERB, tagger.OTHER] == kinds


OWN_SENTENCES = [
    ("Rents rose 4% last year, according to Acme Data.", "4%", "Rents rose 4% in 2023."),
    ("According to Acme Data, rents rose 4% last year.", "4%", "Rents rose 4% in 2023."),
    ("The Bank of Acme said on Tuesday that rents rose 4% in January.", "4%", "Rents rose 4% in January 2024."),
    ("Rents rose 4% in 2023, figures from Acme show, with flats first.", "4%", "Rents rose 4% in 2023."),
    ("However, rents rose 4% last month.", "4%", "Rents rose 4% in February 2024."),
    ("Rents rose 4% last year and wages fell 2%.", "2%", "Wages fell 2% in 2023."),
    ("Rents rose 4% to $900 last year; wages fell.", "$900", "Rents rose 4% to $900 in 2023."),
    ("Mill Road Foods makes jam. It employs 40 people, the firm said.", "40", "As of March 2024, Mill Road Foods employs 40 people."),
    ("Sales of jam fell in May. They were down 6% from April.", "6%", "Sales of jam were down 6% in May 2023 from April 2023."),
    ("The price of jam was $5 in May. That is a 6% gain from April.", "6%",
     "The price of jam was $5 in May 2023. That is a 6% gain from April 2023."),
    ("In 2023 it rained. Of all homes, 5% are empty, or 12,000.", "5%",
     "As of 2023, of all homes, 5% are empty, or 12,000."),
    ("Last year’s record of 900 tonnes was beaten.", "900 tonnes", "2023’s record of 900 tonnes was beaten."),
    ("MILLTOWN, March 1 (Wire) - Jam sales rose 6% on Thursday.", "6%", "Jam sales rose 6% on February 29, 2024."),
    ("More Than Half of 900 Bakers Say They Will Close\n\nThey say they will close more than half of all shops, bakers said.",
     "900", "More than half of 900 bakers say they will close."),
    ("The price of jam was $5 in 2023, up 2% from 2022.", "2%", "In 2023, the price of jam was up 2% from 2022."),
    ("Rents rose 4% in 2023, with wages up 2%, a bank said.", "4%", "Rents rose 4% in 2023."),
    ("Shops plan to spend $80 this holiday season.", "$80", "Shops plan to spend $80 in the 2024 holiday season."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "statement"), OWN_SENTENCES)
def test_a_statement_is_the_own_sentence_made_clear_by_itself(text, exact, statement):
    """Who says so and what only links is cut, a pronoun named, a relative time dated, one of two clauses taken."""
    assert statement == drafted(text)[exact].row.get("statement_en", "")


CLAUSES_OF_OTHERS = [
    ("Acme Tools (NYSE: ACT) grew.\n\nThe Milltown, Ohio-based company sold 40 lamps in 2023.", "40",
     "Acme Tools sold 40 lamps in 2023."),
    ("Sales were $5 in 2023, up from $4.", "$4", "In 2023, sales were up from $4."),
    ("Acme Data has calculated that at least 40 bakers smoke.", "40", "As of March 2024, at least 40 bakers smoke."),
    ("Although rents rose 4% in 2023, wages fell 2%.", "4%", "Rents rose 4% in 2023."),
    ("Rents rose 4% in 2023 and were 9% above wages.", "9%", "Rents were 9% above wages in 2023."),
    ("Rents rose 4% in 2023; this was much.", "4%", "Rents rose 4% in 2023."),
    ("Rents were $900 in 2023, an increase of $50 from 2022.", "$50", "In 2023, rents rose by $50 from 2022."),
    ("Acme Tools (NYSE: ACT) said it grew.\n\nIts revenue and profit rose. The stock was down 5% in 2023.", "5%",
     "Acme Tools’ stock was down 5% in 2023."),
    ("Top cakes, according to bakers, are pies (50%) and buns (46%).", "46%",
     "As of March 2024, top cakes are pies (50%) and buns (46%)."),
    ("Rents in Peru make up 9% of pay, and Mali 7%.", "9%", "As of March 2024, rents in Peru make up 9% of pay, and Mali 7%."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "statement"), CLAUSES_OF_OTHERS)
def test_a_statement_has_the_words_of_its_own_number(text, exact, statement):
    """What another number, another clause or a speaker adds is cut."""
    assert statement == drafted(text)[exact].row.get("statement_en", "")


MEASURED = [
    ("The load factor hit a 10-year high of 80.2 percent.", "80.2 percent", "load factor"),
    ("Bread output reached a record low globally in 2023, at 5%.", "5%", "bread output"),
    ("Stock of jam continues to decline at a rate of 13%.", "13%", "decrease in stock of jam"),
    ("Underlying profit before tax rose 9%.", "9%", "increase in underlying profit before tax"),
    ("In the nine-county Mill Road region, jam sales rose 11 percent.", "11 percent", "increase in jam sales"),
    ("Bread output was 21% above the levels of May.", "21%", "increase in bread output"),
    ("Revenue grew 3 percent in constant currency.", "3 percent", "increase in revenue in constant currency"),
    ("It offered the cakes for 9, instead 5%.", "5%", ""),
    ("Jam capacity ended at 5 GW.", "5 GW", "jam capacity"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "metric"), MEASURED)
def test_a_metric_is_what_peaks_or_moves_with_what_limits_it(text, exact, metric):
    """It is no adverb, no verb and no half of a word."""
    assert metric == drafted(text)[exact].row.get("metric", "")


WHOSE = [
    ("Acme Tools (NYSE: ACT) grew.\n\nThe Milltown, Ohio-based company sold 40 lamps in 2023.", "40", "Acme Tools"),
    ("Home sales rose 5%, the National Association of Realtors said.", "5%", "United States"),
    ("Emirates is big. The carrier Emirates Airline bought 30 jets.", "30", "Emirates Airline"),
    ("Acme Tools (NYSE: ACT) grew. The home-improvement retailer earned $5 million in profit.", "$5 million", "Acme Tools"),
    ("Mill Road School approves 5% rise in fees\n\nIt has 40 pupils.", "40", "Mill Road School"),
    ("There are 825,000 new jobs in the Australian economy.", "825,000", "Australia"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "subject"), WHOSE)
def test_a_subject_is_a_name_without_what_stands_before_it(text, exact, subject):
    """A kind of firm is the firm that the text speaks of; a body of one country names that country."""
    assert subject == drafted(text)[exact].row.get("subject", "")


DATED = [
    ("Jam sales fell in January, their first decline since May. Prices rose 5%.", "5%", "2024-01"),
    ("The rate matched what it last saw in December 2019. Jobs rose by 500 in January.", "500", "2024-01"),
    ("Jam sales fell in January 2024. Some 42% of bakers start before December.", "42%", "2024-01"),
    ("Sales in the first quarter of 2023 were good. Not in 2023 as a whole.\n\nAcme had quarterly revenue of $5 million.", "$5 million",
     "2023-01/2023-03"),
    ("Acme hired 40 people in May for the 2020 Census.", "40", "2023-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "period"), DATED)
def test_a_time_that_only_limits_dates_nothing_after_it(text, exact, period):
    """“Since May”, “before December” and the year of a census are no period of the next number."""
    assert period == drafted(text)[exact].row.get("period", "")


NO_CLAIMS = [
    ("36 Must See Stats for Bakers\n\nIt sold 12 cars.", ["12"]),
    ("Get a Trail 70 pack for $31.", ["$31"]),
    ("Acme bought 30 of the 787-9 jets.", ["30"]),
    ("A 17-inch screen costs $5.", ["$5"]),
    ("Jobs rose by 500 over the prior 12 months.", ["500"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), NO_CLAIMS)
def test_a_model_a_size_and_the_heading_of_a_list_claim_nothing(text, claims):
    """They say which thing is meant, or what the text has."""
    assert claims == [exact for exact, cell in drafted(text).items() if "claim" == cell.role]


OTHERWISE = [
    ("Of existing homes sold in May, 41 percent were in the lower half.", "41 percent",
     "share of existing homes sold that were in the lower half"),
    ("• Underlying operating margin 13.7%", "13.7%", "underlying operating margin"),
    ("The median price was $5. That is a 9% gain from May.", "9%", "increase in median price"),
    ("The Acme lamp starts at $399.", "$399", "price of Acme lamp"),
    ("The stock added more than 2%.", "2%", "increase in share price"),
    ("Wind capacity was 7 GW. Asia accounted for 3 GW.", "3 GW", "wind capacity"),
    ("China installed half of new wind capacity.", "half", "share of new wind capacity"),
    ("Wall Street predicted $2.52 a share.", "$2.52", "earnings per share"),
    ("The jobless rate is below 6% in Peru.", "6%", "jobless rate"),
    ("Rents rose as much as 4%.", "4%", "increase in rents"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "metric"), OTHERWISE)
def test_a_number_that_no_verb_explains_is_read_by_what_is_beside_it(text, exact, metric):
    """A line of a list, a price, a part, or what the sentence before was of."""
    assert metric == drafted(text)[exact].row.get("metric", "")


@pytest.mark.parametrize(
    ("text", "exact", "subject"),
    [
        ("Acme Tools Reports Results\n\nRevenue rose. It won 5 against 2.", "2", "Acme Tools"),
        ("It won 5 against 2.", "2", ""),
    ],
)
def test_of_an_unknown_measure_the_firm_of_the_report_is_the_subject(text, exact, subject):
    """Where the text reports on none, nobody is."""
    assert subject == drafted(text)[exact].row.get("subject", "")


REPORTS = [
    ("Acme Bank First-Half Net Profit Up 14%\n\nMILLTOWN--Acme Bank (3968.HK) said its first-half net profit rose 14% from $5.", "14%",
     "increase in net profit", "Acme Bank", "2023-01/2023-06"),
    ("Acme Corp reported profit attributable to shareholders of $5 in the six months through June 2023.", "$5",
     "profit attributable to shareholders", "Acme Corp", "2023-01/2023-06"),
    ("12,400 Number of applications for places, up from last year", "12,400", "number of applications for places", "", ""),
    ("The fee falls to £9 next September.", "£9", "fee", "United Kingdom", "2024-09"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "metric", "subject", "period"), REPORTS)
def test_a_report_of_a_firm_and_a_line_of_facts_are_read(text, exact, metric, subject, period):
    """With the half of the year that a report is of, and what a number at the head of a line counts."""
    row = drafted(text)[exact].row

    assert (metric, subject, period) == (row.get("metric", ""), row.get("subject", ""), row.get("period", ""))


BEFORE = """Acme Corp reports results

Acme earned $7 million in its fiscal third quarter. That was an increase from income of $5 million, or $1.07 per share, in the same period last year.

Revenue rose 6 percent to $17 million from $16 million. That compares with a loss of $3 million a year earlier.
"""


@pytest.mark.parametrize(
    ("exact", "period"),
    [
        ("$7 million", "2024-01/2024-03"),  # the article is of April: the quarter that ended last
        ("$5 million", "2023-01/2023-03"),
        ("$1.07", "2023-01/2023-03"),
        ("$17 million", "2024-01/2024-03"),
        ("$16 million", "2023-01/2023-03"),
        ("$3 million", "2023-01/2023-03"),
    ],
)
def test_money_of_a_firm_is_set_against_the_year_before(exact, period):
    """Whether the sentence says so at its end, or sets a quarter only against what it rose from."""
    assert period == drafted(BEFORE, "2024-04-20")[exact].row["period"]


def test_a_month_and_a_country_keep_their_capitals():
    """July ends as an adverb does, and is none."""
    text = "U.S. jobs\n\nThe U.S. economy added jobs. July numbers were revised higher to 166,000."

    assert "In the United States, July 2023 numbers" in drafted(text)["166,000"].row["statement_en"]


def test_a_place_has_its_whole_name():
    """What is of England and Wales is not of England."""
    text = "Police-recorded crime in England and Wales fell 9% in 2022."

    assert "England and Wales" == drafted(text)["9%"].row["subject"]


def test_a_lead_and_a_pronoun_are_nobody():
    """Along with … only leads up to the sentence, and among them points back."""
    text = "Along with lowering the odds, vaccination was 40% effective. They studied adults. Among them, 67% had a flu vaccination."
    cells = drafted(text)

    assert "vaccination" == cells["40%"].row["subject"]
    assert "them" != cells["67%"].row.get("subject")


CLEARED = [
    ("Acme Reports Profit\n\nAcme (ACM) Tuesday reported net income of $5 million in 2023.", "$5 million",
     "Acme reported net income of $5 million in 2023."),
    ("Acme Reports Profit\n\nAcme had revenue in 2023. From May 2023, the company bought 72 shops.", "72",
     "From May 2023, Acme bought 72 shops."),
    ("Acme Reports Profit\n\nAcme earned $5 million in 2023. Analysts polled by Mill expected earnings of $4 million.",
     "$4 million", "For 2023, analysts polled by Mill expected Acme’s earnings of $4 million."),
    ("Acme Reports Profit\n\nAcme’s revenue rose to $9 million in the fourth quarter from $8 million last year.",
     "$8 million", "Acme’s revenue rose to $9 million in the fourth quarter of 2023 from $8 million a year earlier."),
    ("U.S. jobs\n\nIn January, the unemployment rate rose to 3.8%.", "3.8%",
     "In January 2024, the U.S. unemployment rate rose to 3.8%."),
    ("Sales fell by 5% through Wednesday.", "5%", "Sales fell by 5% through 28 February 2024."),
    ("Last month saw a fall in sales of 5%.", "5%", "February 2024 saw a fall in sales of 5%."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "statement"), CLEARED)
def test_a_statement_says_itself_what_only_its_article_explains(text, exact, statement):
    """Names for the company and for whose earnings were expected, a time for last year and for Wednesday."""
    assert statement == drafted(text)[exact].row["statement_en"]


MORE_CLEARED = [
    ("Acme Reports Profit\n\nAcme’s profit fell to $5 million in 2023, a drop of $2 million on last year.", "$2 million",
     "2023", None),
    ("Acme Reports Profit\n\nAcme’s EPS was 40 cents in the first half, compared to the year-ago 29 cents.", "29 cents",
     "2022-01/2022-06", None),
    ("Canada adds jobs\n\nNova Scotia lost 500 jobs in May 2023. The province’s jobless rate fell to 6.1%.", "6.1%",
     "2023-05", "Nova Scotia’s jobless rate fell to 6.1% in May 2023."),
    ("Sales in the U.S.\n\nAmong those spending less, 25% say prices rose.", "25%", "2024-03",
     "25% of those spending less say prices rose in March 2024."),
    ("Acme jobless rate jumps to 6.8 percent\n\nIt was May.", "6.8 percent", "2024-03",
     "Acme jobless rate jumped to 6.8 percent in March 2024."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "period", "statement"), MORE_CLEARED)
def test_a_statement_names_a_province_a_group_and_what_a_headline_says(text, exact, period, statement):
    """And what it sets a number against is of the year before, not of the year of its own."""
    row = drafted(text)[exact].row

    assert (period, statement or row["statement_en"]) == (row["period"], row["statement_en"])


@pytest.mark.parametrize(
    ("text", "exact", "metric"),
    [
        ("The employment rate held steady at 60.6 per cent as jobs grew.", "60.6 per cent", "employment rate"),
        ("Acme’s dividend held flat at 94 cents.", "94 cents", "dividend"),
        ("Acme revealed a 5% rise in revenue to $10.47 billion.", "$10.47 billion", "revenue"),
        ("There was a 70% increase in the number of new accounts.", "70%", "increase in number of new accounts"),
        ("There had been £360m in mortgage lending provided.", "£360m", "mortgage lending"),
        ("The survey of 800 adults across Spain found 15% plan to spend more.", "15%",
         "share of adults who plan to spend more"),
        ("Some 42% statewide oppose the law.", "42%", "share of respondents who oppose the law"),
        ("Prices were up $5 in shops.", "$5", ""),
    ],
)  # fmt: skip
def test_the_words_around_a_number_say_what_it_measures(text, exact, metric):
    """Where no other rule reads one: a level that held, a change that is named, the answers to a survey."""
    assert drafted(text)[exact].row.get("metric", "").replace("increase in prices", "") == metric


def test_a_time_of_what_happened_before_dates_nothing_else():
    """“Right after the rally in August 2017” is not when the poll was taken."""
    text = (
        "Poll: support slips\n\nSupport of 39 percent matches the lowest point, right after the rally in Charlottesville, in "
        "August 2017.\n\nThe poll found that 57 percent of voters disapprove of the mayor."
    )
    assert drafted(text, "2019-04-23")["57 percent"].row["period"] == "2019-04"


def test_what_a_firm_expects_is_not_of_the_quarter_that_it_reports():
    """Its time is to come, and empty where the sentence does not name it."""
    text = "Acme reports second-quarter 2007 results\n\nSecond-quarter revenue was $8 billion. Acme intends to spend $2 billion."
    rows = drafted(text, "2007-07-18")
    assert (rows["$8 billion"].row["period"], rows["$2 billion"].row.get("period")) == ("2007-04/2007-06", None)
