"""What is said of keys that are no field of any part, and of those in the wrong place."""

from journeymap.findings import Applicability
from journeymap.model.fields import Node, shapes
from journeymap.model.name_lists import listed
from journeymap.model.step import Step
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.reading.value_messages import Said
from journeymap.text.nodes import Mapping, Scalar, Sequence
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import short

_BETWEEN_WORDS = pattern(r"[ -]+")
_LED = pattern(r"(?P<sign>\d{1,3}[.)])[ ]+(?P<field>[a-z_]+)")
_INSIDE = pattern(r"(?P<text>.+?)\s*[(\[,;]\s*(?P<name>[a-z_]+)")
_OWN = pattern(r"(?:X[-_ ]|x[_ ])(?=\w)")
_REMINDERS = frozenset({"TODO", "FIXME", "XXX"})
_FEW = 4
"""So many steps at most are named that a field may belong to."""
_SENTENCE = 3
"""A key of so many words is part of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """What is said of a key that no field has.

    Attributes:
        said: message and help.
        meant: the field that was probably meant; empty where none is near.
        rename: who decides whether the key is renamed to that field; None where it is not to be.
        hides: further fields that may be said below the key.
    """

    said: Said
    meant: str = ""
    rename: Applicability | None = None
    hides: tuple[str, ...] = ()


def special(model: type[Node], parent: Mapping, key: Scalar, value: Tree) -> Unknown | None:
    """Says what a key is whose form tells it; None for all others.

    Args:
        model: the part that it stands in.
        parent: the same as it is written.
        key: the key.
        value: what stands behind it.
    """
    return (
        _led_by_number(model, key, value)
        or _inside_text(model, key, value)
        or _own(model, key)
        or _stage_of_step(model, key, value)
        or _sentence(model, parent, key, value)
    )


def _led_by_number(model: type[Node], key: Scalar, value: Tree) -> Unknown | None:
    """Says that entries are numbered by their order, as in `1. action: Books`."""
    found = _LED.fullmatch(key)
    if found is None or found["field"] not in shapes(model):
        return None
    text = short(value) if isinstance(value, Scalar) else "…"
    message = f"an entry of a list begins with a dash and a space, not with {found['sign']}"
    return Unknown(said=(message, f"write - {found['field']}: {text}"), meant=found["field"])


def left_step(key: Scalar, value: Tree, steps: Tree | None) -> str:
    """Returns where a field of a step belongs that stands below the steps of a stage.

    Args:
        key: the field.
        value: what stands behind it.
        steps: the steps above it.
    """
    all_steps = steps if isinstance(steps, Sequence) else []
    last = all_steps[-1] if all_steps else None
    if isinstance(last, Scalar) and isinstance(value, Scalar):
        said = f"{key}: {short(value)}".strip()
        sure = " if it is said of that step" if all_steps[1:] else ""
        return f": write - action: {short(last)}, and {said} below action{sure}"
    actions = [
        f'"{short(action)}"'
        for step in all_steps
        if isinstance(step, Mapping) and key not in step
        for name, action in step.items()
        if name == "action" and isinstance(action, Scalar)
    ]
    if last is None or len(actions) == 1:
        return ": indent it as far as the fields of the step above"
    named = f", {listed(actions, 'or')}" if 0 < len(actions) <= _FEW else ""
    return f": put it below the action of the one that it is said of{named}"


def entry_above(model: type[Node], parent: Mapping, key: Scalar, value: Tree) -> str:
    """Returns what to do about a field of the last entry of a list above it; empty for others.

    Args:
        model: the part that the field stands in.
        parent: the same as it is written.
        key: the field.
        value: what stands behind it.
    """
    known, above = shapes(model), list(parent)[: list(parent).index(key)]
    for name in reversed(above):
        kind = known[name].kind if name in known else None
        if kind is None:
            continue  # it has left its entry as well
        if not (isinstance(kind, type) and issubclass(kind, Node) and key in shapes(kind)):
            return ""
        entries = parent[name]
        last = entries[-1] if isinstance(entries, Sequence) and entries else None
        said = short(value) if isinstance(value, Scalar) else "…"
        if isinstance(last, Mapping) and last and key not in last:
            beside = next(reversed(last))
            return f"indent it as far as `{short(beside)}`, if it belongs to {home(kind)} above"
        if isinstance(last, Scalar) and last and kind.shorthand:
            text = f"{kind.shorthand[-1]}: {short(last)}"
            return (
                f"write - {text}, and below it, as far in as `{kind.shorthand[-1]}`, {key}: {said}"
            )
        return ""
    return ""


def _own(model: type[Node], key: Scalar) -> Unknown | None:
    """Says how a field of the analyst's own begins, which one with X- or x_ was meant to be."""
    if not _OWN.match(key):
        return None
    name = f"x-{_BETWEEN_WORDS.sub('-', key[2:].strip().casefold())}"
    return Unknown(said=(no_field(model, key), f"write {short(name)} to keep it for yourself"))


def _sentence(model: type[Node], parent: Mapping, key: Scalar, value: Tree) -> Unknown | None:
    """Says that words before a colon are no field: a text goes on there, or they are a note."""
    words = key.split()
    if words and words[0].rstrip(":") in _REMINDERS:
        said = f"# {short(f'{key}: {value}')}" if isinstance(value, Scalar) else f"# {short(key)}"
        help_ = f"write {said} if it is a comment; questions: holds what has to be found out"
        return Unknown(said=(no_field(model, key), help_))
    if len(words) < _SENTENCE or not isinstance(value, Scalar):
        return None
    above = list(parent)[: list(parent).index(key)]
    text = parent[above[-1]] if above else None
    # A sentence that goes on begins small, below one that has not ended.
    if not isinstance(text, Scalar) or not text or not key[0].islower() or text[-1] in ".!?":
        return None
    joined = short(f'{above[-1]}: "{text} {key}: {value}', 100)
    help_ = f'if it goes on with `{above[-1]}` above it, put the whole text in quotes: {joined}"'
    return Unknown(said=(no_field(model, key), help_))


def _stage_of_step(model: type[Node], key: Scalar, value: Tree) -> Unknown | None:
    """Says where the stage of a step is said, which is above it."""
    if model is not Step or key not in {"stage", "phase"} or not isinstance(value, Scalar):
        return None
    help_ = f"put the step below that stage: stages: {{{short(value)}: [ … ]}}"
    return Unknown(said=(no_field(model, key), help_))


def _inside_text(model: type[Node], key: Scalar, value: Tree) -> Unknown | None:
    """Says that a field stands inside a text, as in `- slow (severity: 3)`."""
    found = _INSIDE.fullmatch(key)
    if not found or found["name"] not in shapes(model) or not model.shorthand:
        return None
    said = short(value.strip(" )]")) if isinstance(value, Scalar) else "…"
    help_ = (
        f"write {model.shorthand[-1]}: {short(found['text'])}, and {found['name']}: {said} below it"
    )
    message = f"`{found['name']}` stands inside a text, and a colon behind it"
    return Unknown(said=(message, help_), meant=model.shorthand[-1])


def no_field(model: type[Node], key: Scalar) -> str:
    """Returns the message about a key that no field has."""
    return f"`{short(key)}` is not a field of {home(model)}"


def home(model: type[Node]) -> str:
    """Returns what a model is called in messages."""
    return model.called or "this place"
