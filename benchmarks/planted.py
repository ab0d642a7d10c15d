"""What of a made corpus a survey finds again, beside the exact string of the sentence."""

import re
from collections import Counter, defaultdict

from benchmarks import made
from claimbook import survey
from claimbook.survey import questions

# What at least three origins print of the same metric, as `Survey.repeated` finds it.
REPEATED = f"""
    select list(distinct doc) from mentions join ({questions.REPEATED}) using (quantity, head) group by quantity, head
"""
REPEATED_GIVEN = {"origins": 3, "digits": 2, "chance": 0.05, "top": 1 << 30}
SAME = "select list(distinct doc) from sentences group by text having count(distinct doc) >= {0}"
# Copies of a page fill no template: a sentence of two origins, with two fillings.
TEMPLATES = """
    select list(distinct s.doc) from sentences s join groups g using (doc) where template <> 0
    group by template having count(distinct filled) >= 2 and count(distinct g.group) >= 2
"""


def found(home):
    """Return the shares of what was planted that the questions find, and of what they find that was planted."""
    base = survey.open_survey(home / "out").base
    addresses = base.execute("select doc, address from documents").fetchall()
    doc = {int(address.rsplit("/", 1)[-1]): key for key, address in addresses}
    whole = made.Made(len(doc))
    place = {key: one for one, key in doc.items()}
    kept = made.truth(home / "corpus")
    hosts = {
        one: int(re.search(r"site(\d+)\.", address)[1])
        for (_, address), one in zip(addresses, place.values(), strict=True)
    }
    wide = {n: some for n, some in kept["recurring"].items() if len({_origin(hosts[one]) for one in some}) >= 3}
    forms = {n: some for n, some in kept["templates"].items() if len({whole.first_of(one) for one in some}) >= 2}
    asked = {"recurring": (REPEATED, REPEATED_GIVEN, wide, kept["recurring"]),
             "templates": (TEMPLATES, {}, forms, kept["templates"])}  # fmt: skip
    result = {}
    for name, (question, given, planted, all_of_it) in asked.items():
        sets = _sets(base, question, place, given)
        result[f"{name}: recall"], result[f"{name}: precision"] = _recall(planted, sets), _precision(all_of_it, sets)
        result[f"{name}: recall by the exact sentence"] = _recall(
            planted, _sets(base, SAME.format(2 if name == "templates" else 3), place)
        )
    groups = dict(base.execute('select doc, "group" from groups').fetchall())
    texts = dict(base.execute("select doc, text_key from documents").fetchall())
    truth = {key: whole.first_of(one) for key, one in place.items()}
    result["copies: pairwise F1"] = _f1(truth, groups)
    result["copies: pairwise F1 by the same text"] = _f1(truth, texts)
    family = dict(base.execute("select distinct host, family from groups join documents using (doc)").fetchall())
    result["families of hosts: pairwise F1"] = _f1(
        {host: _origin(int(re.search(r"\d+", host)[0])) for host in family}, family
    )
    return result


def _origin(host):
    """Return the farm of a host, or the host itself."""
    return ("farm", host // made.FARM) if host < made.FARMS * made.FARM else ("host", host)


def _sets(base, question, place, given=None):
    return [{place[one] for one in docs} for (docs,) in base.execute(question, given or {}).fetchall()]


def _recall(planted, sets):
    """Return the share of what was planted of which a set has at least four fifths, and little else."""
    of = {one: number for number, some in planted.items() for one in some}
    hit = set()
    for some in sets:
        number, times = (
            Counter(of[one] for one in some if one in of).most_common(1)[0]
            if any(one in of for one in some)
            else (None, 0)
        )
        if number is not None and times >= 0.8 * len(planted[number]) and times >= 0.8 * len(some):
            hit.add(number)
    return len(hit) / len(planted) if planted else 1.0


def _precision(planted, sets):
    """Return the share of the sets of which most was planted together."""
    of = {one: number for number, some in planted.items() for one in some}
    right = 0
    for some in sets:
        most = Counter(of[one] for one in some if one in of).most_common(1)
        right += bool(most) and most[0][1] >= 0.8 * len(some)
    return right / len(sets) if sets else 1.0


def _f1(truth, groups):
    """Return the F1 of the pairs that are together."""
    both, one, other = defaultdict(int), defaultdict(int), defaultdict(int)
    for key, real in truth.items():
        both[real, groups[key]] += 1
        one[real] += 1
        other[groups[key]] += 1
    pairs = [sum(size * (size - 1) // 2 for size in sizes.values()) for sizes in (both, one, other)]
    return 2 * pairs[0] / (pairs[1] + pairs[2]) if pairs[1] + pairs[2] else 1.0
