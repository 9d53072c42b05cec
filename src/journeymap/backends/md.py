"""Maps as Markdown for a pull request: a table of steps, leverage points and findings.

A picture does not show in a diff; this does, and changes line by line with the map.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from journeymap.backends.formats import Chapter, Story
from journeymap.backends.step_details import Detail
from journeymap.tables.table import Column, Table, escaped, to_markdown
from journeymap.words.labels import label

_TOLD = ("emotion", "needs", "channel", "pains", "opportunities")
"""What the table tells of each step, by the keys of the labels."""


def write(chapters: Sequence[Chapter]) -> bytes:
    """Writes maps as the content of one Markdown file.

    Args:
        chapters: the maps, each with its story.
    """
    stories = [(each, each.story) for each in chapters if each.story]
    parts = [part for chapter, story in stories for part in _parts(chapter, story)]
    return ("\n\n".join(parts) + "\n").encode()


def _parts(chapter: Chapter, story: Story) -> Iterator[str]:
    """Yields the parts of a map: title, subtitle, steps and tables."""
    yield f"# {escaped(chapter.title)}"
    if story.headline and story.headline != chapter.title:
        yield f"**{escaped(story.headline)}**"
    if story.first:
        yield f"**{escaped(story.first)}**"
    if story.subtitle:
        yield escaped(story.subtitle)
    yield to_markdown(_steps(story.details, chapter.language)).rstrip("\n")
    for table in story.tables:
        yield to_markdown(table).rstrip("\n")


def _steps(details: Sequence[Detail], language: str) -> Table[Detail]:
    """Returns a row for each step."""
    say = partial(label, language=language)
    columns: tuple[Column[Detail], ...] = (
        Column(title=say("stage"), value=lambda detail: detail.stage),
        Column(title=say("step"), value=lambda detail: detail.title),
        *(Column(title=say(key), value=partial(_facts, say(key))) for key in _TOLD),
    )
    return Table(columns=columns, items=tuple(details))


def _facts(name: str, detail: Detail) -> str:
    """Returns what is said of a step in a respect."""
    facts = (fact for fact in detail.facts if fact.label == name)
    return "; ".join(entry.text for fact in facts for entry in fact.entries)
