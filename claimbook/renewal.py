"""Take in the new text of an article: what stands in it again keeps all that was entered."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from claimbook import draft
from claimbook.claim import selector_of
from claimbook.intake import sha256_of
from claimbook.mention import mentions
from claimbook.selector import find_again, likeness, select
from claimbook.table import Problems, csv_of, decode, read_text, save_all

SURE = 8  # characters around a number, of at most 24, that a changed number has in common with the old one, at least
GAP = 8  # characters that may come between, such as “about ”
NUMBER = ("low", "high", "unit", "comparator", "precision", "precision_reason")


def update(document, folder):
    """Put a new text in place of an article's, and find every mention and statement in it again.

    By its quote; a number that is another now, by what stands around it, in the same unit: its claims keep what was
    entered and take the new number. Nothing that a person entered is dropped: a row whose words are gone stays as it
    is and is named.

    Returns
    -------
    dict of str to list
        ``kept``, ``moved``, ``lost`` and ``new``: ids of mentions and statements; ``changed``: mention, old words and
        new words; ``stale``: claims whose number was entered by hand and stays.
    """
    folder, text = Path(folder), document.text
    if not folder.is_dir():
        raise Problems([f"{folder}: there is no such article; leave out --update to make it"])
    rows = {name: read_text(folder / f"{name}.csv", name) for name in ("mentions", "claims")}
    told = {"kept": [], "moved": [], "lost": [], "changed": [], "stale": []}
    taken = set()
    for name, key in (("mentions", "mention"), ("claims", "claim")):
        for row in rows[name]:
            if row["start"]:
                told[_reanchor(row, text, taken if name == "mentions" else None)].append(row[key])
    old = decode(folder / "article.txt", "article.txt")
    fresh = [mention for mention in mentions(text) if mention.start not in taken]
    lost = [row for row in rows["mentions"] if row["mention"] in told["lost"]]
    for row, before, after in _changed(lost, old, fresh, text):
        told["lost"].remove(row["mention"])
        told["changed"].append((row["mention"], before.exact, after.exact))
        told["stale"] += _renumber(rows["claims"], row, before, after, (old, text))
        fresh.remove(after)
    told["new"] = draft.append(rows, text, fresh)
    toml = decode(folder / "article.toml", "article.toml")
    toml = re.sub(r'(?m)^sha256 = "[0-9a-f]*"$', sha256_of(text), toml)
    toml = re.sub(r"(?m)^read_on = .*$", f"read_on = {date.today()}", toml)
    files = {folder / f"{name}.csv": csv_of(name, table) for name, table in rows.items()}
    save_all(files | {folder / "article.txt": text, folder / "article.toml": toml})
    return told


def _reanchor(row, text, taken):
    """Move a row's selector to where its words stand now; say ``kept``, ``moved`` or ``lost``."""
    found = find_again(text, selector_of(row), taken or ())
    if found is None:
        return "lost"
    if taken is not None:
        taken.add(found.start)
    moved = str(found.start) != row["start"]
    _place(row, found)
    return "moved" if moved else "kept"


def _place(row, selector):
    row |= {"start": str(selector.start), "end": str(selector.end), "exact": selector.exact}
    row |= {"prefix": selector.prefix, "suffix": selector.suffix}


def _changed(lost, old, fresh, text):
    """Return each lost mention that one new number alone can be: its row, the mention it was and the one it is."""
    was = {str(mention.start): mention for mention in mentions(old)}
    lost = [row for row in lost if row["start"] in was]
    alike = {
        row["mention"]: [m for m in fresh if m.unit == was[row["start"]].unit and _stands_alike(row, m, text)]
        for row in lost
    }
    claimed = [mention.start for found in alike.values() for mention in found]
    return [
        (row, was[row["start"]], alike[row["mention"]][0])
        for row in lost
        if len(alike[row["mention"]]) == 1 == claimed.count(alike[row["mention"]][0].start)
    ]


def _stands_alike(row, mention, text):
    """Tell whether a mention stands where the old one stood, a word such as “about” that came between apart."""
    old = selector_of(row)
    left = max(likeness(text, mention.start - gap, mention.end, replace(old, suffix="")) for gap in range(GAP + 1))
    right = max(likeness(text, mention.start, mention.end + gap, replace(old, prefix="")) for gap in range(GAP + 1))
    return left + right >= SURE


def _renumber(claims, row, before, after, texts):
    """Set the new number in a mention's claims that had the old one; return the ids of the others."""
    old = draft.claim_at(texts[0], row, "")
    _place(row, select(texts[1], after.start, after.end))
    new, stale = draft.claim_at(texts[1], row, ""), []
    for claim in claims:
        if claim["mention"] != row["mention"]:
            continue
        if all(claim[end] == old[end] for end in ("low", "high", "unit")):
            claim |= {name: new[name] for name in NUMBER}
        else:
            stale.append(claim["claim"])
    return stale
