"""Maps as Markdown for a pull request: a table of steps, leverage points and findings.

A picture does not show in a diff; this does, and changes line by line with the map.
"""

from collections.abc import Iterator, Sequence

from journeymap.backends.formats import Chapter, Story
from journeymap.backends.step_details import Detail
from journeymap.tables.table import Column, Table, escaped, to_markdown
from journeymap.words.picture_labels import label

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
    if story.subtitle:
        yield escaped(story.subtitle)
    yield to_markdown(_steps(story.details, chapter.language)).rstrip("\n")
    for titled in story.tables:
        yield f"## {escaped(titled.title)}"
        yield to_markdown(titled.table).rstrip("\n")


def _steps(details: Sequence[Detail], language: str) -> Table:
    """Returns a row for each step."""
    keys = ("stage", "step", *_TOLD)
    columns = tuple(Column(key=key, title=label(key, language)) for key in keys)
    rows = []
    for detail in details:
        said = {fact.label: [entry.text for entry in fact.entries] for fact in detail.facts}
        told = ("; ".join(said.get(label(key, language), ())) for key in _TOLD)
        rows.append((detail.stage, detail.title, *told))
    return Table(columns=columns, rows=tuple(rows))
