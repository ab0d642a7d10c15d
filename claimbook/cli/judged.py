"""Commands on a judged article: check it, look at a claim, validate, build, write the page and the formats."""

import json
import os
from pathlib import Path

from claimbook import export, page, report
from claimbook.case.case import open_case
from claimbook.cli import terminal
from claimbook.judge.verdict import MARKS
from claimbook.jupyter import run
from claimbook.mention import mentions
from claimbook.tables.fault import Problems


def check(options):
    """Print the headline and the table of verdicts."""
    case = open_case(options.article)
    if options.json:
        rows = export.verdicts(case, inert=False).to_dict("records")
        print(
            json.dumps(
                {
                    "article": case.article.id,
                    "headline": [str(sentence) for sentence in report.headline(case)],
                    "numbers": report.counts(case),
                    "statements": report.counts(case, numbers=False),
                    "verdicts": rows,
                },
                ensure_ascii=False,
                indent=1,
            )
        )
        return
    terminal.print_headline(case)
    print()
    for claim in case.claims.values():
        verdict = case.verdicts[claim.id]
        print(f"{claim.id}  {MARKS[verdict.verdict]:15} {verdict.confidence:9} {terminal.shown(claim.statement_en)}")


def claim(options):
    """Print one claim with everything about it."""
    case = open_case(options.article)
    if options.claim not in case.claims:
        known = ", ".join(sorted(case.claims))
        raise Problems([f"{options.claim}: no such claim in {case.article.id}; the claims are {known}"])
    terminal.print_claim(case, options.claim)


def validate(options):
    """Check the data of an article, and name numbers that are not listed."""
    case = open_case(options.article)
    rows = sum(len(frame) for frame in case.tables.values())
    print(f"{case.article.id}: {len(case.tables)} tables, {rows} rows, no problems")
    listed = {int(row["start"]) for row in case.rows("mentions")}
    for found in mentions(case.article.text):
        if found.selector.start not in listed:
            place = f"{found.selector.start} to {found.selector.end}"
            terminal.say(
                f"note: “{found.selector.exact}” at characters {place} is not in mentions.csv; add it if it is a number"
            )


def build(options):
    """Write the verdicts, execute the notebooks, write the page and the formats."""
    case = open_case(options.article)
    written = [export.write_verdicts(case), export.write_picture(case)]
    books = run.run_all(case.home / "notebooks", case.article.id, case.fingerprint)
    site = _checked(_write_site, case, _folder(case, None), books)
    terminal.print_headline(case)
    print("\nWritten:")
    for path in [*written, *books, site[0]]:
        print(f"  {os.path.relpath(path)}")
    print(f"  and beside the page {len(site) - 1} files: the notebooks as pages, and the formats for other tools")


def write_report(options):
    """Write the page with the notebooks and the formats beside it."""
    case = open_case(options.article)
    books = run.executed_for(case.home / "notebooks", case.article.id, case.fingerprint)
    if not books:
        terminal.say("The notebooks were not executed on this data and are left out; `claimbook build` executes them.")
    for path in _checked(_write_site, case, _folder(case, options.to), books):
        print(f"  {os.path.relpath(path)}")


def _write_site(case, folder, books):
    """Write the page, and remove earlier pages of notebooks that were not executed on the case as it is now."""
    current = {path.stem for path in books}
    for path in run.published(case.home / "notebooks"):
        if path.stem not in current:
            (folder / f"{path.stem}.html").unlink(missing_ok=True)
    return page.write_site(case, folder, books)


def write_formats(options):
    """Write every format that other tools read."""
    case = open_case(options.article)
    for path in _checked(export.write_all, case, _folder(case, options.to)):
        print(f"  {os.path.relpath(path)}")


def _folder(case, given):
    return Path(given) if given else case.home / "build" / case.article.id


def _checked(write, case, folder, *more):
    try:
        return write(case, folder, *more)
    except OSError as error:
        raise Problems([f"{folder}: cannot be written ({error.strerror}); give another folder with --to"]) from None
