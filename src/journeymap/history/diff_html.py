"""A comparison as a web page that stands by itself: both curves of each map, and every change."""

from collections.abc import Iterator
from html import escape

from journeymap.analysis.analysis import Analysis
from journeymap.backends import svg
from journeymap.compare.difference import How
from journeymap.history.diff import DiffReport, MapDiff
from journeymap.history.diff_text import SIGNS
from journeymap.history.mermaid import fence
from journeymap.history.outline import consequences, sections, summary, title, whole
from journeymap.text.source import visible
from journeymap.views.errors import PictureError
from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import draw

_STYLE = """
:root{color-scheme:light dark;--ink:#16202c;--page:#fff;--muted:#55606e;--cell:#f0f3f6;
--added:#0b5a37;--removed:#9a2410;--moved:#1f4e86}
@media (prefers-color-scheme:dark){:root{--ink:#eef2f6;--page:#12181f;--muted:#a9b5c2;
--cell:#212b36;--added:#74c796;--removed:#f0907a;--moved:#9bc1ef}}
body{font:16px/1.5 Arimo,Arial,Helvetica,sans-serif;color:var(--ink);background:var(--page);
max-width:70rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.5rem}h3{font-size:1rem;margin-bottom:.25rem}
ul{margin:.25rem 0 .75rem;padding-left:1.25rem}.muted{color:var(--muted)}
.added>b,.added>i{color:var(--added)}.removed>b,.removed>i{color:var(--removed)}
.moved>b,.moved>i{color:var(--moved)}li>i{font-style:normal;display:inline-block;width:1.2em}
figure{margin:1rem 0;overflow-x:auto;background:#fff}svg{max-width:100%;height:auto}
code{background:var(--cell);padding:0 .3em}
"""
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)


def to_html(report: DiffReport) -> str:
    """Returns the page."""
    head = escape(summary(report))
    body = "".join(part for number, each in enumerate(report.maps) for part in _map(each, number))
    note = f'<p class="muted">{_text(report.note)}</p>' if report.note else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>Journey maps: {head}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>Journey maps: {head}</h1>\n{note}{body}</main>\n</body>\n</html>\n"
    )


def _text(words: str) -> str:
    return escape(visible(words))


def _map(each: MapDiff, number: int) -> Iterator[str]:
    yield f'<section id="map-{number + 1}">\n<h2>{_text(title(each))}</h2>\n'
    if line := whole(each):
        yield f'<p class="muted">{_text(line)}</p>\n'
    if losses := [it for it in each.worse if not it.accepted]:
        yield "<h3>Worse, where the map promises something</h3>\n<ul>\n"
        for it in losses:
            mark = f"<code>{it.fingerprint}</code>"
            yield f'<li class="removed"><b>{_text(it.text)}</b> {mark}</li>\n'
        yield "</ul>\n"
    yield _picture(each, number)
    for section in sections(each):
        yield f"<h3>{_text(section.title)}</h3>\n<ul>\n"
        for item in section.items:
            inner = "".join(f"<li>{_text(line)}</li>" for line in item.lines)
            below = f"\n<ul>{inner}</ul>" if inner else ""
            kind = How.CHANGED if item.how is How.RENAMED else item.how
            sign = SIGNS[item.how]
            yield f'<li class="{kind}"><i>{sign}</i><b>{_text(item.text)}</b>{below}</li>\n'
        yield "</ul>\n"
    follow = list(consequences(each.consequences)) if each.old and each.new else []
    if follow:
        yield "<h3>What follows</h3>\n<ul>\n"
        yield from (f"<li>{_text(line)}</li>\n" for line in follow)
        yield "</ul>\n"
    yield "</section>\n"


def _picture(each: MapDiff, number: int) -> str:
    """Returns both whole curves over one grid; "" where there is nothing to draw."""
    found = each.found
    if found is None or not fence(found):  # no step is another one
        return ""
    old, new = found.first.journey_map, found.second.journey_map
    try:
        scenes = draw(Analysis(journey_map=new), ViewOptions(view=View.COMPARE, against=old))
    except PictureError:
        return ""
    if not scenes:
        return ""
    drawn = svg.write(scenes[0]).decode()
    name = scenes[0].name
    return (
        f"<figure>\n{drawn[drawn.index('<svg') :].replace(name, f'{name}-{number + 1}')}</figure>\n"
    )
