"""The numbers of many documents: the same rows however they are read, near copies found, copies counted once."""

import gzip
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import fsspec
import pyarrow as pa
import pytest
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claimbook import survey
from claimbook.cli import main
from claimbook.mention import mentions
from claimbook.mention.context import context
from claimbook.survey import families, keys, parts, rows, signature, texts, write
from claimbook.survey.texts import Columns, Text
from claimbook.tables.fault import Problems

HOME = Path(__file__).parent.parent
SAID = "微粒贷的通过率为{}，额度最高{}万元。"
FILLER = "平台会根据用户的信用记录、收入情况和使用习惯综合评估，具体结果以页面展示为准，请用户理性借贷。"


def pages(count=40):
    """Return documents of many hosts that share numbers, with one broken line among them."""
    made = [
        {
            "url": f"https://www.site{number % 8}.com/p{number}",
            "text": f"第{number}篇说明。{SAID.format('31%' if number % 2 else f'{12 + number}.8%', 20 + number % 3)}{FILLER}"
            f"The share of borrowers rose to {number + 10}.5% in 2023.",
            "date": f"2024-0{1 + number % 9}-11",
            "title": f"文章{number}",
        }
        for number in range(count)
    ]
    lines = [json.dumps(one, ensure_ascii=False) for one in made]
    return "\n".join([*lines[:5], '{"text": broken', *lines[5:]]) + "\n"


@pytest.fixture
def lines(tmp_path):
    """Return a file of documents."""
    file = tmp_path / "in" / "pages.jsonl"
    file.parent.mkdir()
    file.write_text(pages(), encoding="utf-8")
    return file


def in_process(inputs, to, size=parts.SIZE, columns=None):
    """Read all parts here, without Dask."""
    for part in survey.run.__globals__["plan"](list(map(str, inputs)), size):
        write.read_part(part, str(to), columns)
    families.write(str(to))


def content(to):
    """Return all rows of a survey, sorted, as text."""
    base = duckdb.connect()
    return {
        table: base.execute(f"select * from read_parquet('{to}/{table}/*.parquet') order by all").fetchall()
        for table in ("documents", "sentences", "mentions")
    }


def test_every_number_of_every_document_is_a_row(lines, tmp_path):
    """With its document, its day, its place in the text and its value."""
    in_process([lines], tmp_path / "out")
    found = content(tmp_path / "out")

    assert 41 == len(found["documents"])
    frame = survey.open_survey(tmp_path / "out").sql(
        "select address, exact, low, unit, metric, m.date from mentions m join documents using (doc) where exact = '31%'"
    )
    assert 20 == len(frame)
    assert {"31"} == set(frame["low"]) and {"percent"} == set(frame["unit"]) and {"通过率"} == set(frame["metric"])
    assert "https://www.site1.com/p1" in set(frame["address"])


def test_a_broken_document_is_a_row_with_its_fault(lines, tmp_path):
    """And the rest is read."""
    in_process([lines], tmp_path / "out")
    faults = survey.open_survey(tmp_path / "out").sql("select address, fault from documents where fault <> ''")

    assert 1 == len(faults)
    assert faults["address"][0].startswith("pages.jsonl#")
    assert "JSON" in faults["fault"][0]


def test_half_a_character_is_a_question_mark(lines, tmp_path):
    """Lone surrogates in an address, a title and a text spoil no part."""
    lines.write_text(
        '{"url": "http://a.com/\\ud800", "title": "\\udfff", "text": "It rose 5.5%, \\ud83dhere."}\n', "utf-8"
    )
    in_process([lines], tmp_path / "out")
    (row,) = survey.open_survey(tmp_path / "out").sql("select address, title, text from documents join sentences using (doc)").values.tolist()  # fmt: skip

    assert ["http://a.com/?", "?", "It rose 5.5%, ?here."] == row


def test_what_is_around_a_number_is_read_as_everywhere():
    """Knowing the sentence saves looking again, and changes nothing."""
    text = "Sales of cars rose by 5.5% to $3.2 billion. Profit was 31% a year! 同比下降3.5%。月均消费300元；通过率为12.8%?\nUp 7%"
    numbers = rows.rows([Text("a", text)])["mentions"].to_pylist()
    around = [context(text, one, rows.NO_TABLES) for one in mentions(text)]

    assert [(one.measures, one.per, one.basis, one.direction) for one in around] == [
        (one["metric"], one["per"], one["basis"], one["direction"]) for one in numbers
    ]
    assert {"up", "down", ""} == {one["direction"] for one in numbers}


def test_digits_and_ends_are_those_of_the_number():
    """Leading zeros, signs, trailing zeros and magnitudes; a date measures nothing."""
    numbers = rows.rows([Text("a", "增长-0.50%，1.5亿元，031%，10-20%，2023年。")])["mentions"].to_pylist()

    assert [("-0.50", "-0.50", 2), ("150000000", "150000000", 2), ("31", "31", 2), ("10", "20", 2)] == [
        (one["low"], one["high"], one["digits"]) for one in numbers[:4]
    ]
    assert [True, True, True, True, False] == [one["quantity"] != 0 for one in numbers]
    assert keys.quantity(10.0, 20.0, "percent") == numbers[3]["quantity"]


def test_rows_do_not_depend_on_how_the_input_is_cut(lines, tmp_path):
    """In one part or in many, the sorted rows are the same."""
    in_process([lines], tmp_path / "one")
    in_process([lines], tmp_path / "many", size=700)

    assert len(list((tmp_path / "many" / "mentions").glob("*.parquet"))) > 5
    assert content(tmp_path / "one") == content(tmp_path / "many")


def test_two_workers_write_the_same_bytes_as_one_process(lines, tmp_path):
    """Dask changes nothing in the files."""
    in_process([lines], tmp_path / "here", size=3000)
    done = survey.run([str(lines)], str(tmp_path / "dask"), means=survey.Means(workers=2), size=3000)

    assert (41, 1) == (done.documents, done.faults)
    for file in (tmp_path / "here").glob("*/*.parquet"):
        assert file.read_bytes() == (tmp_path / "dask" / file.relative_to(tmp_path / "here")).read_bytes()


def test_a_second_run_reads_only_what_changed(lines, tmp_path, monkeypatch):
    """A part is kept while its input, the code and the columns are the same; what left the input leaves the survey."""
    read = []
    monkeypatch.setattr(survey.run.__globals__["families"], "write", lambda to: None)
    run = survey.run.__globals__
    monkeypatch.setitem(run, "connected", lambda *_: __import__("contextlib").nullcontext())
    monkeypatch.setitem(
        run, "_read",
        lambda _, left, to, columns, signed: (read.append(part) or write.read_part(part, to, columns, signed) for part in left),
    )  # fmt: skip
    other = lines.with_name("other.jsonl")
    other.write_text(pages(3), encoding="utf-8")
    folder = str(lines.parent)

    survey.run([folder], str(tmp_path / "out"))
    assert 2 == len(read)
    assert 2 == survey.run([folder], str(tmp_path / "out")).kept
    other.write_text(pages(4), encoding="utf-8")
    assert 1 == survey.run([folder], str(tmp_path / "out")).kept
    assert 0 == survey.run([folder], str(tmp_path / "out"), Columns(text=("body",))).kept
    other.unlink()
    assert 1 == survey.run([folder], str(tmp_path / "out")).swept
    assert 1 == len(list((tmp_path / "out" / "mentions").iterdir()))


def test_a_half_written_part_is_read_again(lines, tmp_path):
    """The documents are written last, so a part without them is not there."""
    (part,) = parts.plan([str(lines)])
    write.read_part(part, str(tmp_path))
    assert write.is_done(part, str(tmp_path), Columns(), True)

    write.file_of(str(tmp_path), "documents", part).write_bytes(b"PAR1 and no more")
    assert not write.is_done(part, str(tmp_path), Columns(), True)


def test_a_run_that_was_killed_goes_on_to_the_same_bytes(lines, tmp_path):
    """What was whole is kept, what was half-written is read again; every file is as if nothing had happened."""
    lines.write_text(pages(4_000), encoding="utf-8")
    in_process([lines], tmp_path / "here", size=20_000)
    to = tmp_path / "there"
    code = "import sys; from claimbook import survey; survey.run([sys.argv[1]], sys.argv[2], size=20_000)"
    first = subprocess.Popen([sys.executable, "-c", code, str(lines), str(to)], start_new_session=True,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    deadline = time.monotonic() + 60
    while not any(to.glob("documents/*.parquet")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    done = survey.run([str(lines)], str(to), means=survey.Means(workers=2), size=20_000)

    assert 0 < done.kept < done.parts
    here = {file.relative_to(tmp_path / "here"): file.read_bytes() for file in (tmp_path / "here").rglob("*.parquet")}
    assert here == {file.relative_to(to): file.read_bytes() for file in to.rglob("*.parquet*")}


def test_an_address_elsewhere_gives_the_rows_of_a_folder(lines, tmp_path):
    """Whatever fsspec opens is read as this disk is: in parts, small documents together."""
    (lines.parent / "deep").mkdir()
    (lines.parent / "deep" / "a.txt").write_text(SAID.format("44%", 3), encoding="utf-8")
    elsewhere = fsspec.filesystem("memory")
    elsewhere.put(str(lines.parent), "/survey", recursive=True)
    in_process([lines.parent], tmp_path / "here", size=3000)
    in_process(["memory://survey"], tmp_path / "there", size=3000)
    elsewhere.rm("/survey", recursive=True)

    assert len(list((tmp_path / "there" / "mentions").iterdir())) > 3
    assert content(tmp_path / "here") == content(tmp_path / "there")


@pytest.mark.parametrize("package", ["duckdb", "distributed", "pyarrow"])
def test_a_missing_package_is_a_sentence_before_anything_is_read(package, lines, tmp_path, capsys, monkeypatch):
    """It names the extra that brings it."""
    monkeypatch.setitem(sys.modules, package, None)

    assert 2 == main(["survey", str(lines), "--to", str(tmp_path / "out")])
    said = capsys.readouterr().err
    assert f"the package “{package}” is not installed" in said and 'pip install "claimbook[survey]"' in said
    assert not (tmp_path / "out").exists()


def scheduler(tmp_path):
    """Start a Dask scheduler and two workers as processes, and return its address and all three."""
    note = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    ours = ["--host", "127.0.0.1"]
    first = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_scheduler", *ours, "--port", "0", "--scheduler-file", str(note),
         "--no-dashboard"], **quiet)  # fmt: skip
    deadline = time.monotonic() + 60
    while not (note.exists() and note.read_text()) and time.monotonic() < deadline:
        time.sleep(0.1)
    address = json.loads(note.read_text())["address"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, *ours, "--nthreads", "1", "--no-dashboard",
              "--no-nanny", "--local-directory", str(tmp_path)]  # fmt: skip
    return address, first, [subprocess.Popen(worker, **quiet) for _ in range(2)]


def test_a_killed_worker_loses_nothing(lines, tmp_path):
    """At a scheduler's address, with one of two workers killed in the middle, the rows are those of one process."""
    lines.write_text(pages(600), encoding="utf-8")
    in_process([lines], tmp_path / "here", size=20_000)
    address, first, workers = scheduler(tmp_path)
    try:
        to = tmp_path / "there"
        killer = subprocess.Popen(
            [sys.executable, "-c", "import os, sys, time, pathlib\n"
             "end = time.monotonic() + 60\n"
             "while time.monotonic() < end and not list(pathlib.Path(sys.argv[1]).glob('documents/*.parquet')): time.sleep(0.01)\n"
             f"os.kill({workers[0].pid}, {int(signal.SIGKILL)})", str(to)])  # fmt: skip
        done = survey.run([str(lines)], str(to), means=survey.Means(scheduler=address), size=20_000)
        killer.wait(60)
    finally:
        for one in (*workers, first):
            one.kill()
            one.wait()

    assert -signal.SIGKILL == workers[0].returncode
    assert 601 == done.documents
    for file in (tmp_path / "here").glob("*/*.parquet"):
        assert file.read_bytes() == (to / file.relative_to(tmp_path / "here")).read_bytes()


def test_other_forms_give_the_same_rows(lines, tmp_path):
    """Parquet, compressed JSON lines and CSV hold the same documents."""
    objects = [json.loads(line) for line in lines.read_text("utf-8").splitlines() if "broken" not in line]
    folder = tmp_path / "forms"
    folder.mkdir()
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(lines.read_bytes()))
    parquet.write_table(pa.Table.from_pylist(objects), folder / "b.parquet", row_group_size=7)
    table = "url,text,date,title\n" + "".join(
        f'"{one["url"]}","{one["text"]}",{one["date"]},{one["title"]}\n' for one in objects
    )
    (folder / "c.csv").write_text(table, encoding="utf-8")
    found = []
    for name in ("a.jsonl.gz", "b.parquet", "c.csv"):
        read = [one for part in parts.plan([str(folder / name)], 2000) for one in texts.texts(part, Columns())]
        found.append([one for one in read if not one.fault])

    assert 40 == len(found[0])
    assert found[0] == found[1] == found[2]


def test_an_archive_gives_its_pages_and_texts(tmp_path):
    """A WARC file has pages, a WET file texts; both with address and day; a damaged end is a fault."""
    page = f"<html><head><title>贷款</title></head><body><article><p>{SAID.format('31%', 20)}{FILLER * 4}</p></article></body></html>"
    file = tmp_path / "a.warc.gz"
    with file.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        ok = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        dated = {"WARC-Date": "2024-05-06T10:00:00Z"}
        writer.write_record(writer.create_warc_record(
            "http://a.example.com/1", "response", payload=io.BytesIO(page.encode()), http_headers=ok, warc_headers_dict=dated))  # fmt: skip
        writer.write_record(writer.create_warc_record(
            "http://a.example.com/2", "conversion", payload=io.BytesIO(SAID.format("12%", 9).encode()),
            warc_content_type="text/plain", warc_headers_dict=dated))  # fmt: skip
    (part,) = parts.plan([str(file)])
    first, second = texts.texts(part, Columns())

    assert ("http://a.example.com/1", "a.example.com", "2024-05-06") == (first.address, first.host, first.date)
    assert "31%" in first.text and "12%" in second.text
    file.write_bytes(file.read_bytes()[:-40])
    (part,) = parts.plan([str(file)])
    assert "the archive ends within this page" == list(texts.texts(part, Columns()))[-1].fault
    file.write_bytes(b"no archive")
    (part,) = parts.plan([str(file)])
    assert "the archive is damaged here" in next(texts.texts(part, Columns())).fault


def test_a_folder_of_documents_is_read_in_parts(tmp_path):
    """Small files together; a file that is no text is a row with its fault."""
    folder = tmp_path / "docs"
    (folder / "deep").mkdir(parents=True)
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"Sales rose {number + 2}.5%.", encoding="utf-8")
    (folder / "deep" / "page.html").write_bytes(b"\0\0\0\0 no page")
    (folder / "picture.bin").write_bytes(b"x")
    planned = parts.plan([str(folder)], size=40)
    read = [one for part in planned for one in texts.texts(part, Columns())]

    assert len(planned) > 1
    assert [*(f"{number}.txt" for number in range(6)), "deep/page.html"] == sorted(one.address for one in read)
    assert ["deep/page.html"] == [one.address for one in read if one.fault]


def test_an_input_that_is_not_there_is_a_sentence(tmp_path, capsys):
    """With exit code 2, before anything is written."""
    assert 2 == main(["survey", str(tmp_path / "none"), "--to", str(tmp_path / "out")])
    assert "is no file, and no folder with files" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    (tmp_path / "a.parquet").write_bytes(b"none")
    assert 2 == main(["survey", str(tmp_path / "a.parquet"), "--to", str(tmp_path / "out")])
    assert "is no Parquet file" in capsys.readouterr().err


def test_a_folder_that_is_no_survey_is_a_sentence(tmp_path):
    """It says how one is made."""
    with pytest.raises(Problems, match="claimbook survey INPUT"):
        survey.open_survey(tmp_path)


def copied(number, host, text, day):
    """Return a page as a text."""
    return Text(f"https://{host}/p{number}", text, "", day)


@pytest.fixture
def copies(tmp_path):
    """Return a survey: one article on four hosts with small changes, and one of its own that prints the same number."""
    story = "".join(f"第{number}段介绍了平台第{number * 7}次更新的背景、规则和用户的反馈。" for number in range(30))
    with_number = story + "有数据显示，微粒贷的通过率为31.7%。"
    made = [
        copied(1, "first.com", with_number, "2024-01-02"),
        copied(2, "copy-a.com", with_number + "本站整理。", "2024-03-02"),
        copied(3, "copy-b.com", "转载：" + with_number, "2024-02-02"),
        copied(
            4,
            "own.com",
            "另一份报告完全不同，写道：微粒贷用户的满意度达到了31.7%。" + "样本来自线下访谈。" * 9,
            "2024-04-02",
        ),
    ]
    for table, content in rows.rows(made).items():
        (tmp_path / table).mkdir()
        parquet.write_table(content, tmp_path / table / "a.parquet")
    families.write(str(tmp_path))
    return survey.open_survey(tmp_path)


def test_near_copies_are_a_group_and_count_as_one_origin(copies):
    """Four pages of four hosts print 31.7%; three are copies of the first, so there are two origins."""
    (row,) = copies.recurring(digits=3).itertuples()

    assert ("31.7%", 4, 4, 2) == (row.number, row.pages, row.hosts, row.origins)
    assert "2024-01-02" == str(row.first_seen)[:10]
    groups = copies.sql(
        'select count(*) as pages, count(*) filter (is_first) as firsts from groups group by "group" order by 1'
    )
    assert [[1, 1], [3, 1]] == groups.values.tolist()


def test_the_pages_of_a_number_come_with_the_first_one_first(copies):
    """By its printed form; the first of a group is marked."""
    seen = copies.seen("31.70 percent")

    assert ["first.com", "copy-b.com", "copy-a.com", "own.com"] == list(seen["host"])
    assert [True, False, False, True] == list(seen["is_first"])
    assert "通过率为31.7%" in seen["sentence"][0]
    with pytest.raises(Problems, match="not one number"):
        copies.seen("none")


def test_a_number_with_two_meanings_is_found(copies):
    """The same value as a pass rate and as a satisfaction."""
    (row,) = copies.meanings(digits=3).itertuples()

    assert ("31.7%", 2) == (row.number, row.meanings)
    assert any("通过率" in one for one in row.measured) and any("满意度" in one for one in row.measured)


def test_what_recurs_by_chance_is_left_out(tmp_path):
    """Two digits meet on many pages of any metric; five that meet on a few do not by chance."""
    chance = random.Random(5)
    made = [
        copied(n, f"h{n}.com", "".join(chance.choices(FILLER, k=300)) + f"，通过率为{value}%。", "2024-01-02")
        for n, value in enumerate([*(11 + n * 7 % 89 for n in range(300)), *["31.742"] * 4])
    ]
    for table, content in rows.rows(made).items():
        (tmp_path / table).mkdir()
        parquet.write_table(content, tmp_path / table / "a.parquet")
    families.write(str(tmp_path))
    opened = survey.open_survey(tmp_path)

    assert [("31.742%", 4)] == opened.repeated()[["number", "origins"]].apply(tuple, axis=1).tolist()
    assert 90 == len(opened.repeated(chance=1e9))


def test_a_sentence_filled_with_other_numbers_is_a_template(tmp_path):
    """Two fillings of one sentence on two pages; another sentence is none."""
    made = [copied(n, f"h{n}.com", SAID.format(f"{n}1%", 20) + "独立的内容。" * n, "2024-01-02") for n in (1, 2, 3)]
    for table, content in rows.rows(made).items():
        (tmp_path / table).mkdir()
        parquet.write_table(content, tmp_path / table / "a.parquet")
    families.write(str(tmp_path))
    found = survey.open_survey(tmp_path).templates(fillings=3)

    assert [3, 3] == [found["fillings"][0], found["pages"][0]]
    assert "通过率" in found["example"][0]


def test_more_is_looked_at_while_anything_else_could_be_in_the_answer(copies, monkeypatch):
    """Beginning with one bucket, and one template, gives the answer of all."""
    whole = [one.to_dict("records") for one in (copies.recurring(top=1), copies.meanings(top=1), copies.templates(1))]
    monkeypatch.setattr(survey.survey, "BUCKETS", 1)
    monkeypatch.setattr(survey.survey, "TEMPLATES", 1)
    monkeypatch.setattr(survey.survey, "OFTEN", 1 << 10)
    fewer = [one.to_dict("records") for one in (copies.recurring(top=1), copies.meanings(top=1), copies.templates(1))]

    assert str(whole) == str(fewer) and "31.7%" in str(whole[0])


def test_hosts_of_one_domain_are_a_family(tmp_path):
    """And so are hosts that share many pages."""
    made = [
        copied(n, host, f"这是编号{n * 7919}的文章，" + "".join(f"内容{n * k}与规则{k}，" for k in range(1, 60)) + "利率为3.65%。", "2024-01-02")
        for n in range(4)
        for host in ("a.example.com", "b.example.com", "mirror.org")
    ] + [copied(9, "alone.net", "无关的页面，增长了3.65%。" * 5, "2024-01-02")]  # fmt: skip
    for table, content in rows.rows(made).items():
        (tmp_path / table).mkdir()
        parquet.write_table(content, tmp_path / table / "a.parquet")
    families.write(str(tmp_path))
    (row,) = survey.open_survey(tmp_path).families().itertuples()

    assert ["a.example.com", "b.example.com", "mirror.org"] == list(row.members)


def test_frames_have_the_rows_of_the_tables(copies):
    """As Dask frames, for whom SQL is not enough."""
    assert 4 == len(copies.documents) and 4 == len(
        copies.sentences.compute().query("text.str.contains('31.7%')", engine="python")
    )
    assert {"31.7%"} <= set(copies.mentions.compute()["exact"])


def test_signatures_say_how_alike_texts_are():
    """The estimate is near the real likeness, and a short text has one too."""
    text = "".join(f"第{number}句说的是完全不同的事情。" for number in range(80))
    hashes = signature.minhashes([text, text + "最后加上一句。", "别的内容" * 90, "短"])

    assert signature.likeness(hashes[:1], hashes[1:2])[0] > 0.9
    assert signature.likeness(hashes[:1], hashes[2:3])[0] < 0.1
    one, other, far, _ = signature.bands(hashes).tolist()
    assert set(one) & set(other) and not set(one) & set(far)


def test_keys_do_not_change():
    """A survey of today is joined with one of tomorrow."""
    assert 14668832634606192062 == keys.key("claimbook")


def test_the_command_says_what_recurs(lines, tmp_path, capsys):
    """With pages, hosts and origins."""
    assert 0 == main(["survey", str(lines), "--to", str(tmp_path / "out"), "--workers", "1"])
    out = capsys.readouterr().out

    assert "41 documents read, 1 with a fault" in " ".join(out.split())
    assert "31%: 20 pages, 4 hosts" in out
