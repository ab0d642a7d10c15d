"""Read the public sets that a person has put in a folder: texts, and what their makers labelled in them.

A text is ``{"text": ..., "gold": [...]}``. A gold label has ``start`` and ``end`` where the set gives places, and what else
the set's own score needs. A set that is not there gives no texts.
"""

import csv
import json
import re
from decimal import Decimal
from xml.etree import ElementTree

NAMES = {"{http://www.tei-c.org/ns/1.0}measure", "measure"}
CORPORA = ("AmountOfMoney", "Distance", "Duration", "Numeral", "Ordinal", "Quantity", "Temperature", "Volume")
EXAMPLES = re.compile(r'examples\s*\((.*?)\)\s*\n\s*\[((?:[^"\]]|"(?:[^"\\]|\\.)*")*)\]', re.DOTALL)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
ESCAPED = re.compile(r"\\(x[0-9a-fA-F]+|\d+|.)(?:\\&)?")
ROLES = ("proportion", "money", "number", "date")
FEWFC = ("train_base", "test_base", "train_trans", "test_trans")


def newsquant(folder):
    """Read NewsQuant: sentences of news with value, unit and change of each quantity, without places."""
    path = folder / "CQE_Evaluation/data/formatted_test_set/NewsQuant.json"
    if not path.exists():
        return []
    return [{"text": one["text"], "gold": one["quantities"]} for one in json.loads(path.read_text(encoding="utf-8"))]


def measeval(folder, part):
    """Read a part of MeasEval: paragraphs of science with the places of quantities, each with its unit as printed."""
    texts = []
    for path in sorted((folder / "MeasEval/data" / part / "tsv").glob("*.tsv")):
        text = (path.parent.parent / ("txt" if part == "trial" else "text") / f"{path.stem}.txt").read_text("utf-8")
        with path.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
        gold = [_measured(row, text) for row in rows if row["annotType"] == "Quantity"]
        texts.append({"text": text, "gold": gold})
    return texts


def _measured(row, text):
    start, end = int(row["startOffset"]), int(row["endOffset"])
    other = json.loads(row["other"]) if row["other"] else {}
    return {"start": start, "end": end, "exact": text[start:end], "unit": other.get("unit", "")}


def grobid(folder):
    """Read the final training papers of Grobid-quantities: paragraphs with the places of measures and their units."""
    texts = []
    for path in sorted((folder / "grobid-quantities/resources/dataset/quantities/corpus/final").glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        for paragraph in (one for one in root.iter() if one.tag.rpartition("}")[2] in ("p", "ab", "head")):
            parts, gold = [], []
            _walk(paragraph, parts, gold)
            texts.append({"text": "".join(parts), "gold": gold})
    return texts


def _walk(node, parts, gold, inside=False):
    """Add the text of a node, and its outermost measures, to what was read before it."""
    outermost = node.tag in NAMES and not inside
    start = sum(map(len, parts))
    parts.append(node.text or "")
    for child in node:
        _walk(child, parts, gold, inside or outermost)
        parts.append(child.tail or "")
    if outermost and (exact := "".join(parts)[start:]).strip():
        lead, units = len(exact) - len(exact.lstrip()), [one for one in node.iter() if one.get("unit")]
        gold.append({"start": start + lead, "end": start + lead + len(exact.strip()), "exact": exact.strip(),
                     "unit": (units[0].text or "") if units else ""})  # fmt: skip


def duckling(folder, language):
    """Read the phrases of Duckling's own tests, each with the numbers of the value that is expected."""
    texts = []
    for name in CORPORA:
        path = folder / f"duckling/Duckling/{name}/{language.upper()}/Corpus.hs"
        source = path.read_text(encoding="utf-8") if path.exists() else ""
        for expected, phrases in EXAMPLES.findall(re.sub(r"(?m)^\s*--.*$", "", source.partition("allExamples")[2])):
            values = [f"{Decimal(number):f}" for number in NUMBER.findall(re.sub(r"[A-Z]\w*|\"[^\"]*\"", "", expected))]
            texts += [{"text": _unescaped(phrase), "gold": [_expected(values, expected, name)]}
                      for phrase in STRING.findall(phrases) if values]  # fmt: skip
    return texts


def _expected(values, expected, name):
    kind = next((word for word in ("between", "under", "above") if expected.lstrip().startswith(word)), "simple")
    if "Cent " in expected and name == "AmountOfMoney":  # ours are hundredths of a currency
        values = [f"{Decimal(value).scaleb(-2):f}" for value in values]
    return {"values": values, "kind": kind, "as_written": expected.strip()}


def _unescaped(phrase):
    return ESCAPED.sub(lambda match: _char(match[1]), phrase)


def _char(code):
    if code.isdecimal():
        return chr(int(code))
    return chr(int(code[1:], 16)) if len(code) > 1 else code


def fewfc(folder):
    """Read FewFC: sentences of Chinese financial news with the places of dates, amounts, numbers and percentages."""
    texts = {}
    for name in FEWFC:
        path = folder / f"FewFC/rearranged/{name}.json"
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            one = json.loads(line)
            spans = {(*word["span"], word["role"]) for event in one["events"] for word in event["mentions"]
                     if word["role"] in ROLES}  # fmt: skip
            gold = [{"start": start, "end": end, "role": role, "exact": one["content"][start:end]}
                    for start, end, role in sorted(spans)]  # fmt: skip
            texts[one["content"]] = {"text": one["content"], "gold": gold}
    return list(texts.values())


def claims(folder, name):
    """Read the statements of a set of claims, for which only completeness is asked."""
    if name == "QuanTemp":
        path = folder / "QuanTemp/data/decomposed_questions/test/test_claimdecomp.csv"
        lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
        found = (re.match(r'"?(.{10,}?)"?@"', line) for line in lines)
        return [{"text": one[1].strip('"'), "gold": []} for one in found if one]
    path = folder / "FinDVer/data/test.json"
    statements = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return [{"text": one["statement"], "gold": []} for one in statements]
