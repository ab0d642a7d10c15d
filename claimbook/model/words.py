"""The fixed words of proposals that a language model makes: what is asked for, where each is put, what became of it."""

from claimbook.tables.vocabulary import Word


class What(Word):
    """What a model is asked for."""

    CLAIMS = "claims", "what each number is, what it measures, of whom and of when"
    STATEMENTS = "statements", "each claim in a sentence, in English and in Chinese"
    EVIDENCE = "evidence", "which passage of your documents measures the same thing"
    CHECKS = "checks", "arithmetic among the article's own numbers"


class Place(Word):
    """Where a proposal is."""

    CELL = "cell", "in the cell itself, which was empty"
    DRAFT = "draft", "beside what a rule drafted there"
    ENTRY = "entry", "beside what a person entered there"
    ROW = "row", "a row of its own, not written yet"


class State(Word):
    """What became of a proposal."""

    OPEN = "open", "nobody has decided"
    ACCEPTED = "accepted", "a person took it as it is"
    CHANGED = "changed", "a person put something else there"
    REFUSED = "refused", "a person refused it"
    FAILED = "put aside", "a check of the machine found a fault in it before anybody saw it"


class Gate(Word):
    """What a proposal must pass before a person sees it."""

    SHAPE = "form", "the reply has the fields that were asked for, and no other"
    QUOTATION = "quotation", "the words are in the text, to the letter, at those characters"
    NUMBERS = "numbers", "every number is one of the quotation, with its unit and comparator"
    NAMES = "names", "the words are the text's or the lexicon's"
    PERIOD = "period", "the text or its date allows it"
    LANGUAGE = "language", "the sentence is in the language that was asked for"
    RELATION = "relation", "one of the five, with the difference that was seen"
    ARITHMETIC = "arithmetic", "it computes with the article's numbers alone"
    KNOWN = "ids", "it is about something that was asked"
