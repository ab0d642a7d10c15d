"""English words that end a noun phrase, by what they do."""

import re

from claimbook.draft.country import ENGLISH
from claimbook.draft.periods import MONTHS

# Words that keep their capital wherever they are: July and Italy end as adverbs do.
PROPER = frozenset(word for name in (*MONTHS, *ENGLISH) for word in name.split())


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOPS = _set(
    "of in on at to for from by with without about among across between during after before since until as than that which who "
    "whom whose when where while because although though if unless but or nor so yet and the a an this these those it they he she we i you "
    "there here what how why its their his her our your my not no also even just only such any every each per via into onto over under "
    "versus vs amid year-over-year year-on-year month-on-month quarter-on-quarter sequentially respectively above below within through against despite including excluding compared according up down off out more less fewer most least very per via than "
    "both either neither another other respectively however meanwhile nearly almost roughly"
) - {"other"}
LINKS = _set(
    "is are was were be been being stands stood amounted amounts totaled totalled totals reached reaches reach hit hits came comes averaged "
    "averages equals equaled equalled exceeded exceeds exceed topped tops surpassed surpasses remains remained stayed became becomes "
    "peaked bottomed ranged ranges closed ended finished opened weighed weighs lasts lasted measured measures stayed registered "
    "posted logged recorded estimated projected forecast expected set valued priced had has have accounted accounts represented represents "
    "comprises comprised will would could may might can should must"
)
UP = _set(
    "edging ticking inching rose rise rises risen rising grew grow grows grown growing increased increase increases increasing climbed climb climbs climbing jumped "
    "jump jumps jumping soared soar soars surged surge surges surging gained gain gains gaining up advanced advance expanded expand expands "
    "rallied rally rallies rallying strengthened firmed popped appreciated advances improved improves improving vaulted vaulting leaped leapt leaping skyrocketed skyrocketing ballooned ballooning swelling spiking spikes soar surpassing "
    "doubled tripled quadrupled accelerated rebounded recovered spiked edged ticked inched crept swelled widened higher"
)
DOWN = _set(
    "fell fall falls fallen falling dropped drop drops dropping declined decline declines declining decreased decrease decreases decreasing "
    "down slipped slip slips slid slide slides plunged plunge plunges plummeted tumbled sank shrank shrunk contracted narrowed eased lower "
    "weakened retreated sagged depreciated lowered worsened tumbling tumble tumbles sinking sank sliding plunging plummeting plummets shrinking shrinks slumping dipping contracting narrowing easing slowed nosedived "
    "reduced reduce reduces lost dipped slumped halved cut cuts shed"
)
CHANGE_NOUNS = _set(
    "spike leap plunge boost climb bump dip slump uptick rebound slide slip increases gains drops declines increase decrease rise fall drop decline growth gain jump surge reduction cut loss improvement expansion contraction additions hike"
)
SAYS = _set(
    "said says say reported reports report showed shows show found finds find announced announces estimates noted notes wrote writes told "
    "added predicts predicted forecasts believes believed claims claimed according suggests suggested revealed reveals warned explained argued"
) - {"added"}
OTHER_VERBS = _set(
    "added add adds created create creates creating sold sell sells selling bought buy buys made make makes making produced produce produces "
    "surveyed survey analyzed analysed studied enrolled recruited interviewed employed employs employ hired hire lost won win wins spent "
    "spend spends paid pay pays earned earn earns raised raise invested invest invests built build builds installed install installs opened "
    "launched received receive receives attracted served serve serves shipped delivered issued granted approved awarded killed injured "
    "infected died affected reached used use uses using included includes include excluding needs need needed wants want requires required "
    "holds held owns owned operates operated runs run ran covers covered supports supported provided provides provide generated "
    "generates generate emitted consumed collected distributed administered vaccinated arrested deported closed acquired donated committed "
    "face faces faced say expect expects expecting believes plan plans planned prefer favor favour oppose support lack lacks report reported earns gave give gives get gets got took take takes taken went goes saw see sees fell went mentioned failed suffered suffers suffer continued continue "
    "led leads driven drove drive live lives lived know knows think thinks say believe change changed died dies occurred occur happened enter entered having "
    "came come comes began begin kept keep left leave met put brought bring thought told felt heard meant shown seen gone done given written chosen "
    "broken spoken drawn sent send looked look seemed appeared turned helped tried called asked moved played followed stopped voted agreed refused "
    "joined signed visited crossed ruled scored secured secure identified involved involve attended applied tested treated screened diagnosed "
    "hospitalized released published remain belong belongs belonged consists contains contain contained carried carry carries drew draw stand "
    "sought seek seeks bore wore rose taught caught fought understood sat ran swam flew experienced witnessed tracked backed captured garnered polled hospitalised drank drink eat ate sleep slept "
    "approve approved disapprove disapproved disapproves approves see sees generate flowed flow flows arrive arrives arrived check checks feel feels "
    "trust trusts worry worries own owns agree agrees disagree disagrees prefer prefers shop shops read reads watch watches listen browse "
    "browses intend intends smoke smokes exercise suffer avoid avoids avoided describe describes consider considers choose chooses chose rely "
    "relies depend depends adopt adopts adopted subscribe subscribes download downloads downloaded save saves saved borrow borrowed owe owes "
    "owed owned contribute contributes contributed exported imported committed incurred incur incurs opposed opposes oppose supported support "
    "supports identify identified rated rate(s) viewed enjoy enjoys love loves hate hates speak speaks hold work works lie sit believe "
    "commute drives earn lend lent rely experience experiences delayed skip skips skipped visit visits tell tells tested try tries "
    "rent rents rented respond responded cite cites cited name named rank ranks ranked say store stores_ hosts host hosted employ grant "
    "granted charge charges charged delivered deliver delivers ship ships outnumber outnumbered outpaced outpace exceeds tripling "
    "anticipate anticipates anticipated continues remained experiences attend attends attended recommend recommends recommended discover discovers discovered tripled resulted remain allow allows "
    "qualify qualified register registered graduate graduated enroll enrolls exist exists account account"
) - {"rate(s)", "stores_", "work", "visit", "rank", "host", "grant", "charge", "charges", "ship", "ships", "store", "rent", "rents", "download",
     "downloads", "visits", "ranks", "experience", "hosts", "saves", "account"}  # fmt: skip
# Verbs that are as often nouns: a verb only after those who do something and before what they do it to.
EITHER = _set(
    "work works visit visits rank ranks host hosts charge charges rent rents download downloads experience use search share rate post view "
    "call click stream access trade target study start end stay travel exercise order control visit name change account"
)
DOERS = re.compile(
    r"(?:people|who|\w*(?:ers|ors|ans|ists|ents|ants|men|children|families|adults|households|companies|firms|businesses|students))$"
)

ADVERBS = _set(
    "once about approximately around roughly nearly almost just only over more than under less at least most up to some another additional an "
    "estimated extra exactly already now currently still also slightly sharply significantly again well far so jointly further total "
    "overall officially reportedly collectively alone even recently previously"
) - {"at", "to", "more", "than", "less", "total", "up", "an"} | {
    f"as {how} as" for how in ("much", "many", "high", "low", "few", "little", "long")
}
ENDERS = _set(
    "aged similar according respectively worth followed driven led plus marking reporting amid versus based left right apiece"
)
NOUNS_ING = _set(
    "manufacturing building housing engineering marketing banking spending funding training pricing lending warming advertising trading mining "
    "shipping processing publishing clothing farming fishing planning testing opening operating existing remaining leading living working growing generating"
)
NO_NOUNS = _set(
    "m/m y/y q/q yoy mom qoq worldwide nationwide globally shy short ahead top high low peak once cash terms year-over-year year-on-year sequentially revised annualized month-on-month quarter-on-quarter it they he she we i you this that these those which who what there here one ones something people’s record company companys more less most rest "
    "new first last same other others number part lot range level year years month months week day time times end half quarter "
    "fiscal expecting estimate estimates results data report study research figure figures average who’s way ways example thing things"
)
PAST = {
    form: past
    for past, forms in (("generated", "generate generates generated generating"), ("produced", "produce produces produced producing"),
                        ("got", "get gets got"), ("spent", "spend spends spent"), ("made", "make makes made"), ("lost", "lose loses lost"))
    for form in forms.split()
}  # fmt: skip
PREPOSITIONS = ("by", "for", "in", "at", "during", "from", "on", "among", "across", "with", "to")
# Nouns of people by their endings, without what only ends like them.
PEOPLE = re.compile(
    r"(?i)\b(?:people|adults|women|men|children|consumers|households|families|millennials|employees|retirees|refugees|democrats|executives|nurses|pupils|kids"
    r"|(?!(?:accid|incid|pat|paym|ev|comm|docum|investm|shipm|apartm|developm|instrum|compon|agreem|elem|cont|perc|c|segm|departm|governm|establishm|treatm"
    r"|placem|movem|achievem|restaur|pl|gr|sect|fact|err|col|mot|lo|ple|me|numb|ord|off|oth|comput|pap|lett|doll|quart|cent|answ|pow|barr|bord|wat|pap|lay"
    r"|numb|let|tow|riv|flow|trail|contain|regist|chapt|semest)(?:ers|ors|ans|ists|ents|ants)\b)\w+(?:ers|ors|ans|ists|ents|ants))\b|^(?:average|typical) \w+"
)
# Groups of organizations, which have what firms have.
GROUPED = re.compile(
    r"(?i)\b(?:banks|companies|firms|businesses|airlines|hospitals|schools|universities|brands|countries|governments|automakers|retailers|farms)$"
)
