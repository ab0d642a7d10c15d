"""How much of what a model proposes is right, by the labels and the measure that the rules' drafts are scored with."""

from collections import Counter
from contextlib import nullcontext
from itertools import islice
from pathlib import Path

from benchmarks import drafts, markdown
from benchmarks.drafts import labels as labelled
from benchmarks.propose.server import items, listed, sentence_of, served
from claimbook.draft.belonging import Cells
from claimbook.draft.lexicon import lexicon
from claimbook.draft.rows import select
from claimbook.mention.rate import rate
from claimbook.model import Chat, Server, Unanswered, What, address_of, key_of
from claimbook.model.asks import asks_of
from claimbook.model.known import Known
from claimbook.model.reading import Unreadable, read
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import Role

TITLE = "Proposals of a language model"
QUICK = 30  # texts of a file
NAMED = ("metric", "subject", "population", "period")
STATED = ("statement_en", "statement_zh")
RULES = (
    "No model was asked: the rules' own drafts are served by a server of ours on loopback, through the same questions, replies and "
    "checks as a model's. So “as it answers” must equal the rules, and “after the checks” says what the checks cost who is mostly right."
)


def table(args):
    """Return the shares of cells that are right: of the rules, of what the model answers, and of what passes the checks."""
    folder, rows, aside = Path(args.drafts) if args.drafts else drafts.HERE, [], []
    books = {path.stem: labelled.read(path) for path in sorted([*folder.glob("*.jsonl"), *folder.glob("*.json")])}
    for name, book in books.items():
        for language in ("zh", "en"):
            part = [label for label in book if label["language"] == language]
            if part:
                made = _scored(args, _few(part) if args.quick else part)
                rows += [[name, who, language, *row] for who, row in made.rows()]
                aside.append([name, language, made.asked, made.troubles, *_shares(made.gates, made.proposed)])
    says = RULES if not args.server else f"Asked: {args.model} at {args.server}."
    heads = ("labels", "by", *drafts.HEADS[1:])
    gates = ("labels", "language", "requests", "without a reply", "proposals", "put aside", "for what")
    return f"{says}\n\n{markdown.table(heads, rows)}\n\n{markdown.table(gates, aside)}"


def _few(part):
    """Return the labels of the first texts."""
    texts = list(islice(dict.fromkeys((one["doc"], one["sentence"]) for one in part), QUICK))
    return [one for one in part if (one["doc"], one["sentence"]) in texts]


def _shares(gates, proposed):
    failed = sum(gates.values())
    return [
        proposed,
        markdown.share(failed / max(1, proposed)),
        ", ".join(f"{one} {n}" for one, n in gates.most_common()),
    ]


def _scored(args, part):
    made = Made(args)
    with served(made.answer) if not args.server else nullcontext() as server:
        made.connect(server.url if server else args.server)
        made.rules = labelled.score(part)
        made.all = labelled.score(part, made.draft)
        made.checked = labelled.score(part, lambda label: made.drafted[id(label)])
    return made


class Made:
    """What was proposed for some labels."""

    def __init__(self, args):
        self.args, self.asked, self.troubles, self.proposed = args, 0, 0, 0
        self.gates, self.drafted, self.own, self.text = Counter(), {}, {}, ""

    def connect(self, address):
        """Ask at an address from now on."""
        address = address_of(address)
        self.server = Server(address, self.args.model or "rules", plain=self.args.plain)
        self.chat = Chat(address, key_of(address, self.args.key_env or ""))

    def rows(self):
        """Yield who drafted and how much of it is right."""
        for who, (scored, roles) in (
            ("rules", self.rules),
            ("as it answers", self.all),
            ("after the checks", self.checked),
        ):
            yield who, drafts._row([one for one in scored if one[2]], roles)

    def draft(self, label):
        """Return what is proposed for a text, as `labels.drafted` returns what the rules draft; what passes is kept for later."""
        self.own, first, inside = labelled.drafted(label)
        text = labelled.text_of(label)[0]
        known = Known(text, _rows(text, inside), day=label["date"], book=lexicon())
        every, passing = _empty(inside), _empty(inside)
        for what in (What.CLAIMS, What.STATEMENTS):
            for ask in asks_of(known, what):
                for one in self._proposals(ask, known):
                    for cells in (every, *(() if one.gate else (passing,))):
                        _put(cells, one, known)
        self.drafted[id(label)] = passing, first, inside
        return every, first, inside

    def _proposals(self, ask, known):
        self.asked += 1
        try:
            found = read(ask, self.chat.ask(self.server.body(ask)).content, known).proposals
        except (Unanswered, Unreadable) as error:
            self.troubles += 1
            if getattr(error, "ends", False):
                raise SystemExit(str(error)) from None
            return []
        self.proposed += len(found)
        self.gates.update(str(one.gate) for one in found if one.gate)
        return [one for one in found if one.table]

    def answer(self, body):
        """Answer with the rules' own drafts of the text at hand."""
        made = []
        for name, at, words, _ in listed(body):
            cells = self.own.get(at)
            start, said = sentence_of(body, at, words) or (0, words)
            one = {"at": start, "quote": said}
            row = cells.row if cells else {}
            if name[0] == "m":
                claimed = cells is not None and cells.role in labelled.CLAIMED
                role = Role.CLAIM if claimed else cells.role if cells else Role.OTHER
                made.append(one | {"mention": name, "role": role} | {name: row.get(name, "") for name in NAMED})
            elif cells:
                made.append(one | {"claim": name} | {name: row.get(name, "") for name in STATED})
        return items(*made)


def _rows(text, inside):
    """Return rows as a draft has them before anything is drafted: every number may be a claim."""
    mentions, claims = [], []
    for at, one in enumerate(inside, 1):
        place = select(text, one.start, one.end)
        where = {
            "start": str(place.start),
            "end": str(place.end),
            "exact": place.exact,
            "prefix": place.prefix,
            "suffix": place.suffix,
        }
        mentions.append(dict.fromkeys(TABLES["mentions"], "") | {"mention": f"m{at:02}", "role": "claim"} | where)
        low, high = one.readings
        ends = {"low": f"{low:f}", "high": f"{high:f}", "unit": rate(text, one)} if low is not None else {}
        claim = {"claim": f"c{at:02}", "mention": f"m{at:02}", "kind": "level", "comparator": one.comparator} | ends
        claims.append(dict.fromkeys(TABLES["claims"], "") | claim | {"basis": "none", "checkability": "checkable"})
    return {name: [] for name in TABLES} | {"mentions": mentions, "claims": claims}


def _empty(inside):
    return {one.start: Cells(Role.OTHER) for one in inside}


def _put(cells, one, known):
    """Put a proposal into the cells of its number; of two readings the first."""
    claim = next((row for row in known.rows["claims"] if row["claim"] == one.row), {})
    anchor = known.anchors.get(claim.get("mention", one.row))
    cell = cells.get(int(anchor["start"])) if anchor else None
    if cell is None:
        return
    if one.column == "role":
        cell.role = Role(one.cell) if one.cell in set(Role) else Role.OTHER
    elif one.column not in cell.row:
        cell.put(one.column, one.cell, "model")
