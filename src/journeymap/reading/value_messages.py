"""What is said of values that a field cannot take."""

from enum import Enum
from functools import cache

from journeymap.model import feelings
from journeymap.model.fields import FilePath, Leaf, Namespace, Node, Ref, Shape, shapes
from journeymap.model.ids import slug
from journeymap.model.likeness import nearest, only, slips
from journeymap.model.names import Route
from journeymap.model.scalars import ValueProblem
from journeymap.model.spoken_levels import level_help
from journeymap.model.spoken_numbers import ANY_NUMBER
from journeymap.quick_pattern import pattern
from journeymap.reading.meant_choices import is_only_meaning, meant_choice
from journeymap.reading.other_choices import kinds_beside, named, of_other
from journeymap.text.nodes import Mapping, Scalar, Sequence
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Source, short

_NUMBER = pattern(r"[-+]?\d+(?:[.,]\d+)?\s*%?")
_NUMBERED = pattern(r"(?:[^\W\d_]+[ _.]*)?\d{1,3}[.)]?")
"""A name that is a number alone, as in Step 1: entries are numbered by their order."""
_NAMED = pattern(r"\b1 [a-z][^.;]*")
"""What the numbers of a scale mean, in the description of a field."""
_EXPECTED = {
    Leaf.TEXT: "a text",
    Leaf.FREE: "a text or a number",
    Leaf.ID: "a short name",
    Leaf.INTEGER: "a whole number",
    Leaf.NUMBER: "a number",
    Leaf.MEASURE: "a number",
    Leaf.BOOLEAN: "true or false",
    Leaf.SHARE: "a share such as 35 %",
    Leaf.DAY: "a date such as 2026-10-12",
    Leaf.DURATION: "a time such as 6 weeks",
    Leaf.FEELING: "an emotion such as frustrated or -1",
    Leaf.RATING: "a rating",
    Leaf.EXPECTED: "a rating",
    Leaf.LINK: "a link",
    Leaf.CONDITION: "fields with what is asked of them, such as evidence: present",
}

_REFERRED = {
    Namespace.INFORMATION: "an information item",
    Namespace.EVIDENCE: "an evidence item",
}

Said = tuple[str, str]
"""A message and the help that goes with it."""
UNREAD: Said = ("this could not be read", "look at its colons, commas, quotes and brackets")
"""What is said where nothing else is."""


def expected(shape: Shape) -> str:
    """Returns what one value of a field is, in an analyst's words."""
    kind = shape.kind
    if isinstance(kind, Leaf):
        return _EXPECTED[kind]
    if isinstance(kind, Ref):
        other = ", or text" if kind.or_text else ""
        return f"the id or name of {_REFERRED.get(kind.to, f'a {kind.to.value}')}{other}"
    if isinstance(kind, FilePath):
        return f"the path of a {kind.kind.value} file"
    return f"one of {', '.join(member.value for member in kind)}" if issubclass(kind, Enum) else ""


def scale(shape: Shape) -> str:
    """Returns the lowest and highest value of a number in words, empty where there is none."""
    low, high = shape.minimum, shape.maximum
    if low is None:
        return ""
    return f"{low:g} or more" if high is None else f"from {low:g} to {high:g}"


def named_scale(shape: Shape) -> str:
    """Returns the scale of a number with what its ends mean, as far as the field says that."""
    found = _NAMED.search(shape.description)
    return f"{scale(shape)} ({found[0]})" if found else scale(shape)


def off(shape: Shape, problem: ValueProblem, tree: Scalar, at: tuple[Tree | None, Route]) -> Said:
    """Says what is wrong with a value; of a number on a scale, what the scale is.

    Args:
        shape: the field.
        problem: why it cannot take the value.
        tree: the value as it stands there.
        at: the whole map, as far as it is read, and where the value is in it.
    """
    low, high = shape.minimum, shape.maximum
    is_told = high is None and problem.help != ANY_NUMBER
    if shape.kind is not Leaf.INTEGER or low is None or is_told:
        return problem.message, f"{problem.help}{kinds_beside(shape, tree, *at)}"
    help_ = f"write {expected(shape)} {named_scale(shape)}"
    named = "" if high is None else level_help(tree, low, high, shape.description)
    return problem.message, f"{help_}; {named}" if named else help_


def list_in_value(shape: Shape, written: str) -> Said | None:
    """Says that a list below a field went into its value; None where none stands there."""
    first, *below = (line.strip() for line in written.splitlines() if line.strip())
    if not below or not all(line.startswith("- ") for line in below):
        return None
    message = f"the list below `{shape.name}: {short(first)}` is read as part of it"
    return message, f"write the list's name and a colon on a line of its own before {below[0]}"


def of_two(name: str, other: str) -> Said:
    """Says that two fields stand side by side of which a part has one."""
    message = f"`{name}` and `{other}` stand side by side"
    return message, "keep one: a text of its own, or the name of what has one elsewhere"


def other_type(tree: Scalar, whole: str | None, source: Source) -> Said:
    """Says that other programs read something else, or of one text that a comma makes two of it."""
    if whole:
        start, end = tree.span.end - len(whole), tree.span.end
        alone = source.text[start - 1 : start] == "[" and source.text[end : end + 1] == "]"
        written = f'["{whole}"]' if alone else f'"{whole}" in quotes among the others'
        return f'a comma makes two entries of "{short(whole)}"', f"write {written} if it is one"
    message = f"{tree} is taken as text here; other YAML tools read something else"
    return message, f'put it in quotes: "{tree}"'


def cut_by_comma(tree: Scalar, pointed: str) -> Said:
    """Says that a comma has cut a text in braces, or a number, and what to write."""
    help_ = pointed or f'put it in quotes: "{short(tree)}"'
    return "a comma inside {…} ends the text before it", help_


def one_value(shape: Shape, tree: Tree) -> Said:
    """Says that a list or a mapping stands where one value belongs."""
    what = "a list" if isinstance(tree, Sequence) else "fields"
    message = f"`{shape.name}` takes {expected(shape)}, not {what}"
    if isinstance(tree, Mapping) and tree and not any(tree.values()):
        names = ", ".join(tree)
        return message, f"write [{names}]" if shape.many else f"write {names}, without braces"
    if isinstance(shape.kind, Ref) and isinstance(tree, Mapping) and {"id", "name"} & tree.keys():
        listed = shape.name if shape.name.endswith("s") else f"{shape.name}s"
        return message, f"write {listed}: at the top of the map, where each is defined"
    if isinstance(tree, Mapping) and len(tree) == 1 and shape.is_words:
        ((name, value),) = tree.items()
        whole = f': "{short(f"{name}: {value}", 100)}"' if isinstance(value, Scalar) else ""
        return message, f"if it is one text with a colon in it, put it in quotes{whole}"
    if isinstance(tree, Sequence) and not shape.many and (told := _as_one(shape, tree)):
        return message, told
    if isinstance(tree, Sequence) and shape.many:
        return f"a list stands inside a list: {message}", _without_inner_list(tree)
    return message, f"write {expected(shape)}"


def no_feelings(shape: Shape, tree: Sequence) -> Said | None:
    """Says that a list holds something else than feelings: lists, or what each person feels."""
    if inner := next((item for item in tree if isinstance(item, Sequence)), None):
        return one_value(shape, inner)
    from journeymap.model.mixed_feelings import of_each

    texts = [item for item in tree if isinstance(item, Scalar)]
    if len(texts) == len(tree) and (people := of_each(texts, feelings.words())):
        message = f"a list stands in `{shape.name}` where each person has a field"
        return message, f"write it without dashes: {{{people}}}"
    each = [
        f"{name}: {short(value)}"
        for item in tree
        if isinstance(item, Mapping) and len(item) == 1
        for name, value in item.items()
        if isinstance(value, Scalar) and value and feelings.fold(name) not in feelings.words()
    ]
    if len(each) < len(tree):
        return None
    message = f"a list stands in `{shape.name}` where each person has a field"
    return message, f"write it without dashes: {{{', '.join(each)}}}"


def _as_one(shape: Shape, tree: Sequence) -> str:
    """Returns how the texts of a list become one text, or steps of their own; empty for others."""
    texts = [short(item) for item in tree if isinstance(item, Scalar) and item]
    if shape.kind is not Leaf.TEXT or len(texts) < len(tree) or not texts:
        return ""
    if shape.name == "action":
        return (
            f"write each as an entry of its own: {', '.join(f'- action: {text}' for text in texts)}"
        )
    return f"write one text: {', '.join(texts)}"


def needs_fields(model: type[Node], tree: Scalar, written: str) -> Said:
    """Says that a single value stands where fields belong.

    Args:
        model: what is written with fields.
        tree: the value.
        written: the same as it stands in the file.
    """
    what = named(model)
    message = f'{what} is written with fields, and "{short(tree)}" is a single value'
    if "steps" in shapes(model) and (said := _with_steps(what, written)):
        return said
    if "steps" in shapes(model):
        return message, f"write name: {short(tree)}, and its steps below it, under steps:"
    if not model.shorthand:
        first = ", ".join(f"{name}: …" for name in list(shapes(model))[:2])
        return message, f"write the fields, such as {first}"
    return message, f"write {model.shorthand[0]}: …"


def _with_steps(what: str, written: str) -> Said | None:
    """Says that the steps below a stage's name went into it; None where there are none."""
    name, *steps = (line.strip() for line in written.splitlines() if line.strip())
    if not steps or not all(step.startswith("- ") for step in steps):
        return None
    message = (
        f"{what} is written with fields, and the steps below {short(name)} are part of its name"
    )
    return (
        message,
        f"write name: {short(name)}, steps: on the line below, and below that {steps[0]}",
    )


def list_for_fields(model: type[Node], tree: Sequence, *, is_entry: bool) -> Said:
    """Says that a list stands where one thing with fields belongs.

    Args:
        model: the thing.
        tree: the list.
        is_entry: whether it stands in a list itself.
    """
    message = f"{named(model)} is written with fields, not as a list"
    times = [short(item) for item in tree if isinstance(item, Scalar) and item]
    if not is_entry and len(times) > 1:
        first, *others = times
        return message, f"write one: {first}, and {', '.join(others)} in note: or a step of its own"
    if not is_entry:
        return message, "take away the dash or []"
    return f"a list stands inside a list: {message}", _without_inner_list(tree)


def _without_inner_list(tree: Sequence) -> str:
    """Returns what to do about a list that stands as an entry of another one."""
    first = tree[0] if tree else ""
    shown = f": - {short(first)}" if isinstance(first, Scalar) and first else ""
    more = ", and begin those below it in the same column" if len(tree) > 1 else ""
    return f"write one dash or one pair of brackets{shown}{more}"


def list_of_fields(shape: Shape, name: Scalar, value: Tree) -> Said:
    """Says that names of the analyst's own stand where a list belongs."""
    message = f"`{shape.name}` is a list, and `{short(name)}` is no field of its entries"
    known = shapes(shape.kind) if isinstance(shape.kind, type) else {}
    first = "id" if "id" in known else next(iter(known))
    kind = shape.part
    if kind is None:
        return message, f"begin each entry with a dash: - {first}: {short(name)}"
    if measured := with_number(kind, name, value):
        return message, f"begin each entry with a dash: - {measured}"
    if isinstance(value, Mapping) and _NUMBERED.fullmatch(name) and value.keys() <= known.keys():
        led, said = next(iter(value.items()), ("", ""))
        shown = short(said) if isinstance(said, Scalar) else "…"
        return message, f"write a dash in the place of {name}: - {led}: {shown}, and so each"
    if isinstance(value, Scalar) and value and kind.shorthand and not _NUMBERED.fullmatch(name):
        return message, f'begin each entry with a dash: - "{short(f"{name}: {value}")}"'
    if isinstance(value, Scalar) or name != slug(name):
        first = next(reversed(kind.shorthand), first)
        if isinstance(value, Scalar) and _NUMBERED.fullmatch(name):
            name = value
    below = ", and its fields below it" if isinstance(value, Mapping) and value else ""
    return message, f"begin each entry with a dash: - {first}: {short(name)}{below}"


def with_number(model: type[Node], name: str, value: Tree) -> str:
    """Returns an entry whose name and number were written as a field; empty for others."""
    number = next((each for each in ("value", "share") if each in shapes(model)), "")
    is_number = isinstance(value, Scalar) and _NUMBER.fullmatch(value.strip())
    if not number or not is_number or not model.shorthand:
        return ""
    return f"{{{model.shorthand[-1]}: {short(name)}, {number}: {value}}}"


def needs_mapping(shape: Shape) -> Said:
    """Says that a mapping with keys of the analyst's own is wanted."""
    example = next((f"{k}: {v}" for e in shape.examples for k, v in dict(e).items()), "key: value")
    message = f"`{shape.name}` takes names with a value each"
    return message, f"write each with its name, and no dash before it, such as {{{example}}}"


@cache
def _choices(kind: type[Enum]) -> dict[str, Enum]:
    return {str(member.value): member for member in kind}


def choice(shape: Shape, kind: type[Enum], tree: Scalar) -> Enum:
    """Returns the member of a list of choices.

    Raises:
        ValueProblem: the word is not on the list.
    """
    word, choices = tree.strip(), _choices(kind)
    if word in choices:
        return choices[word]
    allowed = list(choices)
    msg = f'"{short(tree)}" is not among the values of `{shape.name}`'
    parts = [part.strip() for part in tree.split(",")]
    if shape.many and len(parts) > 1 and set(parts) <= set(allowed):
        raise ValueProblem(msg, f"write a list: [{', '.join(parts)}]")
    listed = f"{', '.join(allowed[:-1])} or {allowed[-1]}"
    if elsewhere := of_other(shape, tree):
        raise ValueProblem(msg, elsewhere)
    if is_only_meaning(meant := meant_choice(tree, allowed)):
        said = f'write {meant}, which is what "{short(tree)}" is called here'
        raise ValueProblem(msg, said, meant=meant)
    near = nearest(tree, allowed) or ([meant] if meant else [])
    help_ = f"did you mean {near[0]}? It takes {listed}" if near else f"write {listed}"
    same = [word for word in allowed if word == slug(tree)]
    raise ValueProblem(msg, help_, meant=only(same or slips(slug(tree), allowed)))
