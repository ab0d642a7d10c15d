"""The wire to a server: it connects only to checked addresses and is cut when the time is up."""

import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import httpcore

from claimbook.web.address import addresses

TRIED = 4  # addresses of one name that are tried


class Wire(httpcore.NetworkBackend):
    """Connects to a host by an address that was checked, so that its name cannot lead elsewhere a moment later.

    Parameters
    ----------
    private : bool
        Whether addresses that are not public may be visited.
    """

    def __init__(self, private: bool) -> None:
        self._private, self._backend = private, httpcore.SyncBackend()
        self._spare: socket.socket | None = None
        self.late = False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers."""
        failed: Exception = httpcore.ConnectError(f"no address of {host}")
        for address in addresses(host, port, self._private)[:TRIED]:
            try:
                stream = self._backend.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            if self.late:
                stream.close()
                raise httpcore.ConnectTimeout("the time is over")
            self._spare = stream.get_extra_info("socket").dup()
            return stream
        raise failed

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Cut the connection after so many seconds, whatever it is doing.

        A time limit for each piece does not end a server that sends one byte now and then, be it of the TLS handshake,
        the headers or the body.
        """
        self.late = False
        watch = threading.Timer(seconds, self._cut)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()
            watch.join()
            if self._spare is not None:
                self._spare.close()
                self._spare = None

    def _cut(self) -> None:
        self.late = True
        if self._spare is not None:
            try:
                self._spare.shutdown(socket.SHUT_RDWR)  # reaches the connection itself, whatever TLS made of the socket
            except OSError:
                return  # it ended by itself
