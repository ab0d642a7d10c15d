"""English words that end a noun phrase, by what they do."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOPS = _set(
    "of in on at to for from by with without about among across between during after before since until as than that which who "
    "whom whose when where while because although though if unless but or nor so yet and the a an this these those it they he she we i you "
    "there here what how why its their his her our your my not no also even just only such any every each per via into onto over under "
    "above below within through against despite including excluding compared according up down off out more less fewer most least very "
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
    "rose rise rises risen rising grew grow grows grown growing increased increase increases increasing climbed climb climbs climbing jumped "
    "jump jumps jumping soared soar soars surged surge surges surging gained gain gains gaining up advanced advance expanded expand expands "
    "doubled tripled quadrupled accelerated rebounded recovered spiked edged ticked inched crept swelled widened higher"
)
DOWN = _set(
    "fell fall falls fallen falling dropped drop drops dropping declined decline declines declining decreased decrease decreases decreasing "
    "down slipped slip slips slid slide slides plunged plunge plunges plummeted tumbled sank shrank shrunk contracted narrowed eased lower "
    "reduced reduce reduces lost dipped slumped halved cut cuts shed"
)
CHANGE_NOUNS = _set(
    "increase decrease rise fall drop decline growth gain jump surge reduction cut loss improvement expansion contraction additions hike"
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
    "sought seek seeks bore wore rose taught caught fought understood sat ran swam flew experienced witnessed tracked backed captured garnered polled hospitalised drank drink eat ate sleep slept"
)
ADVERBS = _set(
    "about approximately around roughly nearly almost just only over more than under less at least most up to some another additional an "
    "estimated extra exactly already now currently still also slightly sharply significantly again well far so jointly further total "
    "overall officially reportedly collectively alone even recently previously"
) - {"at", "to", "more", "than", "less", "total", "up", "an"}
ENDERS = _set(
    "aged similar according respectively worth followed driven led plus marking reporting amid versus based left right apiece"
)
NOUNS_ING = _set(
    "manufacturing building housing engineering marketing banking spending funding training pricing lending warming advertising trading mining "
    "shipping processing publishing clothing farming fishing planning testing opening operating existing remaining leading living working growing"
)
NO_NOUNS = _set(
    "it they he she we i you this that these those which who what there here one ones something people’s record company companys more less most rest "
    "new first last same other others number part lot range level year years month months week day time times end half quarter "
    "fiscal expecting estimate estimates results data report study research figure figures average who’s way ways example thing things"
)
PREPOSITIONS = ("by", "for", "in", "at", "during", "from", "on", "among", "across", "with", "to")
