"""The sources are visited again: what a fault of a server, a network or a disk does is one of five words, never a verdict."""

import gzip
import hashlib
import io
import json
import os
import signal
import socket
import ssl
import struct
import threading
import time
import tracemalloc
import zlib
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest
from warcio.archiveiterator import ArchiveIterator

from claimbook import load_case, recheck, web
from claimbook.cli import main
from claimbook.document import shown
from claimbook.tables.fault import Problems
from claimbook.tables.files import read, read_text
from claimbook.web import address, visitor
from claimbook.web.unpack import unpacked

DAY = "2026-01-01"
PRINTED = "载客1,200人"
SENTENCE = "公交公司的年度报告说，全市的公交车每天载客1,200人，比前一年多了一成，其中早高峰最为拥挤，晚高峰次之。"
PAGE = f"<html><head><title>公交年报</title></head><body><article><h1>公交年报</h1><p>{SENTENCE}</p><p>第二段说的是票价与班次，与上一年相同，没有变化。</p></article></body></html>"
MB = 2**20


class Handler(BaseHTTPRequestHandler):
    """Answers as the server's `pages` say: a function of the handler for each path."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        """Answer, and remember what was asked."""
        self.server.asked.append((self.path, dict(self.headers)))
        page = self.server.pages.get(self.path.partition("?")[0])
        with suppress(OSError):  # the visitor may have hung up
            page(self) if page else self.give(b"not here", 404)
        self.close_connection = True

    def give(self, body, status=200, kind="text/html; charset=utf-8", **headers):
        """Send an answer."""
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Stay silent."""


def served(host="127.0.0.1", wrap=None):
    """Start a server in a thread of its own."""
    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads, server.pages, server.asked = True, {}, []
    server.handle_error = lambda *_: None
    if wrap:
        server.socket = wrap(server.socket)
    server.url = f"http{'s' if wrap else ''}://{host}:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    return server


@pytest.fixture
def site():
    """A server of our own."""
    server = served()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def slept():
    """The pauses that were made, none of which was waited for."""
    return []


@pytest.fixture
def rechecked(site, tmp_path, slept):
    """Visit one source with one figure and return its row."""

    def run(page=None, printed=(PRINTED,), url="", day=DAY, archive="", **options):
        if page:
            site.pages["/a"] = page
        options = {"private": True, "delay": 0, "timeout": 0.4, "sleep": slept.append} | options
        seen = web.Visitor(**options)
        source = SimpleNamespace(id="yearbook", url=url or f"{site.url}/a", read_on="2025-01-02")
        figures = [SimpleNamespace(id=f"f{number:02}", as_printed=words) for number, words in enumerate(printed, 1)]
        found = recheck.visit(
            source, figures, seen, recheck.Shelf(tmp_path / "shelf"), recheck.Archive(seen, archive), day
        )
        seen.close()
        return found

    return run


def give(body, status=200, **headers):
    """Make a page."""
    return lambda handler: handler.give(body.encode() if isinstance(body, str) else body, status, **headers)


def warcs(folder):
    """Return the records of all WARC files as type, address, status, digest and body."""
    found = []
    for path in sorted((folder / "shelf").glob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                if record.rec_type != "warcinfo":
                    found.append(
                        (
                            record.rec_type,
                            record.rec_headers["WARC-Target-URI"],
                            record.http_headers.get_statuscode(),
                            record.rec_headers["WARC-Payload-Digest"],
                            record.content_stream().read(),
                        )
                    )
    return found


def test_a_page_that_stands_is_kept_as_it_was_sent(rechecked, site, tmp_path):
    """All figures stand; the row tells address, status and digest, and the WARC holds the same bytes."""
    row = rechecked(give(PAGE))
    digest = hashlib.sha256(PAGE.encode()).hexdigest()

    assert ("as printed", "200", f"{site.url}/a", digest, "f01", "", "") == tuple(
        row[name] for name in ("outcome", "status", "url", "sha256", "figures_standing", "figures_gone", "archived")
    )
    assert [("response", f"{site.url}/a", "200", f"sha256:{digest}", PAGE.encode())] == warcs(tmp_path)


@pytest.mark.parametrize(
    ("page", "outcome"),
    [
        ("<title>404 - 页面不存在</title><p>您访问的页面不存在</p>", "gone"),
        ("<title>Not Found</title><p>Sorry.</p>", "gone"),
        (f"<title>404 days</title><p>{PRINTED}</p>", "as printed"),
        ("<title>Bus fares</title><p>No figures today.</p>", "changed"),
        ("<title>国务院第404号公告</title><p>关于票价的公告。</p>", "changed"),
        ("<title>Revenue rose to 404 million</title><p>Parents not found.</p>", "changed"),
        (f"<title>Lost and found: not found</title><p>{'a word ' * 400}</p>", "changed"),
    ],
)
def test_a_page_that_says_it_is_not_there_is_gone(rechecked, page, outcome):
    """The server answers 200 all the same; a long page, or one that prints the figure, is there."""
    assert outcome == rechecked(give(page))["outcome"]


def test_a_large_page_is_read_once(rechecked):
    """Above two million bytes the quick reader has the word; the figure at the end is found."""
    assert "as printed" == rechecked(give(f"<p>{'x ' * 1_100_000}</p><p>{PRINTED}</p>"), timeout=20)["outcome"]


def test_a_changed_figure_is_named(rechecked):
    """One of two stands: changed, and each is listed under what became of it."""
    row = rechecked(give(PAGE), printed=(PRINTED, "载客1,300人"))

    assert ("changed", "f01", "f02") == (row["outcome"], row["figures_standing"], row["figures_gone"])
    assert "1 of 2 figures" in row["note"]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (404, "gone"),
        (410, "gone"),
        (401, "blocked"),
        (403, "blocked"),
        (429, "blocked"),
        (451, "blocked"),
        (500, "unreachable"),
        (503, "unreachable"),
        (400, "unreachable"),
        (304, "unreachable"),
        (302, "unreachable"),
        (204, "unreachable"),
    ],
)
def test_each_status_has_its_word(rechecked, tmp_path, status, outcome):
    """No status of an error is taken for a page, even where the figure stands in it; the answer is kept all the same."""
    row = rechecked(give(b"" if status in (204, 304) else PAGE, status))

    assert (outcome, str(status), "") == (row["outcome"], row["status"], row["figures_standing"])
    assert [str(status)] == [record[2] for record in warcs(tmp_path)]


def test_a_server_that_recovers_is_read(rechecked, site, slept):
    """500, then 200: the second answer counts, after a pause."""

    def page(handler):
        handler.give(PAGE.encode(), 500 if len(site.asked) == 2 else 200)

    assert "as printed" == rechecked(page)["outcome"]
    assert [2.0] == slept


@pytest.mark.parametrize(
    ("told", "waited"),
    [("7", 7.0), ("9999", 60.0), ("\xb2", 2.0), ("soon", 2.0), ("Mon, 01 Jan 0001 00:00:00 GMT", None)],
)
def test_a_busy_server_is_waited_for_as_long_as_it_asks(rechecked, site, slept, told, waited):
    """429 with Retry-After: that pause, at most a minute; nonsense is no error."""

    def page(handler):
        handler.give(PAGE.encode(), 429 if len(site.asked) == 2 else 200, Retry_After=told)

    assert "as printed" == rechecked(page)["outcome"]
    assert waited is None or [waited] == slept


@pytest.mark.parametrize(
    ("rules", "outcome"),
    [
        ("User-agent: *\nDisallow: /", "blocked"),
        ("User-agent: *\nDisallow: /*$", "blocked"),
        ("User-agent: ClaimBook/2\nDisallow: /a", "blocked"),
        ("User-agent: *\nDisallow: /\nAllow: /a", "as printed"),
        ("User-agent: check\nDisallow: /", "as printed"),
        ("User-agent: *\nDisallow: /b", "as printed"),
        ("User-agent: *\nDisallow: /\n\nUser-agent: claimbook\nDisallow:", "as printed"),
        ("<html>no rules</html>", "as printed"),
    ],
)
def test_robots_are_heard(rechecked, site, rules, outcome):
    """The longest rule of our own group wins; a page that may not be visited is not asked for."""
    site.pages["/robots.txt"] = give(rules, kind="text/plain")

    assert outcome == rechecked(give(PAGE))["outcome"]
    assert (outcome == "as printed") == ("/a" in [path for path, _ in site.asked])


def test_robots_that_fail_close_the_house_once(site, slept):
    """A robots.txt that answers 500 means nobody is let in (RFC 9309), and is not asked for again for each page."""
    site.pages |= {"/robots.txt": give("", 500), "/a": give(PAGE)}
    seen = web.Visitor(private=True, delay=0, attempts=2, sleep=slept.append)
    for _ in range(2):
        with pytest.raises(web.Unvisited) as error:
            seen.get(f"{site.url}/a")

        assert "unreachable" == error.value.outcome
    assert ["/robots.txt", "/robots.txt"] == [path for path, _ in site.asked]


def test_the_pace_is_the_slower_of_ours_and_theirs(site, slept):
    """Crawl-delay is kept between two visits to the host."""
    site.pages |= {"/robots.txt": give("User-agent: *\nCrawl-delay: 9"), "/a": give(PAGE)}
    web.Visitor(private=True, delay=1, sleep=slept.append).get(f"{site.url}/a")

    assert [9] == [round(pause) for pause in slept]


def test_a_redirect_is_followed_and_a_loop_is_left(rechecked, site):
    """The address after redirects stands in the row; a loop is no page."""
    site.pages["/b"] = give(PAGE)
    row = rechecked(give("", 301, Location="/b"))

    assert ("as printed", f"{site.url}/b") == (row["outcome"], row["url"])
    row = rechecked(give("", 302, Location="/a"))
    assert ("unreachable", True) == (row["outcome"], "redirects more than 8 times" in row["note"])


@pytest.fixture
def public(monkeypatch):
    """The world as if 127.0.0.1 were a public address; 127.0.0.2 is not."""
    monkeypatch.setattr(address, "public", lambda name: name == "127.0.0.1")


@pytest.mark.parametrize(
    "target", ["http://127.0.0.2:{port}/secret", "http://[::1]:{port}/secret", "http://localhost2.test:{port}/secret"]
)
def test_a_redirect_into_a_private_network_is_refused(rechecked, public, monkeypatch, target):
    """A public page may not send us inside, be it by address or by name; the inner server is not even asked."""
    inner = served("127.0.0.2")
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *more, **named: real("127.0.0.2" if host == "localhost2.test" else host, *more, **named),
    )
    row = rechecked(give("", 302, Location=target.format(port=inner.server_port)), private=False)
    inner.shutdown()
    inner.server_close()

    assert ("blocked", True) == (row["outcome"], "which is not a public address" in row["note"])
    assert [] == inner.asked


def test_a_name_that_moves_after_the_check_is_not_followed(site, monkeypatch):
    """A name is looked up once and the checked address is the one connected to."""
    answers, real = iter(["127.0.0.1", "127.0.0.2", "127.0.0.2"]), socket.getaddrinfo
    monkeypatch.setattr(address, "public", lambda name: name == "127.0.0.1")
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *more, **named: real(next(answers) if host == "moves.test" else host, *more, **named),
    )
    site.pages["/a"] = give(PAGE)

    assert 200 == web.Visitor(delay=0).get(f"http://moves.test:{site.server_port}/a", robots=False).status


def test_a_private_address_is_refused_unless_allowed(rechecked, site):
    """The server is not asked."""
    row = rechecked(give(PAGE), private=False)

    assert ("blocked", "", []) == (row["outcome"], row["status"], site.asked)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1", True),
        ("::ffff:8.8.8.8", True),
        ("10.1.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fe80::1%25", False),
        ("fec0::1", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
        ("2001:0:a00:1::1", False),
        ("no address", False),
    ],
)
def test_which_addresses_are_public(name, expected):
    """Scopes, mapped and translated addresses are seen through."""
    assert expected == address.public(name)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "http://[::1",
        "http://example.org:99999/",
        "http:///a",
        "http://a\x00b/",
    ],
)
def test_what_is_no_address_is_a_sentence(url):
    """No traceback, whatever stands in the column or in a redirect."""
    with pytest.raises(web.Unvisited):
        web.Visitor().get(url)


def dripping(where):
    """Make a page that sends a byte now and then and never ends: in its headers, its body, or a body without length."""

    def page(handler):
        start = {
            "headers": b"HTTP/1.1 200 OK\r\nX-Slow: ",
            "body": b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n",
            "chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;",
            "open": b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
        }
        handler.wfile.write(start[where])
        for _ in range(400):
            handler.wfile.write(b"a")
            time.sleep(0.05)

    return page


@pytest.mark.parametrize("where", ["headers", "body", "chunk", "open"])
def test_a_server_that_drips_is_left(rechecked, where):
    """Each piece comes in time, the whole never does: the connection is cut wherever it is."""
    row = rechecked(dripping(where), timeout=0.2, attempts=1)

    assert ("unreachable", True) == (row["outcome"], "did not arrive within" in row["note"])


def test_a_silent_server_is_asked_three_times(rechecked, site, slept):
    """A time-out is tried again, with longer pauses."""
    row = rechecked(lambda handler: time.sleep(2), timeout=0.1)

    assert ("unreachable", [2.0, 4.0]) == (row["outcome"], slept)
    assert 3 == len([path for path, _ in site.asked if path == "/a"])


def broken(raw, reset=False):
    """Make a page that sends bytes and ends the connection."""

    def page(handler):
        handler.wfile.write(raw)
        handler.wfile.flush()
        if reset:
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close() if reset else handler.connection.shutdown(socket.SHUT_RDWR)

    return page


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "page",
    [
        broken(HEAD + b"Content-Length: 99999\r\n\r\n" + PAGE.encode()),
        broken(HEAD, reset=True),
        broken(b""),
        broken(b"\x00\x01nonsense\r\n\r\n"),
        broken(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE.encode())[:-20]),
        broken(HEAD + b"Content-Encoding: gzip\r\n\r\n" + PAGE.encode()),
        broken(HEAD + b"Content-Encoding: br\r\n\r\n" + PAGE.encode()),
        broken(HEAD + b"Content-Encoding: gzip, gzip\r\n\r\n" + PAGE.encode()),
    ],
    ids=["truncated", "reset", "nothing", "nonsense", "half a gzip", "no gzip", "brotli", "gzip twice"],
)
def test_half_an_answer_is_no_page(rechecked, page):
    """The figure stands in what came; it still is no page that was read."""
    assert ("unreachable", "") == tuple(rechecked(page)[name] for name in ("outcome", "figures_standing"))


def bare(raw):
    """Pack without any mark, as some servers do."""
    engine = zlib.compressobj(wbits=-15)
    return engine.compress(raw) + engine.flush()


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("Deflate", bare),
        ("identity", bytes),
        ("x-gzip", lambda raw: gzip.compress(raw[:50]) + gzip.compress(raw[50:]) + b"\0\0"),
    ],
    ids=["gzip", "zlib", "bare", "plain", "members"],
)
def test_packed_pages_are_unpacked(name, packed):
    """In whatever pieces they come."""
    raw = PAGE.encode() * 50
    sent = packed(raw)
    for size in (1, 7, len(sent)):
        pieces = (sent[at : at + size] for at in range(0, len(sent), size))
        assert raw == b"".join(unpacked(pieces, name))


@pytest.mark.parametrize("name", ["gzip", "deflate"])
def test_a_bomb_is_refused_in_bounded_memory(rechecked, name):
    """1 MB that unpacks to 1 GB is left at the limit; no more than twice the limit was ever held."""
    engine = zlib.compressobj(9, wbits=31 if name == "gzip" else 15)
    bomb = b"".join(engine.compress(bytes(MB)) for _ in range(1024)) + engine.flush()
    assert len(bomb) < 1.2 * MB
    tracemalloc.start()
    row = rechecked(give(bomb, Content_Encoding=name), most=8 * MB, timeout=5)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert ("unreachable", True) == (row["outcome"], "larger than 8 MB" in row["note"])
    assert peak < 16 * MB


def test_a_huge_page_is_refused(rechecked):
    """A page above the limit is not read to its end."""
    row = rechecked(give(b"<html>" + b"a" * 4 * MB), most=MB, timeout=5)

    assert ("unreachable", True) == (row["outcome"], "larger than 1 MB" in row["note"])


def test_a_certificate_that_nobody_signed_is_not_trusted(rechecked, tmp_path, slept):
    """A TLS error is unreachable, and is not tried again."""
    x509, hazmat = pytest.importorskip("cryptography.x509"), pytest.importorskip("cryptography.hazmat.primitives")
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")]),
    )
    begin = datetime(2020, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(begin).not_valid_after(begin + timedelta(days=36500)).sign(key, hazmat.hashes.SHA256())
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (tmp_path / "pair.pem").write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "pair.pem")
    server = served(wrap=lambda plain: context.wrap_socket(plain, server_side=True))
    row = rechecked(url=f"{server.url}/a", timeout=5)
    server.shutdown()
    server.server_close()

    assert ("unreachable", True, []) == (row["outcome"], "CERTIFICATE_VERIFY_FAILED" in row["note"], slept)


def test_names_and_ports_that_lead_nowhere_are_unreachable(rechecked):
    """A name that is not known, a port that nobody listens at."""
    assert "unreachable" == rechecked(url="http://nowhere.invalid/a")["outcome"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "unreachable" == rechecked(url=f"http://127.0.0.1:{port}/a")["outcome"]


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16"])
def test_a_wrong_charset_does_not_hide_a_figure(rechecked, encoding):
    """The server says UTF-8 and sends another: the figure is found, from the bytes."""
    text = (
        PAGE
        if encoding != "big5"
        else PAGE.replace(
            SENTENCE,
            "公車公司的年度報告說，全市的公車每天載客1,200人，比前一年多了一成，其中早高峰最為擁擠，晚高峰次之。",
        )
        .replace("年报", "年報")
        .replace("没有", "沒有")
        .replace("变化", "變化")
        .replace("票价与", "票價與")
        .replace("，与", "，與")
        .replace("说的", "說的")
    )
    row = rechecked(give(text.encode(encoding)), printed=("載客1,200人" if encoding == "big5" else PRINTED,))

    assert "as printed" == row["outcome"]


def test_a_pdf_is_read(rechecked):
    """Across the end of a line, too."""
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    out = io.BytesIO()
    made = canvas.Canvas(out)
    made.drawString(72, 720, "The buses carry 1,200")
    made.drawString(72, 700, "riders a day, and con-")
    made.drawString(72, 680, "tinue to grow by 5%.")
    made.save()

    row = rechecked(
        give(out.getvalue(), kind="application/pdf"), printed=("1,200 riders a day", "continue to grow by 5%", "by 6%")
    )
    assert ("changed", "f01 f02", "f03") == (row["outcome"], row["figures_standing"], row["figures_gone"])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00\x01\x02" * 500,
        b"%PDF-1.7 broken",
        b"PK\x03\x04 broken",
        b"<html><body><script>load()</script><div id=app></div></body></html>",
        b"<p>" * 50_000,
    ],
    ids=["empty", "binary", "pdf", "workbook", "script", "deep"],
)
def test_what_cannot_be_read_is_not_changed(rechecked, body):
    """A page that shows a program no text says nothing of its figures."""
    row = rechecked(give(body))

    assert ("unreachable", "200", "") == (row["outcome"], row["status"], row["figures_gone"])


def test_what_has_not_changed_is_not_sent_again(rechecked, site, tmp_path):
    """ETag and date of the last snapshot are asked with; 304 means the kept page, in which new figures are found too."""

    def page(handler):
        if handler.headers["If-None-Match"] == '"v1"' and handler.headers["If-Modified-Since"]:
            return handler.give(b"", 304, ETag='"v1"')
        return handler.give(PAGE.encode(), ETag='"v1"', Last_Modified="Thu, 01 Jan 2026 00:00:00 GMT")

    first = rechecked(page)
    second = rechecked(page, printed=(PRINTED, "多了一成", "多了两成"), day="2026-02-01")
    third = rechecked(page, day="2026-03-01")

    assert ("304", first["sha256"], "changed", "f01 f02") == tuple(
        second[name] for name in ("status", "sha256", "outcome", "figures_standing")
    )
    assert ("as printed", f"not modified since {DAY}") == (third["outcome"], third["note"])
    assert ["response", "revisit", "revisit"] == [record[0] for record in warcs(tmp_path)]
    (tmp_path / "shelf" / f"yearbook.{DAY}.1.warc.gz").write_bytes(b"\x1f\x8bdamaged")
    assert "200" == rechecked(page, day="2026-04-01")["status"]


def test_an_archived_copy_is_looked_for_where_it_is_needed(rechecked, site):
    """Near the day on which the source was read; only where the page does not stand as printed."""
    found = {
        "archived_snapshots": {
            "closest": {"available": True, "url": "http://web.archive.org/web/2025/http://a", "status": "200"}
        }
    }
    site.pages["/wayback"] = give(json.dumps(found))
    archive = f"{site.url}/wayback"

    assert "http://web.archive.org/web/2025/http://a" == rechecked(give("", 404), archive=archive)["archived"]
    assert (
        f"/wayback?url={site.url.replace(':', '%3A').replace('/', '%2F')}%2Fa&timestamp=20250102" == site.asked[-1][0]
    )
    assert "" == rechecked(give(PAGE), archive=archive)["archived"]
    assert "/a" == site.asked[-1][0]


@pytest.mark.parametrize(
    ("answer", "note"),
    [
        ("{}", "could not be read"),
        ("[" * 100_000, "could not be read"),
        ('{"archived_snapshots": {}}', "has no copy"),
        ("null", "could not be read"),
        ('{"archived_snapshots": {"closest": {"url": "javascript:alert(1)"}}}', "could not be read"),
        ('{"archived_snapshots": {"closest": {"url": ["x"]}}}', "could not be read"),
        ('{"archived_snapshots": {"closest": 5}}', "could not be read"),
    ],
)
def test_an_archive_that_answers_nonsense_is_a_remark(rechecked, site, answer, note):
    """Its failure changes no outcome."""
    site.pages["/wayback"] = give(answer)
    row = rechecked(give("", 404), archive=f"{site.url}/wayback")

    assert ("gone", "", True) == (row["outcome"], row["archived"], note in row["note"])


def test_an_archive_that_is_down_is_left_alone(site, slept):
    """After three failures in a row nobody waits for it again."""
    archive = recheck.Archive(web.Visitor(private=True, delay=0, attempts=1, sleep=slept.append), f"{site.url}/none")
    for _ in range(5):
        archive.copy_of("http://a", DAY)

    assert 3 == len(site.asked)


@pytest.mark.parametrize(
    ("printed", "page", "expected"),
    [
        ("增长15%", "增长 １５％", True),
        ("约“20万元”", '约"20\n万元"', True),
        ("5–8 million", "5—8   million", True),
        ("5-8", "5−8", True),
        ("it's 5", "it’s 5", True),
        ("1,200 riders", "1,200\u00a0riders", True),
        ("1,200", "1200", False),
        ("1200", "1,200", False),
        ("5%", "15%", False),
        ("5%", "5.5%", False),
        ("200,000", "1,200,000", False),
        ("20万", "20万亿", False),
        ("十万元", "二十万元", False),
        ("3", "30", False),
        ("2022", "2021,2022", True),
        ("sum 20%", "s\u00adum\u200b 20%", True),
        ("35% | 支付", "35%支付", True),
        ("支付 | 35%", "支付35%", True),
        ("第5条", "第 5 条", True),
        ("é 5", "e\u0301 5", True),
    ],
)
def test_what_counts_as_the_same_print(printed, page, expected):
    """Spellings of one sign are one; a number is found whole or not at all."""
    assert expected == (recheck.folded(printed) in recheck.folded(page))


@pytest.mark.parametrize("unit", ["1", "1 ", "12 1", "a\u0301\u0323", "\u0301\u0323", "万", "，", "- ", "1,111"])
def test_a_long_page_is_read_in_linear_time(unit):
    """Eight times the page costs about eight times the work, whatever it repeats: a square would cost 64 times."""

    def spent(times):
        page = unit * times
        begun = time.process_time()
        assert not recheck.is_printed(unit * 300 + "9", recheck.folded(page))
        return time.process_time() - begun

    spent(1000)
    assert spent(160_000) < 30 * max(spent(20_000), 0.01)


def test_a_page_is_searched_beyond_its_body():
    """A figure in a caption, a footer or split by markup stands; what runs in a script does not show."""
    text = recheck.folded(
        shown(
            "<title>卖出3辆</title><script>9辆</script><nav>菜单7个</nav><p>5<b>0</b>%</p><td>1</td><td>2</td><footer>共8页</footer><!--6匹-->".encode()
        )
    )

    assert [True] * 4 == [recheck.folded(words) in text for words in ("卖出3辆", "7个", "50%", "共8页")]
    assert [False] * 3 == [recheck.folded(words) in text for words in ("9辆", "12", "6匹")]


def prepared(bus, site):
    """Let the tiny article's source lie on our server, twice: the second source is gone."""
    shared = bus.parent.parent / "sources"
    sources, figures = shared / "sources.csv", shared / "figures.csv"
    rows = read_text(sources, "sources")
    lines = sources.read_text(encoding="utf-8").replace(rows[0]["url"], f"{site.url}/a").splitlines()
    sources.write_text(
        "\n".join([*lines, lines[1].replace(rows[0]["source"], "second", 1).replace("/a,", "/none,")]) + "\n",
        encoding="utf-8",
    )
    lines = figures.read_text(encoding="utf-8").splitlines()
    figures.write_text(
        "\n".join([*lines, lines[1].replace("f01", "f02", 1).replace(rows[0]["source"], "second", 1)]) + "\n",
        encoding="utf-8",
    )
    with (bus / "evidence.csv").open("a", encoding="utf-8") as file:
        file.write("e02,c01,f02,same,,,,The same count.\n")
    site.pages["/a"] = give(
        f"<html><body><p>{read_text(figures, 'figures')[0]['as_printed']} is what the operator reports for the year.</p></body></html>"
    )
    return rows[0]["source"]


@pytest.fixture
def quick(monkeypatch):
    """The command line without its pauses."""
    real = web.Visitor
    monkeypatch.setattr(web, "Visitor", lambda **options: real(**options, sleep=lambda _: None))


def test_the_command_writes_a_row_for_each_source(bus, site, quick, capsys, monkeypatch):
    """Progress on stderr, result on stdout; a second run visits nobody, --again does; the case loads and its verdicts are the same."""
    prepared(bus, site)
    before = load_case(bus).verdicts
    monkeypatch.setattr("claimbook.language.progress.PATIENCE", 0)

    assert 0 == main(["recheck", str(bus), "--allow-private", "--archive", ""])
    told = capsys.readouterr()
    assert "1 as printed, 1 gone" in told.out and "second: gone" in told.out and "2/2" in told.err
    assert ["as printed", "gone"] == [row["outcome"] for row in read(bus / "rechecks.csv", "rechecks")]
    assert before == load_case(bus).verdicts
    asked = len(site.asked)
    assert 0 == main(["recheck", str(bus), "--allow-private", "--archive", ""])
    assert (asked, True) == (len(site.asked), "2 more have a row of today" in capsys.readouterr().out)
    assert 0 == main(["recheck", str(bus), "--allow-private", "--archive", "", "--again", "--source", "second"])
    assert (asked < len(site.asked), 2) == (True, len(read_text(bus / "rechecks.csv", "rechecks")))
    assert 3 == len(list((bus.parent.parent.parent / ".claimbook" / "cache" / "bus" / "snapshots").iterdir()))


def test_a_run_that_was_interrupted_goes_on(bus, site, quick, capsys):
    """Ctrl-C at the second source leaves the row of the first; the next run visits the second alone."""
    prepared(bus, site)

    def interrupt(*_, **__):
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        real = visitor.Visitor.get
        patch.setattr(
            visitor.Visitor,
            "get",
            lambda self, url, *more, **named: interrupt() if url.endswith("/none") else real(self, url, *more, **named),
        )
        assert 130 == main(["recheck", str(bus), "--allow-private", "--archive", ""])
    assert "Run it again to go on" in capsys.readouterr().out
    assert ["as printed"] == [row["outcome"] for row in read_text(bus / "rechecks.csv", "rechecks")]
    site.asked.clear()
    assert 0 == main(["recheck", str(bus), "--allow-private", "--archive", ""])
    assert ["/robots.txt", "/none"] == [path for path, _ in site.asked]


def test_wrong_arguments_and_a_broken_table_get_their_sentence(bus, site, capsys):
    """An id that stands behind no evidence; a table with other columns; nobody is visited."""
    name = prepared(bus, site)

    assert 2 == main(["recheck", str(bus), "--source", f"{name}x"])
    assert f"did you mean {name}?" in capsys.readouterr().err
    (bus / "rechecks.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert 2 == main(["recheck", str(bus)])
    assert "rechecks.csv" in capsys.readouterr().err
    assert [] == site.asked


def test_a_full_disk_is_a_sentence(bus, site, quick, capsys, monkeypatch):
    """What the disk answers is told, and the exit code is 2."""
    prepared(bus, site)

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    assert 2 == main(["recheck", str(bus), "--allow-private", "--archive", ""])
    assert "No space left on device" in capsys.readouterr().err


def test_a_row_of_an_unknown_source_or_word_is_a_problem(bus):
    """The table has a schema like every other."""
    columns = "source,date,outcome,status,url,sha256,figures_standing,figures_gone,archived,note\n"
    (bus / "rechecks.csv").write_text(columns + f"nobody,{DAY},gone,404,,,,,,\n", encoding="utf-8")
    with pytest.raises(Problems, match="“nobody” is not in sources.csv"):
        load_case(bus)
    (bus / "rechecks.csv").write_text(columns + f"nobody,{DAY},false,404,,,,,,\n", encoding="utf-8")
    with pytest.raises(Problems, match="must be one of: as printed"):
        load_case(bus)


def test_the_data_package_holds_the_last_recheck_of_each_source(bus, site, tmp_path):
    """Two days, two sources: two rows."""
    from claimbook import export

    name = prepared(bus, site)
    row = dict.fromkeys(("status", "url", "sha256", "figures_standing", "figures_gone", "archived", "note"), "")
    for source, day, outcome in (("second", DAY, "gone"), (name, "2026-02-01", "gone"), (name, DAY, "changed")):
        recheck.record(bus, row | {"source": source, "date": day, "outcome": outcome})
    export.write_all(load_case(bus), tmp_path)

    assert {("second", "gone"), (name, "gone")} == {
        (row["source"], row["outcome"]) for row in read_text(tmp_path / "rechecks.csv", "rechecks")
    }
    assert [] == pytest.importorskip("frictionless").validate(str(tmp_path / "datapackage.json")).flatten(
        ["name", "type", "note"]
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_every_write_the_table_is_whole(bus, site, quick, killed_at):
    """Killed before each write in turn: the table can be read, and the next run ends with a row for each source."""
    prepared(bus, site)
    command, path, kept, writes = ["recheck", str(bus), "--allow-private", "--archive", ""], bus / "rechecks.csv", [], 0
    assert 0 == main(command)  # all is imported
    path.unlink()
    notes = bus.parent.parent.parent / ".claimbook" / "cache" / "bus" / "made.json"
    while not writes:
        notes.unlink(missing_ok=True)  # so that each run writes as often: that the data is sound is noted once
        end, writes, _ = killed_at(len(kept) + 1, command)
        if writes:
            break
        assert -signal.SIGKILL == end
        kept.append(len(read(path, "rechecks")) if path.exists() else 0)
        assert 0 == main(command)
        rows = [(row["outcome"], row["date"]) for row in read(path, "rechecks")]
        assert [("as printed", str(date.today())), ("gone", str(date.today()))] == rows
        path.unlink()
    assert {0, 1} <= set(kept) <= {0, 1, 2}
    assert kept == sorted(kept)
    assert writes == len(kept) >= 8
