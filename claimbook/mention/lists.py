"""Lists of numbers that share the unit of the last: 2, 4 and 6 months."""

LAST_JOINTS = frozenset((" and ", " or ", ", and ", "×", "/", "和", "或", "及", "、", " to "))
JOINTS = LAST_JOINTS | {", ", ","}
JOINT_STARTS = frozenset((*",和或及、×/", " a", " o", " t"))
SHARED = frozenset(("money", "share", "change", "duration", "measure"))


def joins(text, end):
    """Tell whether what stands behind a number can join it to another."""
    return text[end : end + 1] in JOINT_STARTS or text[end : end + 2] in JOINT_STARTS


def listed(text, waiting, mention):
    """Give the numbers of a list the unit that stands once, at its end: 2, 4 and 6 months; 5、10和15万元."""
    joint = text[waiting[-1].end : mention.start] if waiting else None
    if joint in LAST_JOINTS and mention.kind in SHARED:
        waiting[:] = [one._replace(unit=mention.unit, kind=mention.kind) for one in waiting]
    bare = mention.unit == "count" and joins(text, mention.end)
    if not bare or (waiting and joint not in JOINTS):
        yield from waiting
        waiting.clear()
    if bare:
        waiting.append(mention)
    else:
        yield mention
