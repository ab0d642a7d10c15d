"""One question to a server that speaks OpenAI's chat, with limits of time and size; what fails is a sentence."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from claimbook.model.address import host_of, is_here
from claimbook.model.key import Key

if TYPE_CHECKING:
    import httpx

Body = dict[str, object]
Answer = tuple[int, Mapping[str, str], bytes]
GRACE = 1.0  # seconds in which what ends a question by itself may say so
MOST = 4 * 2**20  # bytes of an answer
LONGEST_WAIT = 60.0  # seconds that a busy server may ask for
ATTEMPTS = 4
BUSY = (429, 503)
AGAIN = (*BUSY, 500, 502, 504)


class Unanswered(Exception):
    """Why there is no reply that can be used.

    Parameters
    ----------
    words : str
        A sentence.
    ends : bool
        Whether the next question would fare no better, so that the run ends here.
    spent : Reply, optional
        A reply that cannot be used, whose tokens count all the same.
    """

    def __init__(self, words: str, ends: bool, spent: Reply | None = None) -> None:
        self.ends, self.spent = ends, spent
        super().__init__(words)


@dataclass(frozen=True)
class Reply:
    """What a model answered, and the tokens that the server counted: 0 where it does not say."""

    content: str
    asked: int = 0
    answered: int = 0


class Chat:
    """Asks a model, one question after the other.

    Parameters
    ----------
    address : str
        See `claimbook.model.address.address_of`; no redirect leads anywhere else.
    key : Key
    timeout : float
        Seconds to connect are fewer; a whole answer may take this long.
    sleep : callable
        Waits so many seconds.
    """

    def __init__(
        self,
        address: str,
        key: Key | None = None,
        timeout: float = 300.0,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self.address, self.timeout, self._key, self._sleep = address, timeout, key or Key(), sleep
        self._host = host_of(address)

    def ask(self, body: Body) -> Reply:
        """Return the reply to a question; a busy server is asked again, at most `ATTEMPTS` times.

        Raises
        ------
        Unanswered
        """
        for attempt in range(1, ATTEMPTS + 1):
            status, headers, raw = self._post(body)
            if status not in AGAIN or attempt == ATTEMPTS:
                break
            self._sleep(self._pause(status, headers, 2.0**attempt))
        if status != 200:
            raise Unanswered(self._refused(status, raw), ends=status != 400)
        reply = _reply(raw, self._host)
        if self._key.without(reply.content) != reply.content:
            words = f"{self._host}: the reply holds the beginning of your key; nothing of it is used or kept"
            raise Unanswered(words, True, reply)
        return reply

    def _post(self, body: Body) -> Answer:
        """Return a server's answer, or raise at the time limit whatever the server still sends."""
        box: SimpleQueue[Answer | BaseException] = SimpleQueue()

        def _put() -> None:
            try:
                box.put(self._sent(body))
            except BaseException as error:
                box.put(error)

        threading.Thread(target=_put, daemon=True).start()
        try:
            made = box.get(timeout=self.timeout + GRACE)
        except Empty:  # heads that come drop by drop
            raise self._late() from None
        if isinstance(made, BaseException):
            raise made
        return made

    def _late(self) -> Unanswered:
        words = f"{self._host}: did not answer within {self.timeout:.0f} seconds; try again, or a smaller model"
        return Unanswered(words, True)

    def _sent(self, body: Body) -> Answer:
        import httpx

        headers = {"Accept-Encoding": "identity"} | self._key.header()  # what is packed may swell
        limits = httpx.Timeout(self.timeout, connect=min(10.0, self.timeout))
        late = self._late()
        try:
            with (
                httpx.Client(timeout=limits, follow_redirects=False, trust_env=not is_here(self.address)) as client,
                client.stream("POST", self.address, json=body, headers=headers) as answer,
            ):
                return answer.status_code, answer.headers, self._read(answer, late)
        except httpx.ConnectError:
            raise Unanswered(
                f"{self._host}: no server answers there; start it, or give another address", True
            ) from None
        except httpx.TimeoutException:
            raise late from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise Unanswered(f"{self._host}: the answer broke off ({type(error).__name__}); try again", True) from None

    def _read(self, answer: httpx.Response, late: Unanswered) -> bytes:
        until, raw = time.monotonic() + self.timeout, bytearray()
        for piece in answer.iter_raw():
            raw += piece
            if len(raw) > MOST:
                raise Unanswered(
                    f"{self._host}: the answer is larger than {MOST // 2**20} MB; ask for fewer at a time", False
                )
            if time.monotonic() > until:  # one byte now and then keeps a connection open for ever
                raise late
        return bytes(raw)

    def _pause(self, status: int, headers: Mapping[str, str], otherwise: float) -> float:
        asked = seconds_of(headers.get("retry-after", "")) if status in BUSY else None
        if asked is None:
            return otherwise
        if asked > LONGEST_WAIT:
            raise Unanswered(f"{self._host}: asks to wait {asked:.0f} seconds; run it again then", True)
        return asked

    def _refused(self, status: int, raw: bytes) -> str:
        if 300 <= status < 400:
            return f"{self._host}: leads to another address, which is not followed; give that address"
        if status in (401, 403):
            return f"{self._host}: does not accept the key ({status}); check --key-env or --keyring"
        why = self._key.without(_message(raw))
        if status == 429 and why:
            return f"{self._host}: is too busy ({status}: “{why}”); run it again later"
        if status == 429:
            return f"{self._host}: is too busy ({status}); run it again later"
        if status >= 500:
            return f"{self._host}: has a fault of its own ({status}); run it again later"
        if why:
            return f"{self._host}: answers {status} (“{why}”); check the address, --model, or give --plain"
        return f"{self._host}: answers {status}; check the address, --model, or give --plain"


def seconds_of(asked: str) -> float | None:
    """Return how long a Retry-After asks to wait, in seconds or until a date (RFC 9110, 10.2.3); None for neither.

    Examples
    --------
    >>> seconds_of("7"), seconds_of("Fri, 31 Dec 1999 23:59:59 GMT"), seconds_of("soon")
    (7.0, 0.0, None)
    """
    if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", asked, re.ASCII):
        return float(asked)
    try:
        until = parsedate_to_datetime(asked)
    except (ValueError, TypeError):
        return None
    return max(0.0, (until - datetime.now(until.tzinfo)).total_seconds())


def _message(raw: bytes) -> str:
    """Return what a server says is wrong, as far as it is a short text."""
    try:
        said = json.loads(raw)["error"]
        words = said["message"] if isinstance(said, dict) else said
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
    return " ".join(words.split())[:200] if isinstance(words, str) else ""


def _reply(raw: bytes, host: str) -> Reply:
    """Return the text of an answer; one that asks for a tool or has no text is refused."""
    try:
        made = json.loads(raw)
        choice = made["choices"][0]
        message = choice["message"]
        content = message["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise Unanswered(f"{host}: the answer is not in the form of OpenAI's chat; check the address", False) from None
    counted = made.get("usage") if isinstance(made.get("usage"), dict) else {}
    spent = Reply("", _count(counted.get("prompt_tokens")), _count(counted.get("completion_tokens")))
    if message.get("tool_calls") or message.get("function_call"):
        raise Unanswered(
            f"{host}: the model asked for a tool, which it is never given; nothing of the reply is used", False, spent
        )
    if choice.get("finish_reason") == "length":
        raise Unanswered(
            f"{host}: the reply was cut off; nothing of it is used; ask for fewer at a time with --batch", False, spent
        )
    if not isinstance(content, str) or not content.strip():
        raise Unanswered(f"{host}: the reply is empty; try another model", False, spent)
    return Reply(content, spent.asked, spent.answered)


def _count(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 10**9 else 0
