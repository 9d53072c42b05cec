"""The journey as a graph in the DOT language: to read, to diff, and to lay out again.

Steps are nodes by their id in clusters of their stage, ways are edges with their share, and who
leaves is a node of its own. What is a number has an attribute of its own name, as the program that
lays out takes any.
"""

from collections.abc import Mapping
from dataclasses import field
from itertools import groupby

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.handoffs import HandoffState, Transfer
from journeymap.model.journey_map import PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.text.source import visible
from journeymap.views.errors import RequestError
from journeymap.views.flow import content
from journeymap.views.flow.content import ASSUMED, Link, Net, Stop
from journeymap.views.kit import measure
from journeymap.views.kit.theme import Theme
from journeymap.views.names import View
from journeymap.views.sheet.cell_texts import channels
from journeymap.views.sheet.figure_words import wait_words
from journeymap.words.labels import label

NO_GRAPHS = frozenset({"focus", "matrix", "compare", "persona"})
"""Views of which nothing is a graph."""
_TYPE, _WIDE = 12.0, 150.0
"""Size of the type of nodes, and how wide their lines are, in points."""
_THIN, _THICK = 1.0, 3.0
"""Width of a way that nobody takes, and how much wider one is that all take, in points."""
_PLACES = 4
"""Decimals of shares in attributes."""

Values = Mapping[str, str | float | None]


@dataclass(slots=True)
class _Writer:
    """Collects statements."""

    lines: list[str] = field(default_factory=list)
    depth: int = 1

    def say(self, statement: str) -> None:
        self.lines.append("  " * self.depth + statement)

    def node(self, name: str, values: Values) -> None:
        self.say(f"{_quoted(name)}{_attributes(values)};")

    def edge(self, start: str, stop: str, values: Values) -> None:
        self.say(f"{_quoted(start)} -> {_quoted(stop)}{_attributes(values)};")


def _quoted(text: str) -> str:
    """Writes a string: no sign in it ends it, escapes, or begins an entity or a port."""
    clean = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return '"' + "\\n".join(map(visible, clean.split("\n"))) + '"'


def _attributes(values: Values) -> str:
    said = [f"{key}={_value(value)}" for key, value in values.items() if value not in {None, ""}]
    return f" [{', '.join(said)}]" if said else ""


def _value(value: str | float | None) -> str:
    return _quoted(value) if isinstance(value, str) else f"{round(value or 0.0, _PLACES):g}"


def source(analysis: Analysis, view: View, theme: Theme) -> str:
    """Returns the graph of a view, for any layout of Graphviz.

    Args:
        analysis: the map, and what is computed from it.
        view: what is asked for: steps, or who hands to whom.
        theme: colours.

    Raises:
        RequestError: the view is no graph.
    """
    if view in NO_GRAPHS:
        every = ", ".join(each for each in View if each not in NO_GRAPHS)
        raise RequestError(
            f"the view {view} is no graph: write it as svg, or name one that is ({every})"
        )
    writer = _Writer()
    font: Values = {"fontname": f"{theme.font},Helvetica" if theme.font else "Helvetica"}
    head: Values = {"label": _head(analysis, view), "labelloc": "t", "rankdir": "LR"}
    writer.say(f"graph{_attributes({**head, **font})};")
    box: Values = {
        "shape": "box",
        "style": "rounded,filled",
        "color": theme.rule,
        "fillcolor": theme.page,
    }
    writer.say(f"node{_attributes({**box, 'fontsize': _TYPE, 'fontcolor': theme.ink, **font})};")
    pen: Values = {"color": theme.middle, "fontcolor": theme.muted, "fontsize": _TYPE - 2}
    writer.say(f"edge{_attributes({**pen, **font})};")
    if view is View.STAKEHOLDERS:
        _handoffs(analysis, writer)
    else:
        _Steps(analysis, theme, writer).write()
    name = _quoted(analysis.journey_map.id)
    return "\n".join([f"digraph {name} {{", *writer.lines, "}", ""])


def _head(analysis: Analysis, view: View) -> str:
    """Returns the title, what becomes of all, and what a sign means."""
    journey = analysis.journey_map.journey
    if view is View.STAKEHOLDERS:
        return journey.title
    net = content.read(analysis)
    figures = (*(stop.head for stop in net.stops), *(link.share for link in net.links))
    assumed = any(figure.endswith(ASSUMED) for figure in figures)
    note = f"{ASSUMED} {label('assumed-share', net.language)}" if assumed else ""
    return "\n".join(filter(None, (journey.title, net.summary, note)))


def _wrapped(text: str) -> str:
    return "\n".join(measure.wrap(text, _WIDE, _TYPE))


class _Steps:
    """Writes steps and the ways between them."""

    def __init__(self, analysis: Analysis, theme: Theme, writer: _Writer) -> None:
        self.analysis, self.theme, self.writer = analysis, theme, writer
        self.net: Net = content.read(analysis)
        self.names = [stop.key or "end:" for stop in self.net.stops]

    def write(self) -> None:
        for stage, stops in groupby(self.net.stops[:-1], key=lambda stop: stop.stage):
            self._stage(stage, tuple(stops))
        self._end(self.net.stops[-1])
        for link in self.net.links:
            self._way(link)
        for placed_step in self.analysis.journey_map.steps:
            self._leaks(placed_step)

    def _stage(self, stage: int, stops: tuple[Stop, ...]) -> None:
        """Writes the steps of a stage, in a cluster where it has a name."""
        writer, name = self.writer, self.net.stages[stage]
        if name:
            writer.say(f'subgraph "cluster_{stage + 1}" {{')
            writer.depth += 1
            tones = self.theme.stage(stage)
            writer.say(f"graph{_attributes({'label': name, 'color': tones.strong})};")
        for stop in stops:
            self._step(stop)
        if name:
            writer.depth -= 1
            writer.say("}")

    def _step(self, stop: Stop) -> None:
        analysis, flow = self.analysis, self.analysis.flow
        placed_step = analysis.journey_map.steps[stop.number - 1]
        step = placed_step.step
        feeling = analysis.journey_map.of_persona(step.emotion, placed_step)
        handoffs = [f"→ {name}" for name in stop.handoffs]
        values: Values = {
            "label": "\n".join(filter(None, (stop.head, _wrapped(stop.title), stop.returns,
                                             *handoffs))),
            "fillcolor": self.theme.stage(stop.stage).tint,
            "step": stop.number,
            "people": 100 * flow.steps[placed_step.position].people if flow else None,
            "emotion": feeling.value if feeling else None,
            "channel": "; ".join(channels(analysis.journey_map, placed_step)),
            "handoff": "; ".join(stop.handoffs),
            "wait": wait_words(analysis.journey_map, placed_step),
            "moment": ", ".join(step.moment),
        }  # fmt: skip
        self.writer.node(stop.key, values)

    def _end(self, stop: Stop) -> None:
        words = "\n".join(filter(None, (_wrapped(stop.title), stop.returns)))
        flow = self.analysis.flow
        completion = 100 * flow.completion if flow else None
        values: Values = {"label": words, "fillcolor": self.theme.idea, "people": completion}
        self.writer.node("end:", values)

    def _way(self, link: Link) -> None:
        """Writes a way; one that leads back takes no part in the order of the layers."""
        values: dict[str, str | float | None] = {
            "label": link.share,
            "share": link.part,
            "volume": link.volume,
            "penwidth": None if link.volume is None else _THIN + _THICK * link.volume,
        }
        if link.back:
            colour = self.theme.curves[1]
            values |= {"style": "dashed", "color": colour, "fontcolor": colour}
            values |= {"constraint": "false", "back": "true"}
        self.writer.edge(self.names[link.source], self.names[link.target], values)

    def _leaks(self, placed_step: PlacedStep) -> None:
        """Writes who leaves, each to a node of its own."""
        stop, exits = self.net.stops[placed_step.position], self.analysis.ways.exits
        shares = exits[placed_step.position].leaks
        for number, words in enumerate(stop.leaks, 1):
            name, low = f"leaves:{stop.key}:{number}", self.theme.low
            share = shares[number - 1] if number <= len(shares) else None
            self.writer.node(
                name,
                {"label": _wrapped(words), "shape": "plain", "style": "solid", "fontcolor": low},
            )
            self.writer.edge(stop.key, name, {"color": low, "leak": "true", "share": share})


def _handoffs(analysis: Analysis, writer: _Writer) -> None:
    """Writes people, and who hands to whom at which step."""
    journey_map, language = analysis.journey_map, analysis.journey_map.journey.language or "en"
    people = dict.fromkeys(analysis.people_matrix.rows)
    for each in analysis.transfers:
        people |= dict.fromkeys(who for who in (each.giver, each.taker) if who)
    first = next(iter(people), "")
    for who in people:
        provider = "true" if who and journey_map.is_provider(who) else ""
        name = journey_map.person_label(who) or label("persona", language)
        writer.node(f"person:{who}", {"label": _wrapped(name), "provider": provider})
    for each in analysis.transfers:
        start = first if each.giver is None else each.giver
        writer.edge(f"person:{start}", f"person:{each.taker}", _handed(each, language))


def _handed(each: Transfer, language: str) -> Values:
    words = [_wrapped(f"{each.step.position + 1} · {each.step.label}")]
    if each.state is not HandoffState.COMPLETE:
        missing = f": {', '.join(each.missing)}" if each.missing else ""
        words.append(_wrapped(label(f"handoff-{each.state.value}", language) + missing))
    return {
        "label": "\n".join(words),
        "step": each.step.id,
        "state": each.state.value,
        "missing": ", ".join(each.missing),
        "style": "" if each.state is HandoffState.COMPLETE else "dashed",
    }
