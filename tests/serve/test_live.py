"""The live page: news for those who look at it, and nobody else can reach it."""

import base64
import hashlib
import http.client
import re
import socket
from collections.abc import Iterator
from threading import Thread

import pytest

from journeymap import Drawing, Format, Subject, render
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Step
from journeymap.serve.live import HOST, LivePage, policy, with_reload

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


def test_the_header_says_the_policy_too(live: LivePage) -> None:
    for path in ("/", "/news?since=0"):
        connection = http.client.HTTPConnection(HOST, live.port, timeout=60)
        connection.request("GET", path)
        answer = connection.getresponse()
        said = re.findall(r'content="([^"]*)"', answer.read().decode()) or ["default-src 'none'"]
        assert answer.headers["Content-Security-Policy"] == f"{said[0]}; frame-ancestors 'none'"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        connection.close()


def test_a_page_of_a_map_says_what_its_header_says() -> None:
    journey = Journey(title="T", stages=(Stage(name="S", steps=(Step(action="A"),)),))
    subject = Subject(journey_map=JourneyMap(journey=journey, libraries={}))
    (page,) = render([subject], Drawing(form=Format.HTML)).files
    served = policy(with_reload(page, 1))
    assert served.startswith("default-src 'none'; connect-src 'self'; script-src 'sha256-")
    assert served.endswith("; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "127.0.0.1", "127.0.0.1:1", "localhost", "0.0.0.0:{port}", "[::1]:{port}",
     "127.0.0.1:{port}.evil.example", "x@127.0.0.1:{port}", "LOCALHOST:{port}"],
)  # fmt: skip
def test_no_other_name_is_answered(host: str, live: LivePage) -> None:
    with socket.create_connection((HOST, live.port), 60) as asking:
        line = f"Host: {host.format(port=live.port)}\r\n" if host else ""
        asking.sendall(f"GET / HTTP/1.1\r\n{line}\r\n".encode())
        said = asking.recv(9_000)
    assert said.startswith(b"HTTP/1.0 403 ")
    assert b"<body>one" not in said


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
