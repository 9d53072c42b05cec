"""Maps as one web page that works offline: pictures, what is said of each step, tables beside them.

Everything is in the file, and its content policy lets no request leave it. Without scripts it is
still all there: the steps are then told one after another.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from html import escape
from importlib import resources
from typing import Any

from journeymap.backends.formats import Chapter, Story
from journeymap.backends.html_pictures import Palette, PictureWriter, Target, panel
from journeymap.backends.page_cards import Card, Section
from journeymap.backends.step_details import Detail
from journeymap.backends.svg import fonts, safe
from journeymap.model.languages import tag
from journeymap.quick_dataclass import dataclass
from journeymap.tables.table import Column, Kind, Reader, Table
from journeymap.views.kit.theme import Theme
from journeymap.words.facts import Fact, Reference
from journeymap.words.labels import label

_KEPT = "action"
"""The row that always shows: the steps themselves."""


def write(chapters: Sequence[Chapter]) -> bytes:
    """Writes maps as the content of one web page.

    Args:
        chapters: the maps, each with its story.
    """
    language = chapters[0].language
    title = chapters[0].title if len(chapters) == 1 else label("journeys", language)
    stories = [(each, each.story) for each in chapters if each.story]
    palette = Palette(is_dark=stories[0][1].only == "dark")
    maps = "".join(
        _Map(
            name=f"m{number}",
            chapter=chapter,
            story=story,
            palette=palette,
            alone=len(stories) == 1,
        ).write()
        for number, (chapter, story) in enumerate(stories, 1)
    )
    first = stories[0][1]
    script = _asset("page.js")
    parts = (
        "<!doctype html>\n",
        f'<html{_lang(language)}{_forced(first)}>\n<head>\n<meta charset="utf-8">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">\n',
        f"<title>{escape(title)}</title>\n",
        f"<style>\n{_style(first, palette)}</style>\n</head>\n<body>\n",
        f'<a class="skip" href="#maps">{escape(label("skip", language))}</a>\n',
        _header(title, chapters, first),
        f'<main id="maps">\n{maps}</main>\n<script>{script}</script>\n</body>\n</html>\n',
    )
    return "".join(parts).encode()


def _asset(name: str) -> str:
    return (resources.files("journeymap.backends") / "web" / name).read_text("utf-8")


def _policy(script: str) -> str:
    """Returns the content policy: nothing but this script, the style sheet and inline pictures."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _lang(language: str) -> str:
    """Returns the attribute that says a language; none for what is no language tag."""
    return f' lang="{escape(spoken)}"' if (spoken := tag(language)) else ""


def _forced(story: Story) -> str:
    """Returns the attribute that holds the page in one theme; without it the system decides."""
    return f' data-theme="{story.only}"' if story.only else ""


def _style(story: Story, palette: Palette) -> str:
    """Returns the style sheet with the colours of both themes."""
    light, dark = (
        f"{palette.colours(turn)}{_chrome(theme)}"
        for turn, theme in enumerate((story.light, story.dark))
    )
    themes = f":root{{{light}}}\n"
    if story.light != story.dark:
        themes += (
            f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
            f":root[data-theme=dark]{{{dark}}}\n"
            f"@media print{{:root,:root[data-theme]{{{light}}}}}\n"
        )
    style = _asset("page.css").replace("FONTS", fonts(story.light.font))
    return f"{themes}{palette.classes()}\n{style}"


def _chrome(theme: Theme) -> str:
    """Returns the colours of what is around the pictures."""
    return (
        f"--page:{theme.page};--ink:{theme.ink};--muted:{theme.muted};--rule:{theme.rule};"
        f"--panel:{theme.panel};--cell:{theme.cell};--link:{theme.stages[0].strong};"
    )


def _header(title: str, chapters: Sequence[Chapter], story: Story) -> str:
    language = chapters[0].language
    links = "".join(
        f'<li><a href="#m{number}">{escape(chapter.title)}</a></li>'
        for number, chapter in enumerate(chapters, 1)
    )
    nav = f'<nav aria-label="{escape(label("journeys", language))}"><ul>{links}</ul></nav>'
    button = (
        f'<button id="theme" type="button" hidden>{escape(label("dark", language))}</button>'
        if story.light != story.dark
        else ""
    )
    menu = nav if len(chapters) > 1 else ""
    return f"<header>\n<h1>{escape(title)}</h1>\n{menu}{button}\n</header>\n"


@dataclass(frozen=True, kw_only=True)
class _Map:
    """Writes one map.

    Attributes:
        name: begins the ids of the map.
        chapter: its pages.
        story: what goes with them.
        palette: takes the colours.
        alone: whether it is the only map of the page.
    """

    name: str
    chapter: Chapter
    story: Story
    palette: Palette
    alone: bool

    def write(self) -> str:
        """Returns the map as a section; with a heading of its own unless it is the only one."""
        title = escape(self.chapter.title)
        head = "" if self.alone else f"<h2>{title}</h2>\n"
        pages = "".join(map(str, self._pages()))
        cards = "".join(map(self._section, self.story.sections))
        tables = "".join(map(self._table, (*self.story.tables, *self.story.registers)))
        beside = " told" if self.story.details else ""
        language = _lang(self.chapter.language)
        return (
            f'<section class="map" id="{self.name}" aria-label="{title}"{language}>\n'
            f'{head}{self._rows()}<div class="desk{beside}">\n<div class="pages">\n{pages}</div>\n'
            f'<div class="beside">\n{self._about()}</div>\n</div>\n{cards}{tables}</section>\n'
        )

    def _say(self, key: str) -> str:
        return escape(label(key, self.chapter.language))

    def _heading(self, level: int, name: str, words: str) -> str:
        """Returns a heading, a level lower where the map has a heading of its own."""
        tag = f"h{level if self.alone else level + 1}"
        named = f' id="{name}"' if name else ""
        return f"<{tag}{named}>{words}</{tag}>"

    def _pages(self) -> Iterator[str]:
        known = {detail.key: detail for detail in self.story.details}
        for number, page in enumerate(self.story.scenes, 1):
            on_page = page.shown()
            targets = [
                Target(key=key, words=_spoken(detail))
                for key, detail in known.items()
                if key in on_page
            ]
            name, rowed = f"{self.name}-p{number}", bool(self.story.rows)
            scene = self.palette.numbered(page)
            yield PictureWriter(scene, self.palette, name, rowed=rowed).write(targets)

    def _rows(self) -> str:
        """Returns the switches of rows; disabled where no script makes them work."""
        switches = "".join(
            f'<label><input type="checkbox" value="{escape(key)}" checked disabled>'
            f"{escape(words)}</label>"
            for key, words in self.story.rows.items()
            if key != _KEPT
        )
        if not switches:
            return ""
        return f'<fieldset class="rows"><legend>{self._say("rows")}</legend>{switches}</fieldset>\n'

    def _about(self) -> str:
        """Returns what is said of each step."""
        if not self.story.details:
            return ""
        about = "".join(map(self._panel, self.story.details))
        shown = self._shown & {detail.key for detail in self.story.details}
        head = self._heading(2, "", self._say("step-details" if shown else "steps"))
        hint = f'<p class="hint">{self._say("choose-step")}</p>' if shown else ""
        # What nobody can select scrolls, so that a keyboard must be able to reach it.
        name = f"{self._say('steps')}: {escape(self.chapter.title)}"
        some = any(detail.key not in shown for detail in self.story.details)
        region = f' role="region" tabindex="0" aria-label="{name}"' if some else ""
        return f'<div class="steps"{region}>{head}\n{hint}\n{about}</div>\n'

    @cached_property
    def _shown(self) -> frozenset[str]:
        """The keys of what the pictures show, which can be selected."""
        return frozenset().union(*(scene.shown() for scene in self.story.scenes))

    def _section(self, section: Section) -> str:
        """Returns what is said of the map, its people or its stages."""
        cards = "".join(map(self._card, section.cards))
        name = escape(section.title)
        return (
            f'<section class="cards" aria-label="{name}">{self._heading(2, "", name)}\n'
            f"<div>{cards}</div></section>\n"
        )

    def _card(self, card: Card) -> str:
        head = self._heading(3, "", escape(card.title)) if card.title else ""
        return f'<div class="card">{_face(card)}{head}{_listed(card.facts)}</div>\n'

    def _panel(self, detail: Detail) -> str:
        key = escape(panel(self.name, detail.key))
        stage = f'<span class="stage">{escape(detail.stage)}</span> ' if detail.stage else ""
        role = ' role="tabpanel" tabindex="0"' if detail.key in self._shown else ""
        return (
            f'<section class="about" id="{key}"{role} '
            f'aria-labelledby="{key}-h">'
            f"{self._heading(3, f'{key}-h', stage + escape(detail.title))}"
            f"{_listed(detail.facts)}</section>\n"
        )

    def _table(self, table: Table[Any]) -> str:
        below = [column for column in table.columns_for(Reader.PEOPLE) if column.below is not None]
        columns = [column for column in table.columns_for(Reader.PEOPLE) if column.below is None]
        wordy = next((i for i, column in enumerate(columns) if column.kind is Kind.TEXT), 0)
        head = "".join(
            f'<th scope="col"{_side(column.kind)}>{escape(column.title)}</th>' for column in columns
        )

        def row(item: object) -> Iterator[str]:
            for number, column in enumerate(columns):
                more = _below(below, item) if number == wordy else ""
                yield _cell(column.shown(item), column.kind, more)

        rows = "".join(f"<tr>{''.join(row(item))}</tr>\n" for item in table.items)
        name = escape(table.title if self.alone else f"{table.title}: {self.chapter.title}")
        return (
            f'<div class="table" role="region" tabindex="0" aria-label="{name}">'
            f"<table><caption>{escape(table.title)}</caption>"
            f"<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table></div>\n"
        )


def _spoken(detail: Detail) -> str:
    """Returns a step as it is read out: stage and action."""
    return f"{detail.stage}: {detail.title}" if detail.stage else detail.title


def _face(card: Card) -> str:
    """Returns the picture of a persona, or the initials; the name stands beside it."""
    if card.picture:
        kind = "png" if card.picture.startswith(b"\x89PNG") else "jpeg"
        data = base64.b64encode(card.picture).decode()
        return f'<img class="face" alt="" src="data:image/{kind};base64,{data}">'
    if card.initials:
        return f'<span class="face" aria-hidden="true">{escape(card.initials)}</span>'
    return ""


def _listed(facts: Sequence[Fact]) -> str:
    """Returns what is said in each respect; nothing where nothing is."""
    listed = "".join(
        f"<dt>{escape(fact.label)}</dt>{''.join(map(_entry, fact.entries))}" for fact in facts
    )
    return f"<dl>{listed}</dl>" if listed else ""


def _entry(entry: Reference) -> str:
    words = escape(entry.text)
    if safe(entry.link):
        words = f'<a href="{escape(entry.link)}" rel="noreferrer">{words}</a>'
    return f"<dd>{words}</dd>"


def _side(kind: Kind) -> str:
    return "" if kind is Kind.TEXT else ' class="n"'


def _cell(words: str, kind: Kind, more: str = "") -> str:
    return f"<td{_side(kind)}>{escape(words)}{more}</td>"


def _below(columns: Sequence[Column[Any]], item: object) -> str:
    """Returns what stands below a row in a terminal, as lines of the row's words."""
    words = (
        f"{column.below} {column.shown(item)}".strip() for column in columns if column.cell(item)
    )
    return "".join(f'<span class="more">{escape(each)}</span>' for each in words)
