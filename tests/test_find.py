"""Evidence is found in one's own documents by what it says and by its numbers, and taken in without a verdict."""

import hashlib
import os
from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from claimbook import document, find, load_case
from claimbook.cli import main
from claimbook.draft.draft import open_draft
from claimbook.find.meaning import WIDTH
from claimbook.find.passage import LENGTH, pieces_of, tokens
from claimbook.find.query import asked
from claimbook.find.widen import widened
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text
from claimbook.tables.vocabulary import TO_FILL
from claimbook.tables.writer import csv_of

DOCS = {
    "report.txt": "City bus year book\n\nIn 2024 the buses carried 1,180 riders a day on all lines.\n\nThe depot has 14 bays.\n",
    "fares.html": "<html><head><title>Fares</title></head><body><article><p>The council said that fares rose 5% in 2024, after two years without a change at all.</p>"
    "<p>Parking fees did not change and will be looked at again in the coming year by the council.</p></article></body></html>",
    "sheet.csv": "year,riders a day\n2023,1150\n2024,1180\n",
    "else.md": "# Weather\n\nIt rained on 40% of the days of 2019.\n",
    "broken.pdf": "no pdf",
    "photo.jpg": "passed over",
}


@pytest.fixture
def docs(tmp_path):
    """A folder of documents of several kinds, one of them broken."""
    folder = tmp_path / "docs"
    (folder / "deep").mkdir(parents=True)
    for name, text in DOCS.items():
        (folder / ("deep" if name == "fares.html" else "") / name).write_text(text, encoding="utf-8")
    return folder


def test_the_bearing_passage_comes_first(bus, docs, tmp_path):
    """The passage about the same thing with a near number of the same unit beats all others, with its number named."""
    case, index = load_case(bus), find.open_index(docs, tmp_path / "store.jsonl")
    hits = {name: find.rank(index, query) for name, query in find.queries(case.claims, case.book).items()}
    first = {name: index.passages[found[0].place] for name, found in hits.items()}

    assert "report.txt" == first["c01"].document
    assert os.path.join("deep", "fares.html") == first["c02"].document
    assert "5%" == find.offer(case.claims["c02"], index.shown(hits["c02"][0])).number.words
    assert {"broken.pdf", "1 file (.jpg)"} == set(index.unread)
    (docs / "deep" / "b.JPG").write_text("x", encoding="utf-8")
    (docs / "noise").write_text("x", encoding="utf-8")
    assert {"broken.pdf", "2 files (.jpg)", "1 file (no ending)"} == set(
        find.open_index(docs, tmp_path / "store.jsonl").unread
    )


def test_a_number_lifts_a_passage(bus, tmp_path):
    """Of two passages with the same words, the one with the claim's number and unit comes first."""
    passages = [
        find.Passage(
            "a", "", f"Fares of the city bus rose {n}% last year.", (find.Number(f"{n}", f"{n}", "percent", f"{n}%"),)
        )
        for n in (40, 5)
    ]
    case = load_case(bus)

    assert 1 == find.rank(find.Index.of(passages), find.queries(case.claims, case.book)["c02"])[0].place


def test_a_claim_is_looked_for_by_whom_it_is_about(bus):
    """Subject and population are looked for as the statement is, each in both languages."""
    claim = replace(load_case(bus).claims["c02"], subject="Otterville", population="season tickets")
    passages = [
        find.Passage(str(place), "", text)
        for place, text in enumerate(("Newton.", "Otterville.", "Season tickets.", "奥特维尔。"))
    ]
    query = find.queries({"c02": claim}, {"Otterville": "奥特维尔"})["c02"]
    scores = find.Index.of(passages).by_words(query.claim.words)

    assert [False, True, True, True] == [score > 0 for score in scores]
    assert scores[1] > scores[2]


def test_a_word_that_all_claims_share_counts_less(bus):
    """Of two words of a claim, the one that no other claim has tells more."""
    claims = load_case(bus).claims
    words = find.queries(claims)["c02"].claim.words
    shared = set(find.queries(claims)["c01"].claim.words)

    assert words["fare"] > max(words[word] for word in shared & set(words))


def test_what_was_searched_for_a_claim_is_looked_for_too(bus, docs, capsys):
    """Logged searches for the claim bring up the passage in their words; those for another claim do not."""

    def place():
        assert 0 == main(["find", str(bus), str(docs), "--claim", "c02"])
        return [
            line.split(".")[1].strip() for line in capsys.readouterr().out.splitlines() if line[:1].isdigit()
        ].index("else")

    def log(claim):
        for words in ("weather rained 2019", "rained on 40% of the days", "days on which it rained", "weather of 2019"):
            assert 0 == main(["search", str(bus), claim, "--log", words, "--outcome", "nothing"])
        capsys.readouterr()

    before = place()
    log("c01")
    assert place() == before
    log("c02")
    assert place() < before


def test_the_latest_searches_are_compared_by_meaning(bus):
    """All their words are looked for; the more there are, the more they count."""
    case = load_case(bus)
    logged = [replace(case.searches[0], query=f"word{chr(97 + n)}") for n in range(10)]
    many, few, none = (find.queries(case.claims, case.book, some)["c02"].searches for some in (logged, logged[:1], []))

    assert (tuple(search.query for search in logged[-8:]), 8) == (many.texts, len(many.texts))
    assert set(tokens(" ".join(search.query for search in logged))) == set(many.words)
    assert 1 > many.worth > 0.5 > few.worth > none.worth == 0


def test_a_document_that_names_the_subject_is_lifted(bus):
    """Of passages that say the same, the one whose document names the claim's subject in either language comes first."""
    claims, book = {"c02": replace(load_case(bus).claims["c02"], subject="Otterville")}, {"Otterville": "奥特维尔"}
    query = replace(find.queries(claims, book)["c02"], claim=find.Wording({"fare": 1.0}, ()))
    for names in (("Newton", "Otterville", "Weston"), ("纽敦威尔", "奥特维尔", "韦斯特恩")):
        passages = [find.Passage(name, "", text) for name in names for text in ("Fares rose.", f"{name}.")]
        assert 2 == find.rank(find.Index.of(passages), query)[0].place
        assert 0 == find.rank(find.Index.of(passages), replace(query, names=()))[0].place


def test_a_claim_stated_in_chinese_alone_is_headed_by_it(bus, docs, capsys):
    """The line above the passages says the claim in the language in which it is known."""
    rows = read_text(bus / "claims.csv", "claims")
    rows[1]["statement_en"] = ""
    (bus / "claims.csv").write_text(csv_of("claims", rows), encoding="utf-8")
    assert 0 == main(["find", str(bus), str(docs), "--claim", "c02"])

    assert f"c02  {rows[1]['statement_zh']} (5%)" in capsys.readouterr().out


def test_more_words_can_be_asked_for(bus, docs, capsys):
    """Another name of the metric brings a passage up that the claim's own words do not name."""

    def first(*also):
        assert 0 == main(["find", str(bus), str(docs), "--claim", "c02", "--top", "1", *also])
        return capsys.readouterr().out

    assert "rained" not in first()
    assert "rained" in first("--also", "weather rained 40% of the days")


def test_a_passage_in_another_language_is_found_by_what_it_means():
    """No word is shared; the passage that says the same comes first, and the other way round."""
    chinese = [
        find.Passage(str(n), "", text)
        for n, text in enumerate(("公司去年新开了三家门店。", "出生人口连续五年下降。", "今天下雨。"))
    ]
    english = [
        find.Passage(str(n), "", text)
        for n, text in enumerate(("The shop opened a new branch.", "Births fell for five years in a row.", "It rains."))
    ]
    asked = [
        find.Query(find.Wording({}, (words,)), find.Wording({}, ()), (), None, frozenset())
        for words in ("Births fell for five years in a row.", "出生人口连续五年下降。")
    ]

    assert [1, 1] == [
        find.rank(find.Index.of(texts), query)[0].place for texts, query in zip((chinese, english), asked, strict=True)
    ]


def test_the_nearest_of_like_numbers_is_offered(bus):
    """Of several numbers of the claim's unit that measure as much, the nearest, and none of another unit."""
    for text, nearest in (
        ("Fares 9%, then 5.6%.", "5.6%"),
        ("Fares 40% and 11%.", "11%"),
        ("Fares 1% to 90%, or 5%.", "5%"),
        ("Fares rose 15% in 2020 and 5% in 2024.", "5%"),
    ):
        passage = find.Passage("a", "", text, find.passage.numbers_of(text))
        number = find.offer(load_case(bus).claims["c02"], passage).number

        assert nearest == number.words == text[number.start :][: len(nearest)]


def test_only_what_changed_is_read_again(docs, tmp_path, monkeypatch):
    """The second time nothing is read; a changed file is; one that is gone is forgotten."""
    from claimbook import document

    store, read, seen = tmp_path / "store.jsonl", document.read, []
    monkeypatch.setattr(document, "read", lambda path: seen.append(path.name) or read(path))
    find.open_index(docs, store)
    first = sorted(seen)
    seen.clear()
    find.open_index(docs, store)
    assert ["broken.pdf", "else.md", "fares.html", "report.txt", "sheet.csv"] == first
    assert [] == seen

    (docs / "report.txt").write_text("All is new: 7 riders.", encoding="utf-8")
    (docs / "else.md").unlink()
    index = find.open_index(docs, store)
    assert ["report.txt"] == seen
    assert not any("rained" in passage.text for passage in index.passages)


def alike(one, other):
    """Whether two indexes mean the same; the last digits depend on which texts are encoded together."""
    return np.array_equal(one.places, other.places) and np.allclose(one.vectors, other.vectors, atol=1e-3)


@pytest.mark.parametrize("damaged", ["store.jsonl", "store.npz"])
def test_a_broken_store_is_made_anew(docs, tmp_path, damaged):
    """What was kept can be lost or cut off at any time, or be of another run than the file beside it."""
    store = tmp_path / "store.jsonl"
    whole = find.open_index(docs, store)
    (tmp_path / damaged).write_bytes((tmp_path / damaged).read_bytes()[:-20])
    again = find.open_index(docs, store)
    kept = (tmp_path / damaged).read_bytes()
    (docs / "new.txt").write_text("Quite another text of 7 words.", encoding="utf-8")
    longer = find.open_index(docs, store)
    (tmp_path / damaged).write_bytes(kept)

    assert whole.passages == again.passages and alike(whole, again)
    assert longer.passages == find.open_index(docs, store).passages
    assert alike(longer, find.open_index(docs, store))


def test_a_kept_index_is_the_same(docs, tmp_path, monkeypatch):
    """Passages, their vectors and what could not be read come back as they were, odd line ends in them too."""
    (docs / "odd.txt").write_text("One line\u2028and another\x85with 5% more.\n", encoding="utf-8")
    first = find.open_index(docs, tmp_path / "store.jsonl")
    monkeypatch.setattr(find.opening, "vectors", None)  # nothing is computed again
    again = find.open_index(docs, tmp_path / "store.jsonl")

    assert (first.passages, first.unread) == (again.passages, again.unread)
    assert (first.vectors == again.vectors).all() and len(first.vectors) == len(first.passages) > 0


def test_a_first_reading_that_is_stopped_keeps_what_it_read(docs, tmp_path, monkeypatch):
    """The next time goes on from there, and comes to the same."""
    store, seen = tmp_path / "store.jsonl", []

    def stop(items, total, what):
        for number, item in enumerate(items):
            if number == 2:
                raise KeyboardInterrupt
            yield item

    with pytest.raises(KeyboardInterrupt):
        find.open_index(docs, store, stop)
    again = find.open_index(docs, store, lambda items, total, what: seen.append((what, total)) or items)

    assert [("documents", 3), ("passages", 3)] == seen
    assert again.passages == find.open_index(docs, tmp_path / "other.jsonl").passages


def test_a_reading_that_is_stopped_at_the_meanings_keeps_them(docs, tmp_path):
    """What was encoded is not encoded again."""
    store, seen = tmp_path / "store.jsonl", []

    def stop(items, total, what):
        for number, item in enumerate(items):
            if number == 2 and what == "passages":
                raise KeyboardInterrupt
            yield item

    with pytest.raises(KeyboardInterrupt):
        find.open_index(docs, store, stop)
    again = find.open_index(docs, store, lambda items, total, what: seen.append((what, total)) or items)

    assert [("documents", 0), ("passages", len(again.passages) - 2)] == seen


def test_of_a_large_folder_what_may_matter_is_compared_by_its_meaning(bus, docs, tmp_path, monkeypatch):
    """Passages that share words or the number with some claim are encoded first, as many as there is time for."""
    for number in range(10):
        (docs / f"a{number}.txt").write_text(f"Clouds and calm all along, {'quite ' * number} calm.", encoding="utf-8")
    asked = find.queries(load_case(bus).claims).values()
    whole = find.open_index(docs, tmp_path / "whole.jsonl", asked=asked)
    monkeypatch.setattr(find.promise.promising, "__defaults__", (4,))
    some = find.open_index(docs, tmp_path / "some.jsonl", asked=asked)
    none = find.open_index(docs, tmp_path / "none.jsonl")
    chosen = {os.path.basename(some.passages[place].document) for place in some.places}

    assert list(range(len(whole.passages))) == list(whole.places)
    assert {"report.txt", "fares.html"} <= chosen and len(some.places) == 4
    assert [] == list(none.places)


@pytest.mark.parametrize("to", ["a file", "a folder", "itself", "a file inside"])
def test_no_link_leads_out_of_the_folder(docs, tmp_path, to):
    """What another folder holds is none of these documents, whoever put the link there."""
    outside, link = tmp_path / "outside", docs / "link.txt"
    outside.mkdir()
    (outside / "secret.txt").write_text("The secret fare is 17 yuan.", encoding="utf-8")
    targets = {
        "a file": outside / "secret.txt",
        "a folder": outside,
        "itself": link,
        "a file inside": docs / "report.txt",
    }
    (docs / "linked" if to == "a folder" else link).symlink_to(targets[to])
    index = find.open_index(docs, tmp_path / "store.jsonl")

    assert not [passage for passage in index.passages if "secret" in passage.text]
    assert ("link.txt" in index.unread) == (to in ("a file", "itself"))


def test_an_empty_folder_has_no_passages(bus, tmp_path):
    """Nothing to read is nothing found."""
    (tmp_path / "empty").mkdir()
    index = find.open_index(tmp_path / "empty", tmp_path / "store.jsonl")

    assert [] == find.rank(index, find.queries(load_case(bus).claims)["c02"]) == find.plain(index, "fares")


def test_passages_keep_every_character():
    """Nothing but blanks is lost when a text is cut, and no piece is longer than it may be without need."""
    text = "一句话。" * 400 + "A sentence without end " * 60
    pieces = pieces_of(text)

    assert "".join(text.split()) == "".join("".join(pieces).split())
    assert all(len(piece) <= LENGTH for piece in pieces[:-1])


def test_chinese_is_compared_by_pairs_of_characters():
    """Full-width digits, capitals and traditional characters are folded; common words do not count."""
    assert tokens("领钱过万，拥有率") == tokens("領錢過萬，擁有率")
    assert ["微粒", "粒贷", "18", "loan"] == tokens("微粒貸１８％ of the LOANS")


def test_an_accepted_passage_decides_nothing(bus, docs, capsys):
    """Source, figure and evidence are appended with the printed number; until a person judges it, nobody has looked."""
    (bus / "searches.csv").write_text(csv_of("searches", []), encoding="utf-8")
    assert "unchecked" == load_case(bus).verdicts["c02"].verdict
    assert 0 == main(["find", str(bus), str(docs), "--claim", "c02", "--accept", "1"])
    rows = {
        name: read_text(folder / f"{name}.csv", name)[-1]
        for folder, name in (
            (bus, "evidence"),
            (bus.parent.parent / "sources", "figures"),
            (bus.parent.parent / "sources", "sources"),
        )
    }

    assert "unchecked" == load_case(bus).verdicts["c02"].verdict
    assert ("c02", rows["figures"]["figure"], "unjudged") == tuple(
        rows["evidence"][name] for name in ("claim", "figure", "relation")
    )
    assert ("5%", rows["sources"]["source"]) == (rows["figures"]["as_printed"], rows["figures"]["source"])
    assert 2 == main(["find", str(bus), str(docs), "--claim", "c02", "--accept", "1"])
    assert "already" in capsys.readouterr().err


@pytest.mark.parametrize("relation", ["same", "context"])
def test_what_is_left_to_a_person_cannot_be_judged_by(bus, docs, relation):
    """A relation set over words that nobody has filled in or read decides nothing, and each cell is named."""
    assert 0 == main(["find", str(bus), str(docs), "--claim", "c02", "--accept", "1"])
    path = bus / "evidence.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",unjudged,", f",{relation},"), encoding="utf-8")
    case = load_case(bus)

    says = " ".join(f"{gap.column} {gap.words}" for gap in case.gaps)
    assert [True] * 3 == [cell in says for cell in ("drafted", "publisher", "tier_reason")]
    assert [] == [one for one in case.evidence if one.claim == "c02"]


def test_a_figure_says_what_the_passage_says(bus, tmp_path):
    """Both ends, the unit, the comparator, the page and the digest of the whole passage; a limit is exact."""
    texts = {
        "a.txt": "The buses took more than 3% more riders.",
        "b.txt": "Riders: 1,200 to 1,300 million a year.",
        "c.txt": "Only 0.00001% of them.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    index, case = find.open_index(tmp_path, tmp_path / "store" / "s.jsonl"), load_case(bus)
    told = [
        find.passage_rows(
            {"sources": [], "figures": [], "evidence": []},
            case.claims["c02"],
            one,
            one.numbers[0],
            tmp_path,
            date(2026, 1, 2),
        )
        for one in index.passages
        if one.document in texts
    ]
    cells = ("low", "high", "unit", "comparator", "precision", "as_printed", "passage_sha256", "metric")
    rows = [tuple(one["figures"][0][cell] for cell in cells) for one in told]
    sha = [hashlib.sha256(text.encode()).hexdigest() for text in texts.values()]

    assert [
        ("3", "3", "percent", ">", "exact", "3%", sha[0], "rise of fares"),
        ("1200000000", "1300000000", "count/year", "=", "rounded", "1,200 to 1,300 million", sha[1], "rise of fares"),
        ("0.00001", "0.00001", "percent", "=", "rounded", "0.00001%", sha[2], "rise of fares"),
    ] == rows
    assert [("tertiary", "repost", "stored copy", "2026-01-02", "from the file a.txt", "")] == [
        tuple(row[cell] for cell in ("tier", "copy", "read", "read_on", "note", "published"))
        for row in told[0]["sources"]
    ]


def test_a_page_does_not_choose_its_source(bus, docs):
    """A canonical link to the page of a known source makes no row of that source."""
    known = read_text(bus.parent.parent / "sources" / "sources.csv", "sources")[0]
    page = DOCS["fares.html"].replace("<head>", f'<head><link rel="canonical" href="{known["url"]}">')
    (docs / "deep" / "fares.html").write_text(page, encoding="utf-8")
    assert 0 == main(["find", str(bus), str(docs), "--claim", "c02", "--accept", "1"])

    assert known["source"] != read_text(bus.parent.parent / "sources" / "figures.csv", "figures")[-1]["source"]


def test_a_passage_that_has_changed_is_not_taken_in(bus, docs, tmp_path):
    """The file says something else since it was read."""
    case, index = load_case(bus), find.open_index(docs, tmp_path / "store.jsonl")
    passage = next(p for p in index.passages if "fares rose" in p.text)
    (docs / "deep" / "fares.html").write_text(DOCS["fares.html"].replace("rose 5%", "fell 3%"), encoding="utf-8")
    with pytest.raises(Problems, match="is no longer there"):
        find.accept(case, case.claims["c02"], passage, passage.numbers[0], docs)


def test_another_number_of_the_passage_can_be_chosen(bus, docs, capsys):
    """By its words; one that is not printed is named with those that are."""
    command = ["find", str(bus), str(docs), "--claim", "c02", "--accept", "1", "--number"]
    assert 2 == main([*command, "6%"])
    assert "its numbers are “5%”" in capsys.readouterr().err
    assert 0 == main([*command, "two years"])
    assert "two years" == read_text(bus.parent.parent / "sources" / "figures.csv", "figures")[-1]["as_printed"]


def test_a_draft_finds_and_accepts(docs, tmp_path, monkeypatch):
    """Nothing but the drafted number and its sentence is needed; the figure says that its metric is to be read."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "a.txt").write_text("Buses\n\nThe council said fares rose 5% in 2024.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main(["new", "a.txt", "--id", "bus"])
    claims = read_text(tmp_path / "data" / "articles" / "bus" / "claims.csv", "claims")
    assert 0 == main(["find", "bus", str(docs), "--claim", claims[0]["claim"], "--accept", "1"])

    figure, source = (
        read_text(tmp_path / "data" / "sources" / f"{name}.csv", name)[0] for name in ("figures", "sources")
    )
    assert ("5%", source["source"], TO_FILL) == (figure["as_printed"], figure["source"], figure["entity"])
    assert ("", TO_FILL) == (source["url"], source["publisher"])


def test_what_is_there_is_not_added_again(bus, docs, tmp_path):
    """The same passage beside two claims is one source and one figure; a file of the same name elsewhere is another source."""
    case, index = load_case(bus), find.open_index(docs, tmp_path / "store.jsonl")
    passage = next(p for p in index.passages if "fares rose" in p.text)
    rows = {name: [] for name in ("sources", "figures", "evidence")}
    for claim in (case.claims["c02"], replace(case.claims["c02"], id="c09")):
        for name, new in find.passage_rows(rows, claim, passage, passage.numbers[0], docs).items():
            rows[name] += new
    (docs / "fares.txt").write_text("Fares rose 5%.", encoding="utf-8")
    elsewhere = tmp_path / "elsewhere" / "deep"
    elsewhere.mkdir(parents=True)
    (elsewhere / "fares.html").write_text(DOCS["fares.html"].replace("council", "mayor"), encoding="utf-8")
    others = [
        (folder, passage)
        for number, folder in enumerate((docs, elsewhere.parent))
        for passage in find.open_index(folder, tmp_path / f"{number}.jsonl").passages
        if passage.document == ("fares.txt", os.path.join("deep", "fares.html"))[number]
    ]
    new = [
        find.passage_rows(rows, case.claims["c02"], passage, passage.numbers[0], folder) for folder, passage in others
    ]

    assert (1, 1, 2) == tuple(map(len, rows.values()))
    assert rows["sources"][0]["source"] not in {source["source"] for one in new for source in one["sources"]}
    assert [1, 1] == [len(one["sources"]) for one in new]


def test_a_file_that_is_gone_is_not_taken_in(bus, docs, tmp_path):
    """The index may be older than the folder."""
    case, index = load_case(bus), find.open_index(docs, tmp_path / "store.jsonl")
    passage = next(p for p in index.passages if "fares rose" in p.text)
    (docs / "deep" / "fares.html").unlink()
    with pytest.raises(Problems, match="can no longer be read"):
        find.accept(case, case.claims["c02"], passage, passage.numbers[0], docs)


@pytest.mark.parametrize(
    "command",
    [
        ["find", "BUS", "DOCS", "--claim", "c02", "--accept", "1"],
        ["search", "BUS", "c02", "--log", "x", "--outcome", "nothing"],
    ],
)
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), PermissionError(13, "Permission denied")])
def test_a_full_or_locked_disk_is_told_in_a_sentence(bus, docs, capsys, monkeypatch, command, error):
    """No traceback, nothing half-written, and the tables as they were."""
    tables = sorted([*bus.glob("*.csv"), *(bus.parent.parent / "sources").glob("*.csv")])
    before = [path.read_bytes() for path in tables]

    def refuse(*names):
        raise type(error)(*error.args, *names[:1])

    monkeypatch.setattr(os, "replace", refuse)
    assert 2 == main([{"BUS": str(bus), "DOCS": str(docs)}.get(word, word) for word in command])
    assert f"{error.args[1]}; fix this" in capsys.readouterr().err
    assert before == [path.read_bytes() for path in tables]
    assert not [path for path in bus.parent.parent.rglob(".*") if path.is_file()]


def test_an_index_that_cannot_be_kept_is_used_all_the_same(bus, docs, capsys, monkeypatch):
    """The passages are found, and why they are read again the next time is told."""

    def refuse(*names):
        raise OSError(28, "No space left on device", *names[:1])

    monkeypatch.setattr(os, "replace", refuse)
    assert 0 == main(["find", str(bus), str(docs), "--claim", "c02"])
    told = capsys.readouterr()
    assert "fares rose" in told.out and "could not be saved (No space left on device)" in told.err


def test_odd_files_stop_nothing(docs, tmp_path):
    """Links that lead nowhere or to themselves, a pipe, a name in another encoding, hidden copies, the project's own tables."""
    (docs / "gone.txt").symlink_to(docs / "nowhere.txt")
    (docs / "loop.txt").symlink_to(docs / "loop.txt")
    os.mkfifo(docs / "pipe.txt")
    (docs / ".ipynb_checkpoints").mkdir()
    (docs / ".ipynb_checkpoints" / "old.txt").write_text("Fares rose 9%.", encoding="utf-8")
    (docs / "mine").mkdir()
    (docs / "mine" / "article.toml").write_text("", encoding="utf-8")
    (docs / "mine" / "article.txt").write_text("Fares rose 8%.", encoding="utf-8")
    odd = os.fsencode(docs) + b"/\xb2\xe2.txt"
    with open(odd, "w", encoding="utf-8") as file:
        file.write("Fares rose 7%.")
    index = find.open_index(docs, tmp_path / "store.jsonl")

    assert {"broken.pdf", "gone.txt", "loop.txt", "pipe.txt", "1 file (.jpg)"} == set(index.unread)
    assert ["7%"] == [p.numbers[0].words for p in index.passages if p.text.startswith("Fares rose")]
    assert index.passages == find.open_index(docs, tmp_path / "store.jsonl").passages


def test_many_documents_keep_their_texts(tmp_path):
    """Read by several processes in batches, each text is under its own name; a file that ends its reader costs no other."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for number in range(130):
        (folder / f"{number}.txt").write_text(f"Text of {number} riders.", encoding="utf-8")
    index = find.open_index(folder, tmp_path / "store.jsonl")

    assert {f"{n}.txt": f"Text of {n} riders." for n in range(130)} == {p.document: p.text for p in index.passages}


def test_a_reader_that_is_ended_costs_one_document(tmp_path, monkeypatch):
    """A library that takes the whole process down is met by one file, and all others are read."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for number in range(130):
        (folder / f"{number:03}.txt").write_text(f"Text of {number} riders.", encoding="utf-8")
    whole = find.folder.passages_of
    monkeypatch.setattr(
        find.folder, "passages_of", lambda read, name: os._exit(1) if name == "070.txt" else whole(read, name)
    )
    index = find.open_index(folder, tmp_path / "store.jsonl")

    assert ({"070.txt"}, 129) == (set(index.unread), len(index.passages))


def test_two_folders_do_not_share_what_was_kept(bus, tmp_path):
    """Files of one name, size and time in two folders are two documents."""
    case, texts = load_case(bus), []
    for name, word in (("a", "rose"), ("b", "fell")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "x.txt").write_text(f"Fares {word} 5%.", encoding="utf-8")
        os.utime(folder / "x.txt", (1, 1))
        texts.append(find.open_index(folder, find.store_of(case, folder)).passages[0].text)

    assert ["Fares rose 5%.", "Fares fell 5%."] == texts


@pytest.mark.parametrize("content", [b"", b"5", b"null", b"\x00" * 100])
@pytest.mark.parametrize("name", ["store.jsonl", "store.npz"])
def test_any_damage_to_what_was_kept_is_mended(docs, tmp_path, name, content):
    """Whatever stands in the place of the kept files, all is read again."""
    whole = find.open_index(docs, tmp_path / "store.jsonl").passages
    (tmp_path / name).write_bytes(content)

    assert whole == find.open_index(docs, tmp_path / "store.jsonl").passages


def test_a_text_without_an_end_is_cut(tmp_path):
    """Data without sentences are pieces of bounded length, and nothing is lost."""
    text = "a1 " * 40_000
    pieces = pieces_of(text)

    assert "".join(text.split()) == "".join("".join(pieces).split())
    assert max(map(len, pieces)) <= find.passage.LONGEST


def test_a_number_that_is_not_printed_is_not_accepted(bus, docs, tmp_path):
    """What the passage does not print cannot become a figure."""
    case, index = load_case(bus), find.open_index(docs, tmp_path / "store.jsonl")
    with pytest.raises(Problems, match="prints no number “99%”"):
        find.accept(
            case,
            case.claims["c02"],
            index.passages[0],
            find.Number("99", "99", "percent", "99%"),
            docs,
            date(2026, 1, 1),
        )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere"], "is not a folder"),
        (["DOCS", "--claim", "c77"], "--claim: there is no claim c77 in bus; see claims.csv"),
        (["DOCS", "--accept", "1"], "--accept needs a claim"),
        (["EMPTY"], "has no document that can be read; put pages, PDFs, texts or tables there"),
        (["DOCS", "--claim", "c01", "--accept", "99"], "there is no passage 99"),
    ],
)
def test_wrong_arguments_get_their_sentence(bus, docs, capsys, arguments, sentence):
    """A folder, a claim or a passage that is not there."""
    (docs / "empty").mkdir()
    places = {"DOCS": str(docs), "EMPTY": str(docs / "empty")}
    assert 2 == main(["find", str(bus), *(places.get(word, word) for word in arguments)])
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("count", ["0", "-3", "two", "²"])
def test_a_count_is_at_least_one(bus, docs, capsys, count):
    """What is no count of passages is told, and nothing is read."""
    with pytest.raises(SystemExit) as ended:
        main(["find", str(bus), str(docs), f"--top={count}"])
    assert 2 == ended.value.code
    assert f"“{count}” must be a whole number from 1" in capsys.readouterr().err


def test_what_is_shown_and_taken_is_around_the_number(bus, docs, capsys):
    """The excerpt holds the number, however far it stands in its passage; what was taken in is told again."""
    (docs / "deep" / "fares.html").unlink()
    (docs / "long.txt").write_text(
        "The council spoke of parks at length. " * 9 + "City bus fares rose 5% in 2024, it said.\n", encoding="utf-8"
    )
    command = ["find", str(bus), str(docs), "--claim", "c02", "--top", "1"]
    assert 0 == main(command)
    shown = " ".join(capsys.readouterr().out.split())
    assert "1. long.txt: “5%” …" in shown and "fares rose 5% in 2024" in shown
    assert 0 == main([*command, "--accept", "1"])
    taken = " ".join(capsys.readouterr().out.split())
    assert "added: long.txt: “5%” …" in taken and "fares rose 5% in 2024" in taken


def test_tabs_of_a_passage_are_blanks_on_the_terminal(bus, docs, capsys):
    """A table's columns are told apart by a blank; nothing is shown as a code."""
    (docs / "tabs.txt").write_text(
        "fares\trose\t5%\tin 2024 for the city bus, which the council confirmed.\n", encoding="utf-8"
    )
    assert 0 == main(["find", str(bus), str(docs), "--claim", "c02"])
    assert "fares rose 5% in 2024" in capsys.readouterr().out


def test_a_round_number_in_words_is_taken_in_as_spoken(bus, tmp_path):
    """“One in ten” of a document is as wide as that of an article."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("One in ten buses was late; fares rose 5% in 2024.", encoding="utf-8")
    case = open_draft(bus)
    passage = find.passages_of(document.read(tmp_path / "docs" / "a.txt"), "a.txt")[0]
    for number in passage.numbers:
        find.accept(case, case.claims["c02"], passage, number, tmp_path / "docs")
    rows = read_text(bus.parent.parent / "sources" / "figures.csv", "figures")

    assert {"10": "spoken", "5": "rounded"} == {
        row["low"]: row["precision"] for row in rows if row["unit"] == "percent"
    }


def test_a_date_is_not_taken_in_for_a_length_of_time(bus, tmp_path):
    """2024 beside a claim of two years is refused by name, and the two years are taken."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("In 2024 the line had run for two years.", encoding="utf-8")
    case = open_draft(bus)
    years = replace(case.claims["c02"].quantity, low=Decimal(2), high=Decimal(2), unit="year")
    claim = replace(case.claims["c02"], kind="duration", quantity=years)
    passage = find.passages_of(document.read(tmp_path / "docs" / "a.txt"), "a.txt")[0]
    day, length = passage.numbers

    with pytest.raises(Problems, match="“2024” is a date, and the claim a length of time"):
        find.accept(case, claim, passage, day, tmp_path / "docs")
    assert find.accept(case, claim, passage, length, tmp_path / "docs")


def test_what_to_look_for_is_worked_out_once_for_all_claims(bus, tmp_path, monkeypatch):
    """`find` over a whole article does not begin again at each claim."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("City bus fares rose 5% in 2024.", encoding="utf-8")
    calls, queries = [], find.queries
    monkeypatch.setattr(find, "queries", lambda *given: calls.append(1) or queries(*given))

    assert 0 == main(["find", str(bus), str(tmp_path / "docs")])
    assert [1] == calls


def test_what_is_put_in_one_way_is_looked_for_in_other_words_too():
    """A passage that shares no word with a statement is found by the words of the best passages."""
    texts = [
        "Vaping rose among pupils: e-cigarettes were tried by many teenagers.",
        "Pupils like vaping.",
        "Teenagers tried e-cigarettes last year.",
        "Rain fell on the hills.",
        "The bus was late.",
    ]
    index = find.Index(
        [find.Passage(text, "", text) for text in texts], {}, np.zeros((5, WIDTH), np.float32), np.arange(5)
    )

    found = [hit.place for hit in find.rank(index, asked("vaping of pupils"), 3)]

    assert 2 in found and not index.by_words(asked("vaping of pupils").claim.words)[2]


def test_words_that_were_not_asked_count_by_the_share_that_is_left_to_them():
    """Where what was asked finds much by its own words, others hardly move it."""
    texts = ["births fell with marriages", "sales of cars rose", "the weather is fine", "rain fell on the hills"]
    passages = [find.Passage(text, "", text) for text in texts]
    index = find.Index(passages, {}, np.zeros((0, WIDTH), np.float32), np.zeros(0, np.intp))
    wording, scores = asked("births").claim, np.array([1.0, 0.0, 0.0, 0.0])
    whole, half = (widened(index, wording, scores, share) for share in (1.0, 0.5))

    assert whole["marriag"] == pytest.approx(2 * half["marriag"])


@pytest.mark.parametrize(
    ("page", "value"), [("The bus fare was a Record High then.", "record high"), ("It was dear.", TO_FILL)]
)
def test_words_of_a_statement_are_found_in_the_passage(bus, tmp_path, page, value):
    """A claim in fixed words finds them as the page prints them; where it does not print them, they are left to a person."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(page, encoding="utf-8")
    case = open_draft(bus)
    claim = replace(case.claims["c02"], kind="statement", quantity=None, value="record high")
    passage = find.passages_of(document.read(tmp_path / "docs" / "a.txt"), "a.txt")[0]
    find.accept(case, claim, passage, None, tmp_path / "docs")
    figure = read_text(bus.parent.parent / "sources" / "figures.csv", "figures")[-1]

    assert (value, "Record High" if value != TO_FILL else TO_FILL) == (figure["value"], figure["as_printed"])
