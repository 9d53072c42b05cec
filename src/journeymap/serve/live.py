"""A page on this machine that loads itself again: a server that nobody else can reach.

It is bound to 127.0.0.1, answers only under that name (so that no other site can ask it through a
reader's browser), and serves nothing but the page.
"""

import base64
import hashlib
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from types import TracebackType
from typing import Self

HOST = "127.0.0.1"
HELD = 20.0
"""Seconds for which a question for news is held at most."""
PATIENCE = 10.0
"""Seconds for which it waits for the rest of a question, or until an answer is taken."""

_POLICY = re.compile(rb'content="(default-src [^"]*)"')
_STRICT = "default-src 'none'"
_SCRIPT = """
(async () => {
  const now = document.currentScript.dataset.version;
  for (;;) {
    try {
      const answer = await fetch("/news?since=" + now);
      if (answer.ok && (await answer.text()) !== now) return location.reload();
    } catch {
      await new Promise((go) => setTimeout(go, 1000));
    }
  }
})();
"""


class LivePage:
    """Serves a page and tells it when there is a newer one.

    Attributes:
        port: where; one that is free.
    """

    def __init__(self, held: float = HELD, patience: float = PATIENCE) -> None:
        """Begins to serve; nothing is there until `show`.

        Args:
            held: seconds for which a question for news is held at most.
            patience: seconds after which a question that was half asked is given up.
        """
        self._page, self._version, self._held = b"", 0, held
        self._news = Condition()
        live = self

        class Handler(_Handler):
            page = live
            timeout = patience

        self._server = _Server((HOST, 0), Handler)
        self.port: int = self._server.server_port
        Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where a browser finds the page."""
        return f"http://{HOST}:{self.port}/"

    @property
    def names(self) -> frozenset[str]:
        """The names under which it answers."""
        return frozenset({f"{HOST}:{self.port}", f"localhost:{self.port}"})

    def show(self, page: bytes) -> None:
        """Serves a page from now on; browsers that have an older one load it."""
        with self._news:
            self._page, self._version = page, self._version + 1
            self._news.notify_all()

    def current(self) -> bytes:
        """Returns the page as it is served, with the script that asks for news."""
        with self._news:
            return with_reload(self._page, self._version)

    def version_after(self, since: int) -> int:
        """Waits until there is a newer page, but not for ever; returns the number of the newest."""
        with self._news:
            self._news.wait_for(lambda: self._version != since, timeout=self._held)
            return self._version

    def close(self) -> None:
        """Serves no longer."""
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def with_reload(page: bytes, version: int) -> bytes:
    """Returns a page with a script that loads it again, and leave for that script to ask."""
    digest = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()
    script = f'<script data-version="{version}">{_SCRIPT}</script></body>'
    allowed = page.replace(
        b"script-src ", f"connect-src 'self'; script-src 'sha256-{digest}' ".encode(), 1
    )
    return script.encode().join(allowed.rsplit(b"</body>", 1))


def policy(page: bytes) -> str:
    """Returns the policy of a page as its header says it: no other page shows it in a frame."""
    found = _POLICY.search(page)
    return f"{found[1].decode() if found else _STRICT}; frame-ancestors 'none'"


class _Server(ThreadingHTTPServer):
    """Serves each browser by itself."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:  # type: ignore[explicit-override] # of Python 3.12
        """Says nothing where a browser goes away in the midst of an answer, or asks nonsense."""


class _Handler(BaseHTTPRequestHandler):
    """Answers a browser."""

    page: LivePage

    def do_GET(self) -> None:
        """Answers with the page, or with the number of the newest one."""
        if self.headers.get("Host") not in self.page.names:
            self.send_error(403)
        elif self.path == "/":
            self._answer(self.page.current(), "text/html; charset=utf-8")
        elif found := re.fullmatch(r"/news\?since=(\d{1,9})", self.path):
            self._answer(str(self.page.version_after(int(found[1]))).encode(), "text/plain")
        else:
            self.send_error(404)

    def _answer(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Security-Policy", policy(content))
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        try:
            self.wfile.write(content)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the reader has gone

    def log_message(self, *_: object) -> None:  # type: ignore[explicit-override] # of Python 3.12
        """Says nothing: the terminal is for the analyst."""
