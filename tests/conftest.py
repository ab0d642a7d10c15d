"""Fixtures: the real case, a copy of it to damage, and a tiny article of another kind."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from claimbook import load_case
from claimbook.cli import main
from claimbook.tables.files import read_text
from claimbook.tables.writer import csv_of

HOME = Path(__file__).parent.parent
os.environ |= {"LC_ALL": "C.UTF-8"}  # what a command prints is in the language of the locale
DATA = HOME / "data"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]


@pytest.fixture(scope="session")
def case():
    """The real article with all its data."""
    return load_case(DATA / "articles" / "weilidai")


def published_in(data):
    """Return the ids of the articles that were published; a draft has no verdicts yet."""
    return sorted(path.parent.name for path in data.glob("articles/[!.]*/verdicts.csv"))


@pytest.fixture(scope="session", params=published_in(DATA))
def published(request):
    """Each of the published articles in turn."""
    return load_case(DATA / "articles" / request.param)


@pytest.fixture
def copy(tmp_path):
    """A copy of the real data, free to damage; returns the folder of the article."""
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data" / "articles" / "weilidai"


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium or Chrome; without one the tests are skipped loudly, and fail where CI is set."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if not path:
        why = "NO BROWSER: page and form were not tried in one; install Chromium or Chrome and run `make test` again"
        pytest.fail(why) if os.environ.get("CI") else pytest.skip(why)
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    """The interpreter of an environment with the wheel, built here, and the packages of this one; nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(HOME / "claimbook", source / "claimbook", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(HOME / name, source / name)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, source], check=True, env=own
    )
    venv.create(folder / "env", with_pip=False, symlinks=os.name != "nt")
    python = folder / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "--python", python, "install", "--no-deps", "--no-index", wheel], check=True, env=own)
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    Path(site, "others.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    for name in ("share", "etc"):  # what JupyterLab, its kernel and its widgets have beside their modules
        if (there := Path(sys.prefix, name)).is_dir():
            (folder / "env" / name).symlink_to(there, target_is_directory=True)
    return python


TEXT = "City bus report\n\n1. Riders\n\nThe buses carry 1,200 riders a day. Fares rose 5% in 2024.\n"
TINY = {
    "article.toml": 'id = "bus"\ntitle = "City bus report"\nurl = "https://example.org/bus"\npublisher = "example.org"\n'
    'language = "en"\nread = "stored copy"\nread_on = 2025-01-01\nsha256 = "{sha}"\nrights = "written for this test"\n'
    'period = "2024/2025"\nsections = ["1. Riders"]\n',
    "mentions.csv": 'mention,start,end,exact,prefix,suffix,role,of,note\nm01,44,49,"1,200",carry ,,claim,,\n'
    "m02,75,77,5%,,,claim,,\nm03,81,85,2024,,,period,,\n",
    "claims.csv": "claim,kind,mention,start,end,exact,prefix,suffix,subject,metric,population,period,row_header,"
    "column_header,statement_en,statement_zh,low,high,unit,comparator,precision,precision_reason,value,excluded_by,basis,"
    "checkability,checkability_reason,facet,facet_of,depends_on,note\n"
    "c01,level,m01,,,,,,City bus,riders a day,all lines,,,,The buses carry 1200 riders a day.,公交每天载客1200人。,"
    "1200,1200,count/day,=,rounded,,,,none,checkable,,,,,\n"
    "c02,change,m02,,,,,,City bus,rise of fares,all lines,2024,,,Fares rose 5% in 2024.,2024年票价上涨5%。,"
    "5,5,percent,=,rounded,,,,none,checkable,,,,,\n",
    "evidence.csv": "evidence,claim,figure,relation,direction,inequality,points,reason\n"
    "e01,c01,f01,same,,,,The operator's own count for the same year.\n",
    "searches.csv": "search,query,language,where,date,scope,claims,outcome,note\n"
    "q001,city bus fares 2024,en,stored web pages,2025-01-01,claim,c02,nothing,\n",
    "checks.csv": "check,title,left,op,right,unit,premise,conclusion,basis,reading,words,caveat\n",
    "sources.csv": "source,title,publisher,author,url,published,tier,tier_reason,copy,origin,read,read_on,note\n"
    "operator,Year book,City bus,City bus,https://example.org/book,2025,primary,the operator,original,city-bus,"
    "stored copy,2025-01-01,\n",
    "figures.csv": "figure,source,metric,entity,population,period,low,high,unit,comparator,precision,value,as_printed,"
    "passage_sha256,origin,exception,note\n"
    'f01,operator,riders a day,City bus,all lines,2024,1180,1180,count/day,=,exact,,"1,180",' + "0" * 64 + ",,,\n",
}


@pytest.fixture
def bus(tmp_path):
    """A tiny English article with two claims; returns its folder."""
    folder = tmp_path / "data" / "articles" / "bus"
    shared = tmp_path / "data" / "sources"
    folder.mkdir(parents=True)
    shared.mkdir()
    (folder / "article.txt").write_text(TEXT, encoding="utf-8")
    for name, content in TINY.items():
        place = shared if name in ("sources.csv", "figures.csv") else folder
        sha = hashlib.sha256(TEXT.encode()).hexdigest()
        (place / name).write_text(content.replace("{sha}", sha), encoding="utf-8")
    return folder


def _killed_at(at, work):
    """Do a work in a process of its own that kills itself before its write number `at`; return its end, its writes and what it told.

    The work is a command line, or something to call with a function that tells one step done.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        count = 0

        def hook(event, arguments):
            nonlocal count
            writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
            if event in ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "tempfile.mkstemp") or writes:
                count += 1
                if count == at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        try:
            if callable(work):
                work(lambda: os.write(writing, b"+"))
            else:
                main(work)
            os.write(writing, str(count).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        words = told.read()
    _, status = os.waitpid(child, 0)
    steps = words.count(b"+")
    return os.waitstatus_to_exitcode(status), int(words[steps:] or 0), steps


@pytest.fixture
def killed_at():
    """Runs a command that is killed before one of its writes; skipped where no process can fork."""
    if not hasattr(os, "fork"):
        pytest.skip("needs fork")
    return _killed_at


CARS = (
    "Car report\n\nIn 2023, electric cars sold in Norway numbered 104,600. Their share reached 82.4%, up 3.1 points.\n"
)
DOC = "Year book\n\nPublisher: Road office\n\nIn 2023, the electric cars that were sold in Norway numbered 104,590.\n"


@pytest.fixture
def cars(tmp_path, monkeypatch):
    """A freshly drafted article in a workspace of its own; its drafts are taken out, so that all cells are empty."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "a.txt").write_text(CARS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert not main(["new", "a.txt", "--id", "cars"])
    folder = tmp_path / "data" / "articles" / "cars"
    path = folder / "claims.csv"
    rows = read_text(path, "claims")
    for row in rows:
        row |= dict.fromkeys(
            ("metric", "subject", "population", "period", "statement_en", "statement_zh", "drafted"), ""
        )
    path.write_text(csv_of("claims", rows), encoding="utf-8")
    return folder


@pytest.fixture
def papers(cars):
    """A folder with a public document and one that lies in a folder of private ones."""
    folder = cars.parent.parent.parent / "docs"
    (folder / "private").mkdir(parents=True)
    (folder / "book.txt").write_text(DOC, encoding="utf-8")
    (folder / "private" / "memo.txt").write_text(DOC.replace("Year book", "A secret memo"), encoding="utf-8")
    return folder
