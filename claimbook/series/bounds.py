"""What bounds a number of a claim, from the words before it: “fewer than”, “never above”, “没有超过”."""

from __future__ import annotations

import re

BELOW = re.compile(
    r"(?i)(?:\b(?:below|under|short of|less than|fewer than|lower than|beneath|smaller than|not even"
    r"|no more than|at most"
    r"|up to|not exceed\w*|within)|不到|低于|不足|不超过)"
    r"(?: (?:the|a|an|its|who|recommended|only|just))*[^.;,\d]{0,45}$"
)
ABOVE = re.compile(
    r"(?i)(?:\b(?:over|above|more than|greater than|higher than|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|at least"
    r"|upwards of"
    r"|topp(?:ed|ing)|no (?:less|fewer) than|beyond|well over)|超过|高于|逾|至少|以上)"
    r"(?: (?:the|a|an|its|whopping))*[^.;,\d]{0,25}$"
)
NEVER = re.compile(
    r"(?i)\b(?:never|not|without)(?: (?:been|once|ever|gone|fallen|dropp\w+|fall\w*|ris\w+|exceed\w+))*[^.;,\d]{0,12}$"
    r"|(?:没有|从未|未曾|不曾|从来没)[^，。；\d]{0,8}$"
)
NEAR = re.compile(
    r"(?i)\b(?:about|around|roughly|approximately|nearly|almost|close to|some|circa|an estimated|just over|just under"
    r"|only|barely|hardly"
    r"|(?:slightly|a little|marginally|little) (?:more|over|above|less|under|below)(?: than)?)\s*$|约|近|大约$"
)
NEVER_ZH = re.compile(r"(?:没有|从未|未曾|不曾|从来没)[^，。；\d]{0,8}$")  # before “10%以上”
DENIED = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}


def comparator(before: str, said: str) -> str:
    """Return what compares a number, from the words before it."""
    near = before[-60:]
    if match := BELOW.search(near):
        return ">=" if NEVER.search(near[: match.start()]) else "<"
    if match := ABOVE.search(near):
        return "<=" if NEVER.search(near[: match.start()]) else ">"
    if said == "=" and NEAR.search(near):
        return "~"
    return DENIED.get(said, said) if NEVER_ZH.search(near) else said
