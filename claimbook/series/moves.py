"""The words that say that a number is of a movement: which way it went, by how much, to what."""

from __future__ import annotations

import re

UP = (
    r"ris\w+|rose|increas\w+|gr[eo]w\w*|growth|growing|climb\w*|jump\w*|soar\w*|surg\w+|went up|gone up|going up|go up|goes up"
    r"|shot up|up|enhanced|expand\w*|improv\w+|gain\w*|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|spik\w+|swell\w*|skyrocket\w*|worsen\w*|higher|more(?! than\b)"
)
DOWN = (
    r"fall\w*|fell|drop\w*|declin\w+|decreas\w+|reduc\w+|shr[aiu]nk\w*|plung\w+|plummet\w*|went down|gone down|going down|go down|goes down"
    r"|down|cut|halv\w+|slash\w*|lower\w*|slump\w*|tumbl\w+|contract\w*|dwindl\w+|lost|(?:less|fewer)(?! than\b)|collaps\w+|slid|eas\w+"
)
MOVES = re.compile(
    rf"(?i)\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b|(?P<zh_up>上升|增长|增加|提高|上涨|翻番|扩大|升至|升|高出|多出)|(?P<zh_down>下降|减少|降低|下跌|缩小|降至|降|跌|低了|少了)"
)
BY = re.compile(
    rf"(?i)\b(?:{UP}|{DOWN})(?: [a-z]+){{0,3}}? by (?:an? |about |around |almost |nearly |over |more than |at least |a whopping |just |only |some )*$"
)
BY_SO_MUCH = re.compile(  # whose verb may be far before it: “cut its gases from other fuels by more than half”
    r"(?i)\bby (?:an? |about |around |almost |nearly |over |more than |at least |less than |a whopping |just |only |some )*$"
)
TO = re.compile(
    r"(?i)\b(?:to|at|reach\w*|hit)(?: (?:an?|about|around|almost|nearly|over|more than|at least|just|only|some|under|below))*\s*$|[至到达]$"
)
BESIDE = re.compile(
    r"(?i)^\s*(?:increase|rise|growth|jump|hike|surge|gain|drop|fall|decline|decrease|reduction|cut|higher|lower|more|fewer|less)\b"
)
VERB_RIGHT_BEFORE = re.compile(
    r"(?i)(?:\b(?:rose|rises?|risen|grew|grow|grown|grows|increased|fell|falls?|fallen|dropped|drops?|declined|decreased|shrank|shrunk"
    r"|contracted|expanded|jumped|soared|surged|plunged|up|down|reduced|cut|climbed|growing|falling|rising)"
    r"(?: (?:about|around|almost|nearly|over|more than|at least|just|only|roughly|some|an?))*|增长|下降|上升|增加|减少|上涨|下跌|高出|多出)(?:了)?\s*$"
)
PASSIVE = re.compile(
    r"(?i)\b\w+ed by (?:(?:less|more|fewer) than |over |under |about |nearly |almost |only |just |at least )*$"
)
THAN_BEFORE = re.compile(  # “300,000 fewer children than in 2018”
    r"(?i)^(?: [\w-]+){0,2}? (?:more|higher|hotter|warmer|longer|(?P<down>less|fewer|lower|colder|cooler|shorter))\b[^.;]{0,60}?\bthan (?:(?:there|it|they|we) (?:was|were|did|had) )?"
    r"(?:back )?(?:in )?(?:the (?:year before|previous year)|a year (?:before|earlier)|last year|(?:19|20)\d\d)"
)
