"""Writes the first version of a map: from a starter template, or from an outline."""

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from string import Template

from journeymap.model import feelings
from journeymap.model.mixed_feelings import all_known
from journeymap.model.spoken_shares import spoken_share
from journeymap.templates.outline import Outline, Section, tidy
from journeymap.templates.outline_words import FIELDS

TEMPLATES = (
    "care-pathway",
    "customer-lifecycle",
    "before-during-after",
    "marketing-funnel",
    "value-chain",
    "blank",
)
"""The names of the starter maps."""

_PLAIN_MARKS = frozenset(" -.,/()!?'’–—…&+")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_LISTS = frozenset({"gains", "pains", "opportunities", "questions"})
_SEVERAL = frozenset({"channel", "emotion"})
"""Fields that take one or several."""


def outline_to_yaml(outline: Outline, *, title: str, persona: str, language: str = "") -> str:
    """Writes an outline as a commented map.

    Args:
        outline: what to write.
        title: title of the map where the outline names none.
        persona: whose journey it is where the outline does not say; blank leaves it open.
        language: language of labels in pictures and tables ("en"); blank leaves it out.

    Returns:
        YAML text with the outline's stages and steps and nothing invented. An outline without any
        step gives a map without steps, which lint reports.
    """
    who = tidy(outline.persona or persona)
    people = _PERSONA if who else _NO_PERSONA
    head = Template(_HEAD + (_LANGUAGE if language else "") + people).substitute(
        title=quote(outline.title or title), persona=quote(who), language=quote(language)
    )
    if outline.asides:
        head += (
            f"\n# The outline says besides:\n{chr(10).join(map('#   {}'.format, outline.asides))}\n"
        )
    return head + "\n" + "\n".join(_body(outline.stages)) + "\n"


def _body(stages: Sequence[Section]) -> Iterator[str]:
    hint = iter(_FIRST_STEP)
    if all(stage.name is None for stage in stages):
        yield "# One line is one step. Put `stages:` over them once you see which belong together."
        yield from _steps(stages[0] if stages else Section(None, ()), "", hint)
        return
    yield "# A stage is what the persona would call by one name; a step is one thing she does."
    yield "stages:"
    for stage in stages:
        if stage.name is None:
            yield "  # These steps stood before the first heading: give their stage a name."
            yield from _steps(stage, "  - ", hint)
        else:
            yield f"  - name: {quote(stage.name)}"
            yield from _steps(stage, "    ", hint)


def _steps(stage: Section, before: str, hint: Iterator[str]) -> Iterator[str]:
    """Writes steps; the first step of the map uses up the hint to what may be said of a step."""
    if not stage.steps:
        yield f"{before}steps: []   # what happens here?"
        return
    yield f"{before}steps:"
    margin = " " * len(before)
    for place, step in enumerate(stage.steps):
        yield f"{margin}  - action: {quote(step)}"
        said: dict[str, list[str]] = {}
        for each in stage.said:
            if each.step == place:
                said.setdefault(each.field, []).append(each.text)
        yield from (f"{margin}    {line}" for line in _said(said))
        yield from (f"{margin}    {line}" for line in hint if line.split()[1][:-1] not in said)


def _said(said: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Writes the fields of a step."""
    for field in dict.fromkeys(FIELDS.values()):
        texts = said.get(field, ())
        if field in _LISTS and texts:
            yield f"{field}:"
            yield from (f"  - {quote(text)}" for text in texts)
        elif field == "leaks" and texts:
            yield f"leaks: [{', '.join(map(_leak, texts))}]"
        elif field in _SEVERAL and len(parts := _each(field, texts)) > 1:
            yield f"{field}: [{', '.join(map(quote, parts))}]"
        elif texts:
            yield f"{field}: {quote('; '.join(texts))}"


def _each(field: str, texts: Sequence[str]) -> list[str]:
    """Returns what a field holds one by one: feelings in a row are several."""
    if field != "emotion":
        return list(texts)
    rows = (all_known(feelings.fold(text), feelings.words()) or [text] for text in texts)
    return [each for row in rows for each in row]


def _leak(text: str) -> str:
    """Writes a share of people who leave, and what is said of them."""
    spoken = spoken_share(text)
    share = f"share: {spoken.share}" if spoken else ""
    why = f"why: {quote(spoken.rest if spoken else text)}" if not spoken or spoken.rest else ""
    return f"{{{', '.join(filter(None, (share, why)))}}}"


def fill(template_name: str, *, title: str, persona: str, language: str) -> str:
    """Returns a starter map with its title, persona and language filled in.

    Args:
        template_name: one of `TEMPLATES`.
        title: title of the map, as it is to be read; any text serves.
        persona: name of the person whose journey it is; any text serves.
        language: language of labels in pictures and tables ("en").

    Raises:
        ValueError: there is no template of that name.
    """
    if template_name not in TEMPLATES:
        msg = f'no template "{template_name}": choose one of {", ".join(TEMPLATES)}'
        raise ValueError(msg)
    name = f"{template_name}.journey.yaml"
    text = files("journeymap.templates").joinpath(name).read_text(encoding="utf-8")
    return Template(text).substitute(
        title=quote(title), persona=quote(persona), language=quote(language)
    )


def quote(text: str) -> str:
    """Returns a text, tidied, as a YAML scalar that every reader takes as text.

    It stays bare where that is safe; else it is put in double quotes, written as JSON, which YAML
    1.2 includes.
    """
    plain = tidy(text)
    bare = plain[:1].isalpha() and all(char.isalnum() or char in _PLAIN_MARKS for char in plain)
    if bare and plain.casefold() not in _RESERVED:
        return plain
    return json.dumps(plain, ensure_ascii=False)


_HEAD = """\
# A first version, written from an outline: it holds what the outline says and nothing more.
# Fill in what you know, leave out what you do not; `lint` asks for the rest as the map matures.
journeymap: 1
title: $title
status: draft        # draft -> review -> published: lint asks for more at each
# goal:              # what she wants to get done, in her words: Get well and stay at work
# purpose:           # why you map: Find out where patients give up
# scope:             # where the map begins and ends
"""

_LANGUAGE = """\
language: $language   # of labels in pictures and tables
"""

_PERSONA = """
personas:            # whose journey it is: one person, not "our customers"
  - name: $persona
    # goals: []        # what she wants to reach
    # frustrations: [] # what usually gets in her way
"""

_NO_PERSONA = """
# Whose journey is it? Name one person, not "our customers":
# personas:
#   - name: Ann, 44
#     goals: [be seen this week]
#     frustrations: [waiting on the phone]
"""

_FIRST_STEP = (
    "# need:            # what she needs here, not what you offer",
    "# channel:         # where it happens: phone, website, in person",
    "# emotion:         # frustrated, relieved, an emoji, or a number from -2 to 2",
    "# pains: []        # what gets in her way",
    "# opportunities: [] # what could be better",
)
