"""Commands for an article of one's own: take it in, find evidence for it."""

import sys
from datetime import date
from pathlib import Path

from tqdm import tqdm

from claimbook import document, find, recheck, web
from claimbook.case.case import open_case
from claimbook.cli import terminal
from claimbook.draft import add as quotation
from claimbook.draft import create, draft, update
from claimbook.draft import search as inquiry
from claimbook.tables.fault import Problems
from claimbook.tables.workspace import home


def new(options):
    """Freeze a text as an article, or take in its new text, and say what comes next."""
    found, live = _source(options.source)
    folder = home() / "data" / "articles" / options.id
    if options.update:
        terminal.print_update(update.update(found, folder), options.id)
        return
    read = "live" if live else "stored copy"
    try:
        folder = create.take_in(found, options.id, folder.parent, read)
    except OSError as error:
        raise Problems([f"{folder}: cannot be written ({error.strerror}); mend that and run it again"]) from None
    terminal.print_new(found, folder)


def add(options):
    """Add words of the article to its tables: a number that was missed, or a statement."""
    ids = quotation.add(draft.open_draft(options.article), options.words)
    print(f"{' and '.join(ids)}: added; complete {'it' if len(ids) == 1 else 'them'} as the others")


def find_passages(options):
    """Rank passages for each claim, or take one of them into the tables."""
    opened, docs = draft.open_draft(options.article), Path(options.docs)
    if not docs.is_dir():
        raise Problems([f"{docs}: is not a folder; give the folder that holds your documents"])
    unknown = [name for name in options.claim or [] if name not in opened.claims]
    if unknown:
        raise Problems([f"--claim: there is no claim {', '.join(unknown)} in {opened.folder.name}; see claims.csv"])
    if options.accept and len(options.claim or []) != 1:
        raise Problems(["--claim: --accept needs exactly one; give an id such as c12"])
    index = find.open_index(docs, find.store_of(opened, docs), _shown)
    for name, why in index.unread.items():
        print(terminal.shown(f"{name}: {why}; passed over"), file=sys.stderr)
    if not index.passages:
        raise Problems([f"{docs}: holds no document that can be read; put pages, PDFs, texts or tables there"])
    asked = find.queries(opened.claims, opened.book, opened.searches)
    for name in options.claim or opened.claims:
        query = asked[name].also(options.also) if options.also else asked[name]
        hits = find.rank(index, query, most=max(options.top, options.accept or 0))
        if options.accept:
            _accept(opened, name, index, hits, options)
        else:
            terminal.print_hits(opened.claims[name], index, hits)


def _shown(items, total):
    """Show on a terminal how far the reading is."""
    return tqdm(items, total=total, unit=" documents", disable=None)


def _accept(opened, name, index, hits, options):
    if not 1 <= options.accept <= len(hits):
        raise Problems([f"--accept: there is no passage {options.accept}; {len(hits)} were found"])
    hit = hits[options.accept - 1]
    passage, number = index.passages[hit.place], hit.number
    if options.number is not None:
        number = next((one for one in passage.numbers if one.words == options.number), None)
        if number is None:
            there = ", ".join(f"“{one.words}”" for one in passage.numbers) or "none"
            raise Problems([f"--number: the passage prints no “{options.number}”; its numbers are {there}"])
    ids = find.accept(opened, opened.claims[name], passage, number, options.docs)
    terminal.print_passage(passage, number, "taken: ")
    print(f"source {ids[0]}, figure {ids[1]}, evidence {ids[2]}: set its tier, its relation and its reason")


def _source(source):
    """Read a file, an address or the standard input, and tell whether it was read on the live web."""
    try:
        if source == "-":
            return document.read_bytes(sys.stdin.buffer.read()), False
        if source.startswith(("http://", "https://")):
            answer = web.Visitor().get(source)
            if answer.status != 200:
                raise Problems([f"{source}: the server answers {answer.status}; save the page and give the file"])
            return document.read_bytes(answer.body, answer.kind, answer.url, answer.charset), True
        return document.read(source), False
    except (document.Unreadable, web.Unvisited) as error:
        raise Problems([f"{source}: {error}"]) from None
    except OSError as error:
        raise Problems([f"{source}: cannot be read ({error.strerror}); give the path of a file"]) from None


def search(options):
    """Print ready-made queries with links for a claim, or log what a search brought back."""
    opened = draft.open_draft(options.article)
    if options.claim not in opened.claims:
        raise Problems([f"{options.claim}: no such claim in {opened.folder.name}; the ids are in claims.csv"])
    claim = opened.claims[options.claim]
    if options.log is not None:
        name = inquiry.log(opened, claim, options.log, options.outcome, options.where, options.note)
        print(f"{name}: logged for {claim.id}")
        return
    for language, words in inquiry.queries(claim, opened.book):
        terminal.say(words, f"{language}  ")
        for address in inquiry.links(words).values():
            terminal.say(address, "      ")


def revisit(options):
    """Visit the sources; each leaves its row, so that what is interrupted goes on where it was."""
    case, today = open_case(options.article), str(date.today())
    sources, done = recheck.due(case, today, options.source, options.again)
    visitor, asker = (web.Visitor(private=options.allow_private, attempts=attempts) for attempts in (3, 2))
    shelf = recheck.Shelf(case.home / "build" / case.article.id / "snapshots")
    archive = recheck.Archive(asker, options.archive)
    rows = recheck.rechecks(case, sources, visitor, shelf, archive, today)
    return terminal.print_rechecks(case, rows, len(sources), done)
