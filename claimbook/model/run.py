"""Ask a model, question by question, keep each reply as it comes, check it, and save what it proposes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from claimbook.language.progress import progress
from claimbook.language.sentences import translated
from claimbook.model.chat import Chat, Reply, Unanswered
from claimbook.model.keep import Shelf
from claimbook.model.plan import Plan, Server
from claimbook.model.prompt import Ask, sha256
from claimbook.model.proposal import ModelProposal
from claimbook.model.put import put
from claimbook.model.reading import Unreadable, read
from claimbook.tables.fault import Problems
from claimbook.tables.schema import Row

Told = Callable[[str], object]


@dataclass
class Report:
    """What came of a run.

    Parameters
    ----------
    proposals : list of dict
        Those that are new, what was put aside too.
    agreed : int
        Cells in which the model says what is there.
    missing : list of str
        Ids that it was asked about and passes over.
    troubles : list of str
        Why some questions have no reply that can be used.
    sent, kept : int
        How many questions were sent, and how many replies were kept from before.
    asked, answered : int
        Tokens, as the server counts them; estimated where it does not.
    stopped : bool
        Whether somebody stopped it.
    """

    proposals: list[Row] = field(default_factory=list)
    agreed: int = 0
    missing: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    sent: int = 0
    kept: int = 0
    asked: int = 0
    answered: int = 0
    stopped: bool = False

    @property
    def failed(self) -> list[Row]:
        """What was put aside."""
        return [row for row in self.proposals if row["gate"]]

    @property
    def passed(self) -> list[Row]:
        """What a person is shown."""
        return [row for row in self.proposals if not row["gate"]]

    @property
    def gates(self) -> Counter[str]:
        """How many were put aside, by what they did not pass."""
        return Counter(row["gate"] for row in self.failed)

    def lines(self, name: str, server: Server) -> list[str]:
        """Say what a run brought: proposals, what was put aside and why, and what is missing, a sentence each."""
        tokens = self.so_far(server)
        said = [
            f"{name}: {len(self.passed)} proposals (requests sent: {self.sent}, kept replies: {self.kept}; {tokens})"
        ]
        said.append(f"{self.agreed} cells are as they were")
        if counts := ", ".join(f"{translated(gate)} {count}" for gate, count in self.gates.most_common()):
            said.append(f"{len(self.failed)} put aside: {counts}")
        if self.missing:
            said.append(f"{len(self.missing)} passed over: {', '.join(self.missing)}")
        return said

    def so_far(self, server: Server) -> str:
        """Say how many tokens went by, and what they cost so far."""
        cost: Decimal | None = server.cost(self.asked, self.answered)
        tokens = translated(f"{self.asked + self.answered:,} tokens")
        return tokens if cost is None else translated(f"{tokens}, {cost:.4f} so far")


def run(plan: Plan, chat: Chat, today: date | None = None, told: Told = lambda words: None) -> Report:
    """Ask what a plan says, and save what is proposed; what arrived is saved whatever happens to the rest.

    Parameters
    ----------
    plan : Plan
    chat : Chat
    today : datetime.date, optional
    told : callable
        Is told after each reply how far it is, and what it cost so far.

    Raises
    ------
    Problems
        If nothing can be written, or the text was replaced meanwhile.
    """
    folder = plan.known.folder
    if folder is None:
        raise Problems(["proposals are saved beside an article; there is none"])
    report, replies = Report(), list[tuple[Sequence[ModelProposal], Row]]()
    shelf = Shelf(folder.resolve().parent.parent.parent, folder.resolve().name, chat.address)
    day = str(today or date.today())
    try:
        for at, ask in enumerate(_shown(plan, report), 1):
            try:
                replies += _one(plan, ask, chat, shelf, report, day)
            except Unanswered as error:
                report.troubles.append(str(error))
                if error.spent:
                    _count(report, ask, error.spent, False)
                if error.ends:
                    break
            told(f"{at}/{len(plan.asks)} · {report.so_far(plan.server)}")
    except KeyboardInterrupt:
        report.stopped = True
    report.proposals, report.agreed = put(folder, plan.known.text, replies)
    return report


def _shown(plan: Plan, report: Report) -> Sequence[Ask]:
    return progress(plan.asks, "asking the model", name=lambda ask: report.so_far(plan.server))  # type: ignore[return-value]


def _one(
    plan: Plan, ask: Ask, chat: Chat, shelf: Shelf, report: Report, day: str
) -> list[tuple[Sequence[ModelProposal], Row]]:
    """Return what the reply to one question proposes, and who, by what and when; a kept reply is not asked for."""
    body = plan.server.body(ask)
    reply, kept = shelf.get(body), True
    if reply is None:
        reply, kept = chat.ask(body), False
    try:
        found = read(ask, reply.content, plan.known)
    except Unreadable as error:
        shelf.drop(body)
        _count(report, ask, reply, kept)
        raise Unanswered(
            f"{ask.what}, {ask.names[0] if ask.names else ''}: {error}; nothing of it is used", False
        ) from None
    if not kept:
        _keep(shelf, body, reply)
    _count(report, ask, reply, kept)
    report.missing += found.missing
    said = {"model": plan.server.model, "prompt_sha256": ask.digest, "reply_sha256": sha256(reply.content), "date": day}
    return [(found.proposals, said)]


def _keep(shelf: Shelf, body: dict[str, object], reply: Reply) -> None:
    try:
        shelf.put(body, reply)
    except OSError as error:
        raise Problems(
            [f".claimbook: the reply cannot be kept ({error.strerror}); fix this and run it again"]
        ) from None


def _count(report: Report, ask: Ask, reply: Reply, kept: bool) -> None:
    if kept:
        report.kept += 1
        return
    report.sent += 1
    report.asked += reply.asked or ask.tokens
    report.answered += reply.answered
