"""What no output may hold, whatever stands in a map, by the format that it is written in."""

import csv
import io
import json
import re
import struct
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from markdown_it import MarkdownIt

HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters by which a terminal, an editor or a reader's eye is led."""
_REGISTERED = "add-mask|stop-commands|error|warning|notice|debug|group|set-output|save-state"
_TAGS = re.compile(
    "html|head|meta|title|style|body|a|header|h[1-5]|nav|ul|ol|li|button|main|section|div|fieldset"
    "|legend|label|input|p|span|dl|dt|dd|table|caption|thead|tbody|tr|th|td|script|img|figure|svg"
    "|g|rect|text|path|polygon|circle|image|clippath|ellipse|desc|b|i|strong|code"
)
_SVG = re.compile("svg|title|desc|g|a|text|path|polygon|circle|rect|image|clipPath|ellipse")
_FORMULA = (*"=+-@\t\r\n", *"＝＋－＠")
_LINKS = frozenset({"href", "src", "action", "formaction", "xlink:href", "poster", "data"})
_PNG = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"pHYs", b"sRGB", b"gAMA", b"bKGD", b"tRNS"})
_ACTIVE = re.compile(
    "AA|EmbeddedFile|Filespec|GoToE|GoToR|JS|JavaScript|Launch|Movie|OpenAction|RichMedia|Rendition"
    "|SubmitForm|ImportData|XFA"
)
"""Names in a PDF by which something is run, fetched or opened."""
_DOT = re.compile(
    r"\b(?:\w*url|\w*href|\w*target|image|imagepath|shapefile|fontpath|stylesheet)\s*=",
    re.IGNORECASE,
)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_MERMAID = re.compile(
    r'flowchart \w+|  subgraph s\d+\["[^"]*"\]|  end|    n\d+\["[^"]*"\]:::\w+|  n\d+(?: --> n\d+)*'
    r"|  classDef \w+ [\w:#,. -]+|"
)


def leads_somewhere_safe(link: str) -> bool:
    """Tells whether a link is http, https, mailto, or relative to where it stands."""
    if not link.isprintable() or link.startswith(("/", "\\")):
        return False
    return urlsplit(link).scheme in {"http", "https", "mailto", ""}


def read_by_the_runner(printed: str) -> Iterator[str]:
    """The commands that GitHub's runner finds: at the beginning of a line, or in brackets."""
    for line in re.split(r"\r\n|\r|\n", printed):
        bare = line.lstrip()
        if re.match(rf"::({_REGISTERED})( [^\n]*?)?::", bare) or re.search(
            rf"##\[({_REGISTERED})[ \]]", line
        ):
            yield line


def plain(text: str) -> None:
    """Holds that it shows nothing but what it says."""
    assert not HIDDEN.search(text), HIDDEN.search(text)


def printed(written: bytes) -> None:
    """Holds that a log gives no command to the program that keeps it."""
    told = written.decode()
    plain(told)
    assert list(read_by_the_runner(told)) == []
    assert "##vso[" not in told


def text(written: bytes) -> None:
    plain(written.decode())


def github(written: bytes) -> None:
    told = written.decode()
    found = list(read_by_the_runner(told))
    assert all(re.match(r"::(error|warning|notice) file=[^:]+::", line) for line in found)
    assert "##[" not in told


def azure(written: bytes) -> None:
    told = written.decode()
    lines = [line for line in told.splitlines() if "##vso[" in line]
    assert all(re.match(r"##vso\[task\.logissue [^\]]*\][^\[]*", line) for line in lines)
    assert [line.count("##vso[") for line in lines] == [1] * len(lines)


def as_json(written: bytes) -> None:
    text(written)
    json.loads(written)


def jsonl(written: bytes) -> None:
    text(written)
    for line in written.decode().splitlines():
        json.loads(line)


def sarif(written: bytes) -> None:
    as_json(written)
    for key, value in _pairs(json.loads(written)):
        if key.lower().endswith("uri"):
            assert leads_somewhere_safe(value), value
        if key == "markdown":
            markdown(value.encode())


def _pairs(data: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as JSON is
    if isinstance(data, dict):
        yield from data.items()
        data = [*data.values()]
    for inner in data if isinstance(data, list) else ():
        yield from _pairs(inner)


def as_csv(written: bytes) -> None:
    text(written)
    for row in csv.reader(io.StringIO(written.decode(), newline="")):
        for cell in row:
            is_number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
            assert is_number or not cell.startswith(_FORMULA), cell


def markdown(written: bytes) -> None:
    """Holds that no text became a link, an image or HTML, and that it mentions nobody."""
    text(written)
    told = written.decode()
    assert not re.search(r"(?<!\w)@\w", told)
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(told):
        for each in (token, *(token.children or ())):
            if each.type in {"html_block", "html_inline"}:
                _few_tags(each.content)
            assert each.type not in {"link_open", "image"}, each
            if each.type == "fence":
                assert re.match("(mermaid|yaml)( |$)", each.info), each
                mermaid(each.content if each.info == "mermaid" else "")


def _few_tags(html: str) -> None:
    tags = re.findall(r"<[^>]*>", html)
    known = r"</?(?:details|details open|summary|b|code|br)>|<!-- journeymap diff -->\n?"
    assert all(re.fullmatch(known, tag) for tag in tags), tags


def mermaid(drawn: str) -> None:
    wrong = [line for line in drawn.splitlines() if not _MERMAID.fullmatch(line)]
    assert wrong == []
    assert not re.search("[<>`]", drawn.replace("-->", ""))


def dot(written: bytes) -> None:
    text(written)
    bare = _STRING.sub("_", written.decode())
    assert re.fullmatch(r"[\w\s{}\[\];,=.#-]*(?:->[\w\s{}\[\];,=.#-]*)*", bare), bare
    assert not _DOT.search(bare)
    assert bare.count("{") == bare.count("}")
    assert bare.rstrip().endswith("}")


def xml(written: bytes) -> None:
    """Holds that it is well-formed and declares nothing."""
    told = written.decode()
    plain(told)
    assert "<!DOCTYPE" not in told
    assert "<!ENTITY" not in told
    ET.fromstring(told)  # noqa: S314 - written by this tool, and without entities


def junit(written: bytes) -> None:
    xml(written)
    root = ET.fromstring(written)  # noqa: S314 - as above
    assert {each.tag for each in root.iter()} <= {
        *("testsuites", "testsuite", "testcase", "failure", "error", "properties", "property"),
        *("system-out", "skipped"),
    }


def svg(written: bytes) -> None:
    xml(written)
    told = written.decode()
    assert not re.search(r"<!--|<!\[CDATA\[|<\?(?!xml )", told)
    for element in ET.fromstring(told).iter():  # noqa: S314 - as above
        tag = element.tag.rpartition("}")[2]
        assert _SVG.fullmatch(tag), tag
        for name, value in element.attrib.items():
            _attribute(tag, name.rpartition("}")[2], value)


def _attribute(tag: str, name: str, value: str) -> None:
    assert not name.lower().startswith("on"), name
    if name in _LINKS and tag in {"a", "link"}:
        assert leads_somewhere_safe(value), value
    elif name in _LINKS:  # fetched without being asked
        assert re.match("data:image/(png|jpeg);base64,", value), value
    if name == "style":
        assert "url(" not in value
    if name in {"clip-path", "fill", "stroke", "font-family"}:
        assert re.fullmatch(r"url\(#[\w.-]+\)|[#\w', .-]*", value), value


class _Page(HTMLParser):
    """Reads a page as a browser does, and keeps what could do something."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open, self.policy, self.scripts, self.styles = "", "", [""][:0], [""][:0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # type: ignore[explicit-override] # of Python 3.12
        assert _TAGS.fullmatch(tag), tag
        said = dict(attrs)
        assert len(said) == len(attrs), attrs
        if tag in {"script", "style", "a", "img", "svg"}:
            assert self.policy, "the policy stands behind what it is to hold"
        if said.get("http-equiv") == "Content-Security-Policy":
            self.policy = said["content"] or ""
        else:
            assert "http-equiv" not in said
        for name, value in attrs:
            _attribute(tag, name, value or "")
        self.open = tag

    def handle_endtag(self, _: str) -> None:  # type: ignore[explicit-override] # as above
        self.open = ""

    def handle_data(self, data: str) -> None:  # type: ignore[explicit-override] # as above
        if self.open in {"script", "style"}:
            (self.scripts if self.open == "script" else self.styles).append(data)

    def handle_comment(self, data: str) -> None:  # type: ignore[explicit-override] # of Python 3.12
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:  # type: ignore[explicit-override] # of Python 3.12
        raise AssertionError(data)


def html(written: bytes) -> None:
    told = written.decode()
    plain(told)
    page = _Page()
    page.feed(told)
    page.close()
    rules = dict(re.findall(r"([\w-]+) ([^;]*)", page.policy))
    assert rules.get("default-src") == "'none'"
    assert {"base-uri", "form-action"} <= rules.keys()
    allowed = rules.get("script-src", "")
    digests = [b64encode(sha256(each.encode()).digest()).decode() for each in page.scripts]
    assert allowed.split() == [f"'sha256-{digest}'" for digest in digests]
    assert not re.search(r"url\(|@import|expression", "".join(page.styles))


def pdf(written: bytes) -> None:
    uris = re.findall(rb"/URI \(((?:[^()\\]|\\.)*)\)", written)
    assert all(leads_somewhere_safe(uri.decode()) and urlsplit(uri.decode()).scheme for uri in uris)
    bare = _without_strings(re.sub(rb"stream\r?\n.*?endstream", b"", written, flags=re.DOTALL))
    names = set(re.findall(r"/([A-Za-z]+)", bare.decode("latin-1")))
    assert [name for name in names if _ACTIVE.fullmatch(name)] == []
    assert names & {"Page", "Catalog"}


def _without_strings(content: bytes) -> bytes:
    """Returns the objects of a PDF without their strings, in which brackets stand in pairs."""
    kept, depth, at = bytearray(), 0, 0
    while at < len(content):
        sign = content[at : at + 1]
        if sign == b"\\" and depth:
            at += 1
        elif sign == b"(":
            depth += 1
        elif sign == b")" and depth:
            depth -= 1
        elif not depth:
            kept += sign
        at += 1
    assert depth == 0
    return bytes(kept)


def pptx(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        for name in package.namelist():
            assert not re.search(r"vba|activeX|embeddings|oleObject|\.\.", name, re.IGNORECASE), (
                name
            )
            if name.endswith((".xml", ".rels")):
                part = package.read(name)
                xml(part.replace(b"\r\n", b"\n"))
                _part(ET.fromstring(part))  # noqa: S314 - as above


def _part(root: ET.Element) -> None:
    for element in root.iter():
        said = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
        assert "macro" not in said.get("ContentType", "").lower()
        assert not re.match(r"ppaction://(program|macro|ole|hlinkfile)", said.get("action", ""))
        if said.get("TargetMode") == "External":
            assert said["Type"].endswith("/hyperlink"), said
            assert urlsplit(said["Target"]).scheme in {"http", "https", "mailto"}, said


def png(written: bytes) -> None:
    at, kinds = 8, []
    while at < len(written):
        size, kind = struct.unpack(">I4s", written[at : at + 8])
        kinds.append(kind)
        at += 12 + size
    assert kinds[0] == b"IHDR"
    assert set(kinds) <= _PNG, set(kinds)


CHECKS: Mapping[str, Callable[[bytes], None]] = {
    "azure": azure,
    "concise": text,
    "csv": as_csv,
    "dot": dot,
    "full": text,
    "github": github,
    "gitlab": as_json,
    "html": html,
    "json": as_json,
    "jsonl": jsonl,
    "junit": junit,
    "md": markdown,
    "pdf": pdf,
    "png": png,
    "pptx": pptx,
    "rdjson": as_json,
    "sarif": sarif,
    "svg": svg,
    "text": text,
}
"""How a format is held; one that is not here is held by nothing, and its test fails."""
