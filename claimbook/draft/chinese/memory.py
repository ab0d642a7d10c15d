"""What a paragraph said so far, and the place in it that is being read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimbook.draft.chinese.phrase import Phrase
from claimbook.draft.chinese.tagger import Token
from claimbook.draft.lexicon import Lexicon
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

Known = tuple[Mention, Reading]
# What a percentage can be by itself; anything else has a share or a change.
RATES = re.compile(
    r"(?:率|误差|占比|比重|比例|份额|幅|速|度|指数|毛利|利差|关税|概率|股份|股权|浓度|含量|成数|权重|收益|声望|好评|负面评价)$"
)
LONGEST = 24  # characters of a metric; a longer one is a sentence, not a metric


@dataclass
class Memory:
    """What a paragraph said so far.

    Parameters
    ----------
    readings : list of (Mention, Reading)
        Of its numbers, in their order.
    subject : str
        Whom it speaks of.
    groups : list of list of Reading
        The readings of numbers that are listed with each other.
    owner : str
        In the report of a firm on itself: the firm.
    group : str
        Of whom the last share was: the next one may be of them, too.
    nation : str
        The country that the text is about, where it is about one.
    names : tuple of str
        The firms and the people that the text names.
    """

    readings: list[Known] = field(default_factory=list)
    subject: str = ""
    groups: list[list[Reading]] = field(default_factory=list)
    owner: str = ""
    nation: str = ""
    group: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """A number in its sentence, with what is known before it.

    Parameters
    ----------
    words : list of Token
    index : int
        Of the number among the words.
    mention : Mention
    phrase : Phrase
        What is before it.
    here : list of (Mention, Reading)
        The numbers of the sentence that are read.
    memory : Memory
    book : Lexicon
    """

    words: Sequence[Token]
    index: int
    mention: Mention
    phrase: Phrase
    here: list[Known]
    memory: Memory
    book: Lexicon

    @property
    def known(self) -> list[Known]:
        """All numbers that are read, of the paragraph and of the sentence."""
        return [*self.memory.readings, *self.here]

    @property
    def beside(self) -> Known | None:
        """The number before in the sentence, where it is of the same unit and what it measures is known."""
        last = self.here[-1] if self.here else None
        return last if last and last[0].unit == self.mention.unit and last[1].base else None
