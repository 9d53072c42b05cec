"""Which field was meant by a key that no field has."""

from functools import cache
from itertools import islice
from pathlib import Path

from journeymap.findings import Applicability
from journeymap.model.between import Handoff, Leak, Wait, Way
from journeymap.model.fields import Node, Shape, shapes
from journeymap.model.journey import Journey, Library, Scales, Stage
from journeymap.model.likeness import nearest, only, slips
from journeymap.model.pains import Effect, Opportunity, Pain, Pilot
from journeymap.model.people import Persona, Portrait, Preferences, Stakeholder
from journeymap.model.step import Expectation, Step
from journeymap.model.vocabulary import (
    Channel,
    Evidence,
    ExternalChange,
    InformationItem,
    Metric,
    Reading,
)
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.reading.foreign_keys import in_english
from journeymap.reading.forms import is_absent
from journeymap.reading.glued_keys import as_whole, glued_dash, glued_dashes
from journeymap.reading.levels import Places, where
from journeymap.reading.meant_keys import MEANT
from journeymap.reading.odd_keys import (
    Unknown,
    entry_above,
    home,
    left_step,
    no_field,
    special,
)
from journeymap.reading.pasted_marks import without_marks
from journeymap.reading.texts_with_colons import text_with_colon
from journeymap.reading.value_messages import Said, list_of_fields
from journeymap.text.bullets import BULLET
from journeymap.text.curly_quotes import CLOSING
from journeymap.text.nodes import Mapping, Scalar
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Source, Span, short

_ENGLISH = "names of fields are English"
_NUMBER = pattern(r"(?:[^\W\d_]+[ _.]*)?\d{1,3}[.)]?")
_BETWEEN_WORDS = pattern(r"[ -]+")
_UNSEEN = pattern("[\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufe0f]")
"""What web pages and chats leave in words: soft hyphens, joiners, marks of direction."""
_LONG_WORD = 7
"""Words of so many letters are seldom one letter from another one that means something else."""
_SHORTEST = 4
"""Names of fewer letters lie one letter apart by chance: by and my."""

_LOOKED_AT = 100
"""So many keys tell whether a mapping has fields for keys, or names."""

MAP_PLACES: Places = (
    Step,
    Pain,
    Opportunity,
    Reading,
    Handoff,
    Wait,
    Way,
    Leak,
    Expectation,
    Stage,
    Journey,
    Persona,
    Portrait,
    Stakeholder,
    Preferences,
    Channel,
    Metric,
    Evidence,
    InformationItem,
    Library,
    Scales,
    Effect,
    Pilot,
    ExternalChange,
)
"""Those of maps and libraries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Intended:
    """The fields that a key may stand for.

    Attributes:
        fields: their names, likeliest first.
        sure: whether it is the first of them for certain.
        is_guess: whether it is only like them, from afar.
    """

    fields: tuple[str, ...] = ()
    sure: bool = False
    is_guess: bool = False


def cut_off(model: type[Node], parent: Mapping, key: Scalar, value: Tree, source: Source) -> str:
    """Returns what to do about a comma that cut a text inside {…} in two; empty where none did."""
    if value != "" or not _ends_in_flow(key, source):
        return ""
    before = source.text[max(key.span.start - 9, 0) : key.span.start].rstrip(" ,")
    if key[0].isdigit() and before[-1:].isdigit():
        return "a comma inside {…} ends the number before it: write it with a point"
    if key[-1] in CLOSING:
        return 'a comma inside {…} ends the text before it: put straight quotes around it, "…"'
    in_quotes = "a comma inside {…} ends the text before it: put that text in quotes"
    return as_whole(parent, key, model) or in_quotes


def unknown(
    model: type[Node], parent: Mapping, key: Scalar, value: Tree, places: Places
) -> Unknown:
    """Says that a key is no field, and which one was probably meant."""
    message = no_field(model, key)
    if clear := _clear(model, parent, key, value):
        return clear
    if help_ := _name_for_key(model, parent, key, value, places):
        name = model.shorthand[-1] if model.shorthand else "name"
        hides = tuple(shapes(model)) if value else ()
        return Unknown(said=(message, help_), meant=name, hides=hides)
    intended = _intended(model, parent, key, places)
    own = model.shorthand[-1] if model.shorthand else ""
    # Only like a field from afar, before a text: `- Parking: none` is no `pain`.
    is_afar = (intended.is_guess and own not in intended.fields) or intended.fields == ("wait",)
    found = text_with_colon(model, parent, key, value) if is_afar else None
    if found is None and intended.fields:
        return _misnamed(message, intended, parent)
    if found is None and (said := _out_of_place(model, parent, key, value, places)):
        return Unknown(said=(message, said))
    if found := found or text_with_colon(model, parent, key, value):
        return found
    english = "" if key.isascii() else f"{_ENGLISH}; "
    help_ = f"{english}remove it, or write x-{short(key)} to keep it for yourself"
    if model is Persona and isinstance(value, Scalar) and value:
        help_ = f"{english}put it below demographics: as {short(key)}: {short(value)}"
    return Unknown(said=(message, help_))


def _out_of_place(
    model: type[Node], parent: Mapping, key: Scalar, value: Tree, places: Places
) -> str:
    """Returns what to do about a field of some other part; empty where it is none."""
    place = where(model, key, places)
    if not place:
        return ""
    if _has_left_its_step(model, parent, key):
        more = left_step(key, value, parent.get(Scalar("steps", key.span)))
        return f"`{key}` belongs {place}{more}"
    return entry_above(model, parent, key, value) or f"`{key}` belongs {place}"


def _clear(model: type[Node], parent: Mapping, key: Scalar, value: Tree) -> Unknown | None:
    """Says what a key is that can be nothing else; None where that is a guess."""
    return (
        _with_dash(model, parent, key, value)
        or _with_marks(model, parent, key)
        or _translated(model, parent, key)
        or _numbered(model, parent, key, value)
        or _out_of_stages(model, parent, key)
        or special(model, parent, key, value)
    )


def _numbered(model: type[Node], parent: Mapping, key: Scalar, value: Tree) -> Unknown | None:
    """Says that entries are numbered by their order, as in `- Step 1: Books`."""
    name = model.shorthand[-1] if model.shorthand else "name"
    is_first = next(iter(parent)) is key and name not in parent and name in shapes(model)
    if not is_first or not isinstance(value, Scalar) or not value or not _NUMBER.fullmatch(key):
        return None
    help_ = f"write {name}: {short(value)}; entries are numbered by their order"
    return Unknown(said=(no_field(model, key), help_), meant=name)


def _out_of_stages(model: type[Node], parent: Mapping, key: Scalar) -> Unknown | None:
    """Says that a name at the top of the map was meant as that of a stage."""
    above = parent.get(Scalar("stages", key.span))
    is_empty = above is not None and is_absent(above)
    if model is not Journey or not is_empty or key.casefold() in MEANT or _is_near(model, key):
        return None
    if list(parent).index(key) < list(parent).index(Scalar("stages", key.span)):
        return None
    help_ = "indent it and what is below it by two spaces, so that it stands below `stages`"
    return Unknown(said=(no_field(model, key), help_), meant="stages")


def _is_near(model: type[Node], key: Scalar) -> bool:
    return bool(slips(key.casefold(), shapes(model)))


def _with_dash(model: type[Node], parent: Mapping, key: Scalar, value: Tree) -> Unknown | None:
    """Says that a dash without a space is part of a name; None where none is."""
    told = glued_dash(key, value)
    if told is None:
        return None
    (message, help_), name = told[0], key.lstrip("- ")
    if name in shapes(model) and next(iter(parent)) is not key:
        help_ = f"delete the dash: {name}; {help_} if it begins an entry"
    return Unknown(said=(message, help_), meant="steps" if model is Journey else name)


def _with_marks(model: type[Node], parent: Mapping, key: Scalar) -> Unknown | None:
    """Says which sign a key has that is none of its letters; None where it has none."""
    if unseen := _UNSEEN.search(key):
        message = f"`{short(_UNSEEN.sub('', key))}` holds a character that nobody sees"
        return Unknown(said=(f"{message} (U+{ord(unseen[0]):04X})", "type the name anew"))
    if (led := BULLET.match(key)) and key[led.end() :] in shapes(model):
        message = f"an entry of a list begins with a dash and a space, not with {led['sign']}"
        return Unknown(said=(message, f"write - {key[led.end() :]}: …"), meant=key[led.end() :])
    bare = without_marks(key)
    if bare == key or bare not in shapes(model):
        return None
    intended = _Intended(fields=(bare,), sure=True)
    return _misnamed(f"{no_field(model, key)}, with marks around it", intended, parent)


def _translated(model: type[Node], parent: Mapping, key: Scalar) -> Unknown | None:
    """Says what a key of another language is called in English; None where no field is."""
    fields = in_english(key, model)
    if only(slips(key.casefold(), shapes(model))) in fields:
        return None  # a slip of the pen as well, which is sure
    message = f"{no_field(model, key)}: {_ENGLISH}"
    return _misnamed(message, _Intended(fields=fields), parent) if fields else None


def _name_for_key(
    model: type[Node], parent: Mapping, key: Scalar, value: Tree, places: Places
) -> str:
    """Returns what to do about `- Before: [Calls]`: the name of an entry stands as a field."""
    name = model.shorthand[-1] if model.shorthand else "name"
    is_first = next(iter(parent)) is key and name not in parent
    stands_alone = len(parent) == 1 and not isinstance(value, Scalar) and value
    leads = len(parent) > 1 and value == "" and parent.keys() - {key} <= shapes(model).keys()
    if name not in shapes(model) or not is_first or not (stands_alone or leads):
        return ""
    if slips(key.casefold(), shapes(model)) or key.casefold() in MEANT or where(model, key, places):
        return ""
    below = "its steps below it, under steps:" if model is Stage else "its fields below it"
    if isinstance(value, Mapping) and model is not Stage:
        below = f"begin its fields in the column of `{name}`"
    return f"write {name}: {short(key, 100)}, and {below}"


def _has_left_its_step(model: type[Node], parent: Mapping, key: Scalar) -> bool:
    """Tells whether a field of a step stands below the steps, as one that lost its indentation."""
    if key not in shapes(Step) or key in shapes(model) or "steps" not in shapes(model):
        return False
    above = list(parent)[: list(parent).index(key)]
    return bool({"steps", "stages"} & set(map(str, above)))


def _misnamed(message: str, intended: _Intended, parent: Mapping) -> Unknown:
    meant = only(intended.fields)
    if meant and meant in parent:
        return Unknown(said=(message, f"`{meant}` is there already: keep one of the two"))
    said = (message, f"did you mean {' or '.join(f'`{name}`' for name in intended.fields)}?")
    if not meant:
        return Unknown(said=said, meant=intended.fields[0])
    rename = Applicability.SAFE if intended.sure else Applicability.UNSAFE
    return Unknown(said=said, meant=meant, rename=rename)


def field_for_word(word: str, model: type[Node]) -> str:
    """Returns the field of a part of the map that a word names in people's speech; often none."""
    listed = MEANT.get(word.casefold(), ())
    return next((name for name in listed if name in shapes(model)), "")


def _intended(model: type[Node], parent: Mapping, key: Scalar, places: Places) -> _Intended:
    """Returns what a key may stand for: certain are other cases, the plural, and a lone slip."""
    if _has_left_its_step(model, parent, key):
        return _Intended()
    word, known = _BETWEEN_WORDS.sub("_", key.casefold()), shapes(model)
    near = slips(word, known)
    meant = word if word in known else only(near)
    if key[:1].isupper() and meant in model.instead.values():
        return _Intended(fields=(model.shorthand[-1],))  # `Pain: slow` says it, and names none
    if meant and meant in {word, f"{word}s", word.removesuffix("s")}:
        return _Intended(fields=(meant,), sure=True)
    said = word if word in MEANT or near else _one_slip_from_listed(word)
    listed = [name for name in MEANT.get(said, ()) if name in known]
    if listed:
        free = (name for name in listed if name not in parent)
        return _Intended(fields=(next(free, listed[0]),))
    # A field of some other part is out of place rather than misspelt.
    if where(model, key, places):
        return _Intended()
    # A word of its own that is like a field from afar (`users`, reuses) means something else.
    likely = near or (() if word in _real_words() else nearest(word, known))
    return _Intended(fields=likely, sure=_is_slip(word, meant), is_guess=not near)


def _one_slip_from_listed(word: str) -> str:
    """Returns the word of people's speech that another one misspells; empty where none is near."""
    is_real = len(word) < _LONG_WORD or word in _real_words()
    return "" if is_real else only(slips(word, MEANT))


def _is_slip(word: str, meant: str) -> bool:
    """Tells whether a word is a field's name, misspelt, and no word of its own."""
    return min(len(word), len(meant)) >= _SHORTEST and word not in _real_words()


@cache
def _real_words() -> frozenset[str]:
    """Returns words of people's languages that lie one letter from a field's name; house."""
    return frozenset(Path(__file__).with_name("real_words.txt").read_text("utf-8").split())


def instead_of_list(shape: Shape, tree: Tree, places: Places) -> tuple[Said, Span] | None:
    """Says what stands where a list belongs; None where it is one, or may be read as one.

    Args:
        shape: the field.
        tree: what stands there.
        places: the parts of files that a field may belong to.

    Returns:
        The message with its help, and where it is told.
    """
    if not isinstance(tree, Mapping):
        return None
    if glued := glued_dashes(tree):
        return glued
    if not are_names(shape, tree, places):
        return None
    first = next(iter(tree))
    if not any(tree.values()):
        names = ", ".join(tree)
        return (
            f"`{shape.name}` is a list: square brackets belong around it",
            f"write [{names}]",
        ), (tree.span)
    return list_of_fields(shape, first, tree[first]), first.span


def are_names(shape: Shape, tree: Mapping, places: Places) -> bool:
    """Tells whether a mapping has names of the analyst's own where a list of parts belongs."""
    model = shape.part
    if model is None or shape.keyed:
        return False
    several = len(tree) > 1 or any(isinstance(value, Mapping) for value in tree.values())
    return several and not any(
        key in shapes(model)
        or key.startswith("x-")
        or (not _is_entry(model, value) and _is_likely(model, tree, key, places))
        for key, value in islice(tree.items(), _LOOKED_AT)
    )


def _is_likely(model: type[Node], tree: Mapping, key: Scalar, places: Places) -> bool:
    intended = _intended(model, tree, key, places)
    return bool(intended.fields) and not (intended.is_guess and key[:1].isupper())


def _is_entry(model: type[Node], value: Tree) -> bool:
    """Tells whether a value has fields of an entry, so that its key is a name."""
    return isinstance(value, Mapping) and bool(value) and value.keys() <= shapes(model).keys()


def field_for_name(shape: Shape, key: Scalar) -> Said | None:
    """Says that a field stands where the name of an item belongs; None where it is no field."""
    item = shape.part
    if shape.keyed is None or item is None:
        return None
    content = shapes(item)[shape.keyed.content].part
    inside = [content] if content else []
    places = [home(model) for model in (item, *inside) if key in shapes(model)]
    if not places:
        return None
    message = f"`{key}` stands where {home(item)}'s {shape.keyed.name} belongs"
    return message, f"say it at {' or at '.join(places)}"


def _ends_in_flow(key: Scalar, source: Source) -> bool:
    return source.text[key.span.end : key.span.end + 80].lstrip()[:1] in {",", "}"}
