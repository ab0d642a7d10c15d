"""The words that say what kind of thing a claim says: records, ranks, comparisons, steadiness, groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimbook.quantity.quantity import Quantity
from claimbook.series.figures import Figure
from claimbook.series.scale import Scale

SENTENCE = re.compile(r"(?<=[a-z\d%)\]”\"][.!?;])\s+(?=[A-Z\[“\"])|[。；！]")
EVERY = re.compile(
    r"(?i)\b(?:consistent(?:ly)?|steadi(?:ly)?|steady|always|every (?:single )?(?:year|day|month)|each year|year after year"
    r"|year on year|throughout|entire|at any (?:point|time)|never|continu\w+|remain\w*|whole|ever since|without interruption"
    r"|all (?:the )?time|held true)\b|一直|持续|始终|每年|从未|连年"
)
LOOSE = re.compile(
    r"(?i)\b(?:almost|nearly|mostly|virtually) (?:the )?(?:entire|every|always|all)|\bone of the\b|\bamong the\b|之一"
)
COMBINED = re.compile(r"(?i)\b(?:combined|together|in total|jointly|the combined|added together)\b|合计|总和")
OURS = re.compile(
    r"(?i)\b(?:we|our|ours|us|my|this country|the country|the nation|the state|the city|citizens)\b|我们|本国|全省|全市"
)
WORLD = re.compile(
    r"(?i)\b(?:in the world|worldwide|globally|on (?:the )?(?:earth|planet)|any(?: other)? (?:country|nation)|of all (?:countries|nations)"
    r"|of any (?:\w+ )?(?:country|nation)|(?:countries|nations) in the world|among (?:all )?(?:countries|nations)|anywhere(?: else)?|nowhere(?: else)?|tops the world|(?:country|nation|countries|nations) with)\b|世界|全球|各国|所有国家|国家中"
)
EVENT = re.compile(
    r"\b(?:since|Since) (?:(?!then\b|records?\b|the (?:early |mid-?|late )?\d|when\b|at least)[a-zA-Z]\w*)(?: \w+){0,2}"
)
YET_TO_COME = re.compile(
    r"(?i)\b(?:(?:will|won[’']t) (?!not be surprised)\w+|(?:would|could) have\b|would (?:grow|rise|fall|increase|reach|be)\b"
    r"|(?:is|are) (?:set|projected|expected|forecast|on course|due) to\b)|预计|将(?:会|达|在)"
)
NEVER_BEFORE = re.compile(r"(?i)\b(?:never|not|without|no)(?: \w+){0,2} $|(?:未|没有|没|不再|并不)(?:任何|有)?\s*$")
ONLY = re.compile(r"(?i)\b(?:the |is |are )only (?:\S+ ){0,3}?(?:country|nation|economy|state|member|place)\b|唯一")
RECORDS = re.compile(
    r"(?i)\b(?:ever|than (?:in|at|during) any (?:other )?(?:year|time|point|month)|on record|in (?:our |its |the |recorded )?(?:\w+ )?history|all[- ]time|record (?:high|low|level|number)s?"
    r"|(?:highest|lowest|worst|best) (?:level|point|rate)|in (?:a|one) (?:decade|generation)|in living memory|since records began"
    r"|historic(?:al)? (?:high|low)|never (?:\w+ ){0,3}?(?:as|so|this) (?:high|low|many|much|few|large|small))\b|历史最|创新高|新低|有史以来|有记录以来"
)
STREAK = re.compile(
    r"(?i)\b(?:(?P<n>\w+)(?:th|st|nd|rd)? (?:straight|consecutive|successive) years?|(?P<nth>\w+) year (?:in a row|running)|(?P<many>\w+) years (?:in a row|running))\b|连续(?P<zh>\d+|[二两三四五六七八九十])年"
)
WHILE = re.compile(r"(?i)\b(?:while|whereas|compared (?:to|with)|but|versus|against|respectively|and)\b|[,，;；]")
SHARE_OF = re.compile(
    r"(?i)^\s*(?:of|in) (?:the )?(?:total )?(?:world|global|all|Africa|Europe|EU|Asia|G20|G7|OECD|planet)|^\s*of (?:[a-z]+ ){1,4}"
    r"(?:in the world|worldwide|globally|on the planet)|^的?(?:全球|世界)"
)
ZH_SHARE = re.compile(r"占(?:了|到|据)?(?:全球|世界|全世界)[^，。；\d]{0,8}$")
MORE = r"more|higher|greater|larger|bigger|(?<!no )longer|richer|faster|better|older|hotter|warmer|stronger|deadlier|heavier|wealthier|denser|dearer|ahead|as (?:many|much|high|large|big)"
LESS = r"less|lower|fewer|smaller|shorter|poorer|slower|worse|younger|colder|cooler|weaker|cheaper|lighter|rarer|behind"
# What is between a comparing word and “than”: a list too, and formulae, but no other comparison.
COMMA = rf",(?! (?:but|while|whereas|though|yet|which|who|said)\b)(?![^.;]*\b(?:{MORE}|{LESS})\b)"
GAP = rf"(?:(?:19|20)\d\d|[A-Z]{{1,3}}[\d₂₄]{{1,3}}(?:\.5)?|(?:aged?|ages|between|and|to|under|over|[-–])[ -]?\d\d?(?![\d%]|[.,]\d)|[^.;,\d]|{COMMA})"
WIDE = rf"(?:[^.;,]|{COMMA})"
FILL = r"(?: (?:the|an?|in|that|of|those|whole|all|does|it|is|has|both|neighbou?ring|any of|their|its|our|level|levels|rate|figure|average|person|country|people|by))*"
THAN = re.compile(
    rf"(?i)\b(?:(?P<up>{MORE}|above|exceed\w*)|(?P<down>{LESS}|below|under))\b(?:per [\d,]+|{GAP}){{0,90}}?\b(?:than|as|that of|that in)(?:{FILL}|(?: [a-z]+){{1,2}} in(?: the)?)\s*$"
    rf"|\b(?:(?P<beyond>above|ahead of|exceed\w*|overtak\w+|overtook|surpass\w*|outpac\w+)|(?P<short>below|behind|under)){FILL}\s*$"
    r"|\b(?:twice|times)(?: (?:that|those) (?:of|in))?(?: the)?\s*$"
    r"|(?P<zh>比)\s*$|(?P<zh_fold>是|为|相当于|达到?)\s*$|(?:高于|超过|多于|大于|快于|强于)\s*$|(?P<zh_down>低于|少于|小于|慢于|不及)\s*$"
)
THAN_ANY = re.compile(
    r"(?i)\bthan (?:(?:(?:that|those) )?(?:in|by|from|of|for) )?(?:(?:any|all|every)(?: other)?(?: \S+)? (?:country|countries|nation|nations|economy|member)s?"
    r"|(?:any|every)(?:one|body|where) else)\b"
)
THAN_THEN = re.compile(
    rf"(?i)\b(?:(?P<up>{MORE})|(?P<down>{LESS}))\b{WIDE}{{0,80}}?\bthan (?:(?:it|they|we|there|he|she) (?:was|were|did|had)(?: been)? |was (?:the case|so) )?"
    r"(?:back )?(?:in )?(?:the year )?$"
)
THAN_NOW = re.compile(
    rf"(?i)\b(?:(?P<up>{MORE})|(?P<down>{LESS}))\b{WIDE}{{0,100}}?\bthan (?:(?:there|it|they|we) (?:is|are|has|have) )?$"
)
LISTED = re.compile(r"(?i)^\s*(?:,|、|,? ?(?:and|or|nor)\b|和|或|及|以及)\s*(?:in )?(?:the )?$")
EXCEPT = re.compile(
    r"(?i)(?:\b(?:except|apart from|excluding|other than|save|bar|besides|behind only|second only to|after only|(?<=most )after|(?<=largest )after|(?<=biggest )after|(?<=highest )after)(?: for)?(?: in)?(?: the)?|除了?|仅次于)\s*$"
)
NOBODY = re.compile(
    r"(?i)\b(?:no (?:other )?(?:\w+ )?(?:country|nation|economy|state|place|one|people)|nobody|none|nowhere(?: else)?)\b|没有(?:哪个|任何)?国家"
)
LACKING = re.compile(  # of those who have none, right after their share
    r"(?i)^(?: of)?(?: [\w'’-]+){0,6}? (?:(?:still|now|also) )?(?:lack\w*|without|(?:do|does|did|have|has|had|are|is|were|was)(?: not|n[’']t)"
    r"|(?:have|had|has) no|cannot|can[’']t|could not)\b|^[^，。；]{0,14}?(?:没有|缺乏|无法|未能|用不上|不能)"
)
AS_MUCH = re.compile(  # nearly the same: neither more nor less
    r"(?i)\b(?:almost|nearly|about|roughly|just) as (?:many|much|high|large|big|long|old)\b[^.;,]{0,60}\bas\b"
)
FROM_THEN = re.compile(
    r"(?i)\b(?:(?P<up>up|risen|rising|an increase)|down|fallen|falling|a (?:drop|fall|decline)) from (?:\w+ )?$"
)
UNMOVED = re.compile(
    r"(?i)\b(?:not|never|n[’']t|no longer)(?: \w+){0,1}? (?:(?P<up>risen|grown|increased|improved|gone up)|(?P<down>fallen|declined|dropped|shrunk|decreased|gone down))\b"
    r"|(?:没有|未|没)(?:任何|有)?(?:(?P<zh_up>进步|改善|提高|上升|增长|增加|好转)|(?P<zh_down>下降|减少|降低|下跌))"
)
NEVER_AS = re.compile(
    r"(?i)(?P<loose>\A\b\B)?\bnever (?:\w+ ){0,3}?(?:as|so|this) (?P<end>high|low|many|much|few|large|small)\b"
)
THAN_EVER = re.compile(rf"(?i)(?P<loose>\A\b\B)?\b(?:{MORE}|(?P<down>{LESS}))\b[^.;,]{{0,60}}?\bthan ever\b")
THAN_ANY_YEAR = re.compile(
    rf"(?i)(?P<loose>\A\b\B)?\b(?:{MORE}|(?P<down>{LESS}))\b[^.;,]{{0,70}}?\bthan (?:in|at|during) any (?:other )?(?:year|time|point|month)\b"
    r"(?! since(?! (?:19|20)\d\d))"
)
JUDGED = re.compile(r"(?i)\b(?:better|worse)\b")  # more is the one of some metrics, and the other of others
MAJORITY = re.compile(
    r"(?i)\b(?:(?:the |a |vast )*majority of|most (?:of )?(?:the |our )?(?:people|citizens|women|men|households|adults|children|workers|families|girls|schools)\b|(?-i:[Mm]ost [A-Z][a-z]+s\b))|\b(?P<few>a minority of|few(?:er)? than half)\b|大多数|多数"
)
_MORE = Quantity(Decimal(50), Decimal(50), "percent", ">", "exact")
_LESS = Quantity(Decimal(50), Decimal(50), "percent", "<", "exact")
HALVES = {few: Figure(-1, -1, "most", quantity, Scale("percent")) for few, quantity in ((False, _MORE), (True, _LESS))}
TREND_UP = re.compile(
    r"(?i)\b(?:ris(?:es?|ing|en)|rose|increas(?:es?|ed|ing)|gr[eo]w(?:s|n|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed)?|soar(?:s|ed|ing)?"
    r"|surg(?:es?|ed|ing)|(?:went|gone|going|goes|go) up|expand(?:s|ed|ing)?|improv(?:es?|ed|ing)|skyrocket(?:s|ed|ing)?|on the rise|gain(?:s|ed|ing)?"
    r"|upward|up(?= (?:since|compared)))\b|上升|增长|增加|提高|上涨|扩大"
)
TREND_DOWN = re.compile(
    r"(?i)\b(?:(?:fall(?:s|ing|en)|fell)(?! (?:far |well )?(?:short|below|under|behind))|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|reduc(?:es?|ed|ing)"
    r"|shr[aiu]nk(?:s|ing)?|plung(?:es?|ed|ing)|plummet(?:s|ed|ing)?|(?:went|gone|going|goes|go) down|slump(?:s|ed)?|contract(?:s|ed|ing)?|los(?:t|ing)|dwindl\w+"
    r"|collaps\w+|downward|down(?= (?:since|compared))|on the decline|cut(?:ting)? (?:its|our|the|their)?)\b|下降|减少|降低|下跌|缩小"
)
HIGH = (
    r"highest|most|largest|biggest|greatest|top|leading|longest|richest|heaviest|busiest|fattest|fastest|record|number one|No\. ?1|number 1|leads?"
    r"|deadliest|bloodiest|hottest|warmest|costliest|densest|dearest|wealthiest|oldest|strongest|steepest"
    r"|(?:tops|topped|led|heads|headed)(?= (?:the|all|every)\b)"
)
LOW = r"lowest|least|fewest|smallest|poorest|shortest|slowest|minimum(?! (?:\w+ )?(?:proficien\w+|competen\w+|skills?|standards?|wages?|ages?|income|diet\w*|level))|coldest|coolest|cheapest|weakest|youngest"
SUPERLATIVE = re.compile(
    rf"(?i)(?P<loose>\b(?:one of|among)\b(?: \S+){{0,3}}? )?(?P<best>\b(?:the |is |its |their |our |’s |'s |a |an? \S+ )?(?:(?P<high>{HIGH})|(?<!at )(?P<low>{LOW}))\b)"
    r"(?! of (?:the|our|us|them|its)\b(?! world))|(?P<zh_high>最高(?!峰|点)|最大|最多|最长|最快|最强|最富|最重|最热|第一|居首|首位|仅次于|之首|榜首)|(?P<zh_low>最低(?!点)|最小|最少|最短|最慢|最穷|最弱|最冷|垫底)"
)
AS_THEN = re.compile(
    r"(?i)\bas (?:(?:there|it|they|we|she|he) (?:was|were|did|had) )?(?:back )?(?:(?:in )?(?:19|20)\d\d\b"
    r"|(?:at )?(?:the )?turn of the (?:century|millennium)|(?:a|one|two|three|\d+) (?:decade|generation|year)s? (?:ago|earlier))"
)
NUMBER = re.compile(  # one that nothing covers; ages, names and rates are none
    r"(?i)(?<![\w.,/-])(?<!per )(?<!every )(?<!under )(?<!over )(?<!aged )(?<!age )(?<!ages )(?<!of )(?<!than )"
    r"\d[\d,]*(?:\.\d+)?(?![\w,.-]*[\d-])"
    r"(?! ?(?:years? old|岁|and over|or older|and older|to \d|people|population|women|births))"
)
RECORD_WORD = re.compile(r"(?i)\b(?:high|low)\b")


def superlatives(words: str) -> Iterator[tuple[bool, re.Match[str]]]:
    """Yield each superlative, and whether it is of the high end; “more than any other” is one."""
    if match := THAN_ANY.search(words):
        before = words[: match.start()]
        down = re.search(r"(?i)\b(?:less|fewer|lower|smaller)\b[^.;,]{0,40}$", before)
        found = re.match(r"(?s)(?P<loose>\A\b\B)?.*", words)
        if found:
            yield not down, found
        return
    if match := THAN_ANY_YEAR.search(words):
        yield not match["down"], match
        return
    if match := THAN_EVER.search(words):
        yield not match["down"], match
        return
    if match := NEVER_AS.search(words):
        yield match["end"].casefold() not in ("low", "few", "small"), match
        return
    if match := re.search(
        r"(?i)(?P<loose>\A\b\B)?\b(?:\d+|\w+)[- ](?:year|decade)[- ](?P<end>high|low|peak|record)\b", words
    ):
        yield match["end"].casefold() != "low", match
        return
    if match := re.search(r"(?i)(?P<loose>\A\b\B)?\b(?:record|all[- ]time|historic)[- ](?P<end>high|low)s?\b", words):
        yield match["end"].casefold() == "high", match
        return
    for match in SUPERLATIVE.finditer(words):
        yield not (match["low"] or match["zh_low"]), match
