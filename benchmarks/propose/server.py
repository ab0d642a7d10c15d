"""A server on loopback that speaks OpenAI's chat, with answers of our own: for tests, and to try a harness."""

import json
import re
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LISTED = re.compile(r"^([mcs]\d+) \[(\d*)\] “(.*)”(?: (\{.*\}))?$", re.M)
SENTENCE = re.compile(r"^\[(\d+)\] (.*)$", re.M)
PASSAGE = re.compile(r"^Passage ([cs]\d+\.\d+), from (.*):$", re.M)


class Handler(BaseHTTPRequestHandler):
    """Answers a question as the server's `answer` says, and remembers what was asked."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        """Answer with what `answer(body)` returns: a text is a reply, anything callable is given the handler."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), body))
        with suppress(OSError):  # who asked may have hung up
            made = self.server.answer(body)
            made(self) if callable(made) else self.reply(made)
        self.close_connection = True

    def do_GET(self):
        """Remember a visit, which nobody should make."""
        self.server.asked.append((self.path, dict(self.headers), None))
        self.give(b"", 404)

    def reply(self, content, reason="stop", **message):
        """Send a reply of a model."""
        message = {"role": "assistant", "content": content, **message}
        made = {"choices": [{"message": message, "finish_reason": reason}]}
        self.give(json.dumps(made | {"usage": {"prompt_tokens": 100, "completion_tokens": 50}}).encode())

    def give(self, body, status=200, **headers):
        """Send any answer."""
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Stay silent."""


@contextmanager
def served(answer):
    """Serve answers on loopback inside the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.answer, server.asked = True, answer, []
    server.handle_error = lambda *_: None
    server.url = f"http://127.0.0.1:{server.server_port}/v1"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def data_of(body):
    """Return the block of data of a question, without its marks."""
    return body["messages"][1]["content"].split("\n", 1)[1].rsplit("\n", 1)[0]


def listed(body):
    """Return the numbers or claims that a question lists: id, place, words, and what is filled in."""
    found = LISTED.findall(data_of(body))
    return [(name, int(at or -1), words, json.loads(cells or "{}")) for name, at, words, cells in found]


def sentences(body):
    """Return the sentences of a question with the characters at which they start."""
    return [(int(at), words) for at, words in SENTENCE.findall(data_of(body))]


def sentence_of(body, at, words):
    """Return the sentence that holds some words at a character, or None."""
    inside = (one for one in sentences(body) if one[0] <= at and at + len(words) <= one[0] + len(one[1]))
    return next(inside, None)


def items(*made):
    """Return items as a model replies with them."""
    return json.dumps({"items": list(made)}, ensure_ascii=False)
