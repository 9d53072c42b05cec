"""The live page: news for those who look at it, and nobody else can reach it."""

import base64
import hashlib
import http.client
import re
import socket
from collections.abc import Iterator
from threading import Thread

import pytest

from journeymap.serve.live import HOST, LivePage, with_reload

PAGE = (
    b"<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; "
    b"script-src 'sha256-x'\"><body>one</body>"
)


@pytest.fixture
def live() -> Iterator[LivePage]:
    with LivePage(held=0.2) as served:
        served.show(PAGE)
        yield served


def ask(live: LivePage, path: str, *, host: str = "", method: str = "GET") -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(HOST, live.port, timeout=60)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"{HOST}:{live.port}")
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content


def test_the_page_is_served_with_a_script_that_its_policy_allows(live: LivePage) -> None:
    status, content = ask(live, "/")
    assert status == 200
    text = content.decode()
    (script,) = re.findall(r'<script data-version="1">(.*?)</script></body>', text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"connect-src 'self'; script-src 'sha256-{digest}' 'sha256-x'" in text
    assert "<body>one" in text


def test_only_this_machine_is_answered(live: LivePage) -> None:
    assert live.address == f"http://127.0.0.1:{live.port}/"
    assert live._server.server_address[0] == "127.0.0.1"
    assert ask(live, "/", host=f"localhost:{live.port}")[0] == 200
    assert ask(live, "/", host=f"evil.example:{live.port}")[0] == 403
    assert ask(live, "/news?since=1", host="evil.example")[0] == 403


@pytest.mark.parametrize("path", ["/etc/passwd", "/../x", "/news", "/news?since=x", "/?a"])
def test_nothing_else_is_served(path: str, live: LivePage) -> None:
    assert ask(live, path)[0] == 404


def test_other_methods_are_refused(live: LivePage) -> None:
    assert ask(live, "/", method="POST")[0] == 501


def test_who_has_an_older_page_hears_of_the_newer_one() -> None:
    with LivePage(held=10) as live:
        live.show(PAGE)
        heard: list[tuple[int, bytes]] = []
        reader = Thread(target=lambda: heard.append(ask(live, "/news?since=1")))
        reader.start()
        live.show(PAGE.replace(b"one", b"two"))
        reader.join(timeout=60)
        assert heard == [(200, b"2")]
        assert b"two" in ask(live, "/")[1]
        assert ask(live, "/news?since=1") == (200, b"2")


def test_a_question_is_not_held_for_ever(live: LivePage) -> None:
    assert ask(live, "/news?since=1") == (200, b"1")


def test_a_page_that_has_no_policy_is_not_broken() -> None:
    assert with_reload(b"<body></body>", 7).startswith(b'<body><script data-version="7">')


def test_a_question_that_is_half_asked_is_given_up() -> None:
    """Its thread would wait for ever; the reader of the test waits no longer than that."""
    with LivePage(patience=0.05) as live, socket.create_connection((HOST, live.port), 60) as half:
        half.sendall(b"GET / HTTP/1.1\r\nHost: ")
        assert half.recv(100) == b""
        live.show(PAGE)
        assert ask(live, "/")[0] == 200


def test_a_reader_who_goes_away_leaves_no_traceback(
    live: LivePage, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def gone() -> bytes:
        raise ConnectionResetError

    monkeypatch.setattr(live, "current", gone)
    with pytest.raises(http.client.RemoteDisconnected):
        ask(live, "/")
    assert capfd.readouterr() == ("", "")
