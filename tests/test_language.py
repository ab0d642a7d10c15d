"""What is said in English is said in Chinese too."""

import ast
import csv
import json
import re
from pathlib import Path

import pytest

from claimbook import report
from claimbook.case.translations import unmatched
from claimbook.cli import main, terminal
from claimbook.judge import stability
from claimbook.judge.rules import SENTENCES
from claimbook.judge.verdict import SUB_REASONS, Label
from claimbook.language import sentences
from claimbook.language.phrase import HAN, PLACE, catalogue, phrase, say
from claimbook.language.speaking import speaking
from claimbook.tables.files import read_text
from claimbook.tables.writer import csv_of

HOME = Path(__file__).parent.parent
ENGLISH = re.compile(r"[A-Za-z]{2,}")


def literals():
    """Return every text that the package hands to `phrase` as it stands."""
    for path in sorted((HOME / "claimbook").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("phrase", "_count"):
                yield from (
                    arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                )


def test_every_phrase_of_the_package_has_its_chinese():
    """No template is without its Chinese."""
    words = list(literals())

    assert len(words) > 20
    assert [] == [text for text in words if text not in catalogue()]


@pytest.mark.parametrize(
    "words",
    [
        [*Label],
        SUB_REASONS,
        [label.meaning for label in Label],
        [*SUB_REASONS.values()],
        [*SENTENCES.values()],
    ],
    ids=["verdicts", "sub-reasons", "meanings", "kinds", "rules"],
)
def test_every_fixed_word_has_its_chinese(words):
    """Verdicts, rules and sub-reasons can be said in Chinese."""
    assert [] == [word for word in words if word not in catalogue()]


def test_every_cell_of_prose_has_its_chinese():
    """Each text of a notebook that a workspace begins with is a row of notebooks.csv, and each row is such a text."""
    books = (HOME / "claimbook" / "workspace" / "template" / "notebooks").glob("*.ipynb")
    cells = [cell for book in books for cell in json.loads(book.read_text(encoding="utf-8"))["cells"]]
    texts = {"".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"}
    with (HOME / "claimbook" / "language" / "notebooks.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]

    assert texts == {row["en"] for row in rows}
    assert not [row["zh"] for row in rows if not HAN.search(row["zh"])]


def test_the_chinese_keeps_every_place():
    """A place that the English fills is filled in the Chinese too."""

    def places(text):
        return sorted(match[0] for match in PLACE.finditer(text))

    assert [] == [(en, zh) for en, zh in catalogue().items() if places(en) != places(zh)]


# Sentences that are put together of parts.
MADE = re.compile(r"numbers |must be an id such as |say why the claim is |a round number in words ")


def test_no_chinese_is_left_that_nothing_says():
    """The catalogue holds no sentence that the package has ceased to say."""
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (HOME / "claimbook").rglob("*")
        if path.suffix in (".py", ".j2", ".js")
    )
    source = re.sub(r'"\s*\n\s*"', "", source)
    orphans = [en for en in catalogue() if not en.startswith("unit ") and not MADE.match(en) and en not in source]

    assert [] == orphans


def fragments():
    """Return every text of the package as it is written there, a filled place as its code."""
    for path in sorted((HOME / "claimbook").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    f"{{{ast.unparse(one.value)}}}" if isinstance(one, ast.FormattedValue) else one.value
                    for one in node.values
                ]
                yield "".join(parts)


@pytest.mark.parametrize("name", ["chinese", "sentences", "notebooks"])
def test_a_number_is_written_close_to_its_counter(name):
    """共3条, as pages and exports write it; a name, an id or a Latin word keeps its space."""
    counted = re.compile(r"(?:\{[^{}]*\}|\d) (?=[个项条次行种篇份处秒年页段格字天位步])")
    with (Path(sentences.__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        spaced = [chinese for _, chinese, *_ in csv.reader(file) if counted.search(chinese)]

    assert [] == spaced


def test_every_sentence_of_the_table_is_in_the_code():
    """A row of sentences.csv is an f-string to the letter, so that one finds the other, and keeps its places."""
    known = set(fragments())

    assert [] == [en for en in sentences.rows() if en not in known]
    assert [] == [en for en, zh in sentences.rows().items() if not set(PLACES(zh)) <= set(PLACES(en))]


PLACES = sentences.FILLED.findall


SAYING = {
    "Problems",
    "Unreadable",
    "Unvisited",
    "ArgumentTypeError",
    "add_argument",
    "say",
    "warn",
    "print",
    "translated",
}
COMMAND = r"claimbook (?:new FILE --id my-article|[a-z]+ 7|lab)"
OWN_WORDS = re.compile(rf"{COMMAND}|`[^`]*`|“[^”]*”|'[^']*'|--?[\w-]+|[\w./<>-]*[./_<>:,][\w./<>,-]*|\b[A-Z][\w-]*")


def said():
    """Return what the package says in errors, help and a terminal, with places filled, and where each is said."""
    for path in sorted((HOME / "claimbook").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", getattr(call.func, "attr", "")) in SAYING:
                yield from ((f"{path.name}:{call.lineno}", words) for words in whole(call))


def whole(node):
    """Return the texts below a node, an f-string as one."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(one.value if isinstance(one, ast.Constant) else "7" for one in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not isinstance(node, ast.Constant):
        for child in ast.iter_child_nodes(node):
            yield from whole(child)


def test_no_english_is_left_where_chinese_is_spoken():
    """Two English words in a row, outside of names and commands, are a sentence that nobody has translated."""
    with speaking("zh"):
        heard = [(where, words, sentences.translated(words)) for where, words in said()]
    left = [one for one in heard if re.search(r"[a-z]{3,}[ ,]+[a-z]{2,}", OWN_WORDS.sub("", one[2]))]
    assert [] == left


def test_what_is_wrong_is_said_in_the_language_that_is_asked_for(bus, capsys):
    """Errors and results are Chinese with --lang zh or in a Chinese locale, and English otherwise."""
    path = bus / "evidence.csv"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace(",f01,", ",f09,"), encoding="utf-8")
    assert 2 == main(["check", str(bus), "--lang", "zh"])
    told = capsys.readouterr().err
    assert "evidence.csv 第2行（e01）“figure”列：“f09”" in told and "共1个问题；未作任何更改。" in told
    path.write_text(before, encoding="utf-8")
    assert not main(["check", str(bus), "--lang", "zh"])
    assert "有据支持" in capsys.readouterr().out
    assert not main(["check", str(bus)])
    assert "有据支持" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "chinese", "english"),
    [
        (
            "claim {bus} c01",
            ["原文：", "证据（1）", "一级来源", "检索与线索（"],
            r"Published|EVIDENCE|decides|undated|read in",
        ),
        ("find {bus} {docs} --claim c01", ["不明确？页面"], r"the page|proxy\?|no number"),
        ("find {bus} {docs} --claim c01 --accept 1", ["已添加到 c01：", "请确认来源级别"], r"added|confirm"),
        ("propose {bus}", ["没有可提议的内容"], r"nothing to"),
        ("search {bus} c02 --log fares --outcome nothing", ["已为 c02 记录"], r"logged"),
    ],
    ids=lambda value: value.split()[0] if isinstance(value, str) else "",
)
def test_a_command_answers_in_chinese(bus, capsys, line, chinese, english):
    """What the package says of a claim, of passages, proposals and searches is Chinese; what the data says stays."""
    docs = bus.parents[2] / "docs"
    docs.mkdir()
    (docs / "a.txt").write_text("In 2019, City bus carried 1,180 riders a day.", encoding="utf-8")
    assert not main([*line.format(bus=bus, docs=docs).split(), "--lang", "zh"])
    said = capsys.readouterr().out

    assert not [words for words in chinese if words not in said] and not re.search(english, said), said


def test_the_locale_chooses_the_language(bus, capsys, monkeypatch):
    """What is asked for wins over the locale; machines are answered in English anywhere."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    main(["check", str(bus)])
    assert "有据支持" in capsys.readouterr().out
    main(["check", str(bus), "--lang", "en"])
    assert "有据支持" not in capsys.readouterr().out
    main(["check", str(bus), "--json"])
    assert "有据支持" not in capsys.readouterr().out


def test_what_is_written_is_the_same_in_any_language(bus, tmp_path):
    """The page has both languages and the exports are English, whoever makes them."""
    for language in ("en", "zh"):
        assert not main(["report", str(bus), "--to", str(tmp_path / language), "--lang", language])
    made = {path.name: path.read_bytes() for path in (tmp_path / "en").iterdir()}

    assert made == {path.name: path.read_bytes() for path in (tmp_path / "zh").iterdir()}


def test_help_is_said_in_chinese_too(capsys):
    """The help of a command is in the language that is asked for."""
    with pytest.raises(SystemExit):
        main(["check", "--help", "--lang", "zh"])

    assert "判定一篇文章" in capsys.readouterr().out


def test_reasons_are_said_in_both_languages(case):
    """Every reason, caveat, stability and headline of the article is Chinese but for names, printed words and leads."""
    said = [say(verdict.reason, "zh", case.book) for verdict in case.verdicts.values()]
    said += [stability.sentence(changes).said("zh", case.book) for changes in case.flips.values()]
    said += [line.said("zh", case.book) for line in report.headline(case)]

    assert all(re.search("[一-鿿]", words) for words in said)
    assert not [words for words in said if "The article" in words or "No figure" in words]


def test_published_claims_are_said_in_both_languages(published):
    """One language is enough for a draft; what we publish has both."""
    rows = published.tables["claims"]

    assert [] == [row["claim"] for row in rows if not (row["statement_en"].strip() and HAN.search(row["statement_zh"]))]


def test_a_verbatim_fill_is_never_translated():
    """What a page prints stays as it is printed, whatever it is."""
    assert "x：“supported”" == phrase("{who}: “{printed}”", who="x", printed="supported").said("zh")


def test_a_fill_is_not_filled_again():
    """Braces in a printed text are text."""
    assert "x: “{publisher}”" == str(phrase("{publisher}: “{printed}”", publisher="x", printed="{publisher}"))


def test_words_without_chinese_stay_english():
    """A word that nobody has translated is shown as it is."""
    assert "a new word" == phrase("a new word").said("zh", {})


def test_a_translation_that_loses_a_place_is_a_problem(copy):
    """Loading says which translation has other places than the English."""
    from claimbook import load_case
    from claimbook.tables.fault import Problems

    path = copy.parent.parent / "translations.csv"
    path.write_text("en,zh\nleft is {left},左边\n", encoding="utf-8")
    with pytest.raises(Problems) as found:
        load_case(copy)

    assert [
        "translations.csv, row 2, column “zh”: must have the places of the English: {left}"
    ] == found.value.sentences


def test_every_translation_translates_something():
    """The English of each row of the repository's translations is in a table or an article as it is now."""
    assert [] == [str(fault) for fault in unmatched(HOME)]


def test_a_translation_of_words_that_are_gone_is_a_fault(copy, capsys):
    """`validate` names the row once the cell says something else, and is silent while a table cannot be read."""
    evidence = copy / "evidence.csv"
    rows = read_text(evidence, "evidence")
    english = rows[0]["reason"]
    for row in rows:
        row["reason"] = row["reason"].replace(english, "Reworded.")
    evidence.write_text(csv_of("evidence", rows), encoding="utf-8")

    assert 2 == main(["validate", str(copy)])
    said = capsys.readouterr().err
    assert 1 == said.count("translations.csv, row ")
    assert f"column “en”: “{english[:60]}" in said and "is in no table of any article" in said
    evidence.write_text("not a table", encoding="utf-8")
    assert [] == unmatched(copy.parent.parent.parent)


def test_a_chinese_line_of_a_terminal_breaks_no_number_and_starts_with_no_mark(capsys):
    """A line ends between letters; a number, a word and a closing mark stay where they belong."""
    terminal.say("四个季度的年率为2.89%，与上年持平。" * 9, "- ")
    lines = capsys.readouterr().out.splitlines()

    assert len(lines) > 3 and all(line.startswith(("- ", "  ")) for line in lines)
    assert 9 == sum(line.count("2.89%") for line in lines)
    assert not [line for line in lines if line[2] in "，。%"]
    assert all(len(line.encode("gbk")) <= terminal.WIDTH for line in lines)
