"""Shorthand → full form, and scalars → values, driven by the fields' own declarations."""

from dataclasses import field, replace
from enum import Enum
from typing import Any

from journeymap.findings import Finding, Fix, Mark
from journeymap.model.feelings import Feeling, mixed
from journeymap.model.fields import PERSONA, Leaf, Node, Shape, shapes
from journeymap.model.ids import BEFORE
from journeymap.model.names import Route
from journeymap.model.scalars import Dialect, UnlistedFeeling, ValueProblem, read_scalar
from journeymap.quick_dataclass import dataclass
from journeymap.reading import apart, decimal_commas, forms, misspelt_keys, numbers, value_messages
from journeymap.reading.decimal_commas import Joined
from journeymap.reading.first_findings import MOST_TOLD
from journeymap.reading.forms import OTHER_TYPE, Fields, at_dash, is_absent, is_whole, keyed
from journeymap.reading.glued_keys import glued_keys
from journeymap.reading.levels import Places
from journeymap.reading.meant_values import meant_fix, pointed_help
from journeymap.reading.misplaced import entry_of_other_level, field_too_deep
from journeymap.reading.misspelt_keys import MAP_PLACES
from journeymap.reading.numbers import NUMERIC, in_doubt, is_number, is_off, takes_numbers
from journeymap.reading.odd_keys import no_field
from journeymap.reading.pasted_marks import value_with_marks, without_marks
from journeymap.reading.placeholders import EMPTY_ENTRY, is_placeholder, refused
from journeymap.reading.value_messages import Said
from journeymap.text.changes import Rename
from journeymap.text.nodes import Mapping, Scalar, Sequence
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Source, Span

_KEPT = frozenset({"JM009", "JM012"})
"""Findings about a value that the field takes all the same."""


@dataclass(slots=True)
class Expander:
    """Reads one document as a model; what it cannot read becomes a finding and is left out.

    Attributes:
        source: the text, for findings that look at it.
        dialect: what the map's own settings change.
        places: the parts of files that a key may belong to that is no field where it stands.
        root: the whole map as it is written; None where only a part of one is read.
        findings: what was wrong, in order.
        broken: routes of fields that are there but could not be read (or not all of them), or
            that stand there under a wrong name.
        texts: by the offset at which it ends, each text without quotes and its route.
        quoted: texts in quotes or behind | or >, and their routes.
        joined: values that a comma had cut.
        doubtful: by the offset of an item, the text that it may make with the item before it.
    """

    source: Source
    dialect: Dialect
    places: Places = MAP_PLACES
    root: Tree | None = None
    findings: list[Finding] = field(default_factory=list)
    broken: set[Route] = field(default_factory=set)
    texts: dict[int, tuple[Scalar, Route]] = field(default_factory=dict)
    quoted: list[tuple[Scalar, Route]] = field(default_factory=list)
    joined: Joined = field(default_factory=Joined)
    doubtful: dict[int, str] = field(default_factory=dict)

    def node(self, model: type[Node], tree: Tree, route: Route) -> tuple[Tree, Any] | None:
        """Returns a part of the map in its full form, as a tree with places and as plain data."""
        if isinstance(tree, Scalar):
            if is_absent(tree):
                return None
            full = self._from_shorthand(model, tree)
            if full is None:
                written = self.source.cut(tree.span)
                said = value_messages.needs_fields(model, tree, written)
                self._refuse(said, route, tree.span)
                return None
            tree = full
        if isinstance(tree, Sequence):
            is_entry = isinstance(route[-1], int)
            said = value_messages.list_for_fields(model, tree, is_entry=is_entry)
            self._refuse(said, route, tree.span)
            return None
        return None if self._is_other(model, tree, route) else self._fields(model, tree, route)

    def _fields(self, model: type[Node], tree: Mapping, route: Route) -> tuple[Mapping, Any]:
        full_tree = Mapping(tree, tree.span)  # what cannot be read keeps its place
        data, known = dict[str, Any](), shapes(model)
        for key, value in tree.items():
            shape = known.get(key)
            if shape is None:
                self._no_field(model, tree, key, value, route)
            elif not is_absent(value, shape):
                here, before = (*route, shape.name), len(self.findings)
                if read := self._field(shape, value, here):
                    full_tree[key] = read[0]
                    apart.file(data, shape, value, read[1])
                else:
                    self._lost(here, value, before)
        self._stand_in(model, full_tree, data, route)
        return full_tree, data

    def _is_other(self, model: type[Node], tree: Mapping, route: Route) -> bool:
        """Tells of an entry of another level, and of fields that are none for a forgotten sign."""
        if said := entry_of_other_level(model, tree, self.source):
            self._tell("JM003", said, route, next(iter(tree)).span, Mark.KEY)
            return True
        return self._has_glued(tree, route, shapes(model), model)

    def _stand_in(
        self, model: type[Node], full: Mapping, data: dict[str, Any], route: Route
    ) -> None:
        """Fills a required field from one that may stand in its place; both are one too many."""
        for name, other in model.instead.items():
            if other not in full or is_absent(full[full.key(other)]):
                continue
            if name in data and other in data:
                said = value_messages.of_two(name, other)
                self._tell("JM002", said, (*route, name), full.key(name).span, Mark.KEY)
                del data[other]
            elif other in data:
                data[name] = data[other]
            elif name not in data:
                self.broken.add((*route, name))

    def _from_shorthand(self, model: type[Node], scalar: Scalar) -> Mapping | None:
        for name in model.shorthand:
            others = name != model.shorthand[-1]
            if others and shapes(model)[name].kind in NUMERIC and not is_number(scalar):
                continue
            span = scalar.span
            return Mapping({Scalar(name, span): scalar}, span)
        return None

    def _lost(self, route: Route, tree: Tree, before: int, unread: Route | None = None) -> None:
        """Marks what could not be read, of which something is told whatever else is."""
        is_silent = len(self.findings) == before
        if not is_silent or not forms.is_empty(tree):
            self.broken.add(unread or route)
            if is_silent:
                self._refuse(value_messages.UNREAD, route, tree.span)

    def _has_glued(self, tree: Mapping, route: Route, fields: Fields | None, kind: object) -> bool:
        """Tells of a colon, or the space behind it, that was forgotten in braces."""
        if all(tree.values()):
            return False
        if told := glued_keys(tree, self.source, fields, kind, self.root):
            self._refuse(told[0], route, told[1])
        return told is not None

    def _no_field(
        self, model: type[Node], parent: Mapping, key: Scalar, value: Tree, route: Route
    ) -> None:
        if key.startswith("x-"):
            return
        here = (*route, str(key))
        help_ = misspelt_keys.cut_off(model, parent, key, value, self.source)
        if help_ or len(self.findings) > MOST_TOLD:  # what was meant takes its time to find out
            self._tell("JM003", (no_field(model, key), help_), here, key.span, Mark.KEY)
            self.broken.add((*route, ""))
            return
        unknown = field_too_deep(model, key, self.places, self.source)
        unknown = unknown or misspelt_keys.unknown(model, parent, key, value, self.places)
        inner = None
        if unknown.rename is not None:
            inner = self._slips_in(shapes(model)[unknown.meant], value, (*route, unknown.meant))
        fix = None
        if inner is not None and unknown.rename is not None:
            title = f"rename it to `{unknown.meant}`"
            changes = (Rename(at=key.span, text=unknown.meant),)
            fix = Fix(title=title, changes=changes, applicability=unknown.rename)
        self._tell("JM003", unknown.said, here, key.span, Mark.KEY, fix)
        self.findings += inner or ()
        self.broken.update((*route, each) for each in (unknown.meant, *unknown.hides))

    def _slips_in(self, shape: Shape, tree: Tree, route: Route) -> list[Finding] | None:
        """Returns what is wrong with a value that a field can take once that is mended, else None.

        Args:
            shape: the field that was meant.
            tree: the value.
            route: where it will stand.
        """
        trial = Expander(
            source=self.source, dialect=self.dialect, places=self.places, joined=self.joined
        )
        read = None if is_absent(tree, shape) else trial._field(shape, tree, route)
        takes = all(each.fix or each.code in _KEPT for each in trial.findings)
        return trial.findings if takes and not (read and is_off(shape, read[1])) else None

    def _field(self, shape: Shape, tree: Tree, route: Route) -> tuple[Tree, Any] | None:
        if shape.kind is Leaf.CONDITION and isinstance(tree, Mapping):
            return tree, tree
        if shape.per_person:
            return self._per_person(shape, tree, route)
        if shape.mapping or apart.is_apart(shape, tree):
            return self._mapping(shape, tree, route)
        if shape.many:
            return self._list(shape, tree, route)
        return self._one(shape, tree, route)

    def _one(self, shape: Shape, tree: Tree, route: Route) -> tuple[Tree, Any] | None:
        if shape.part is not None:
            return self.node(shape.part, tree, route)
        if shape.kind is Leaf.FEELING and isinstance(tree, Sequence) and tree:
            return self._feelings(shape, tree, route)
        if not isinstance(tree, Scalar):
            self._refuse(value_messages.one_value(shape, tree), route, tree.span)
            return None
        try:
            value = self._value(shape, tree)
        except ValueProblem as problem:
            return self._refused(shape, tree, route, problem)
        self._notice(shape, tree, route)
        return tree, value

    def _notice(self, shape: Shape, tree: Scalar, route: Route) -> None:
        """Keeps a text for those who look at how it is written."""
        if shape.keeps_texts:
            if tree.quoted:
                self.quoted.append((tree, route))
            elif tree != BEFORE or not shape.is_flag:
                self._notice_text(shape, tree, route)
        elif said := in_doubt(shape, tree, self.dialect.language):
            self._tell("JM009", said, route, tree.span, Mark.VALUE)

    def _refused(
        self, shape: Shape, tree: Scalar, route: Route, problem: ValueProblem
    ) -> tuple[Tree, Any] | None:
        """Tells of a value that its field cannot take; a feeling that is on no list is kept."""
        if is_placeholder(tree):
            self._tell(*refused(tree, shape), route, tree.span, Mark.VALUE)
            return None
        if marked := self._marked(shape, tree):
            fix = meant_fix(ValueProblem(*marked, meant=without_marks(tree)), tree)
            self._refuse(marked, route, tree.span, fix)
            return None
        listed = value_messages.list_in_value(shape, self.source.cut(tree.span))
        if isinstance(problem, UnlistedFeeling) and listed is None:
            said, fix = (problem.message, problem.help), meant_fix(problem, tree)
            self._tell("JM012", said, route, tree.span, Mark.VALUE, fix)
            return tree, problem.feeling
        said = listed or value_messages.off(shape, problem, tree, (self.root, route))
        self._refuse(said, route, tree.span, None if listed else meant_fix(problem, tree))
        return None

    def _marked(self, shape: Shape, tree: Scalar) -> Said | None:
        """Says which mark keeps a value from being read; None where it is not for a mark."""
        bare = without_marks(tree)
        if tree.quoted or bare == tree.strip():
            return None
        try:
            self._value(shape, Scalar(bare, tree.span))
        except ValueProblem:
            return None
        return value_with_marks(tree)

    def _feelings(self, shape: Shape, tree: Sequence, route: Route) -> tuple[Tree, Feeling] | None:
        """Reads what is felt at once; all of it is unknown where a part cannot be read."""
        if said := value_messages.no_feelings(shape, tree):
            self._refuse(said, route, tree.span)
            return None
        parts = []
        for i, item in enumerate(tree):
            if read := self._one(shape, item, (*route, i)):
                parts.append(read[1])
        return (tree, mixed(parts)) if len(parts) == len(tree) else None

    def _value(self, shape: Shape, tree: Scalar) -> object:
        kind = shape.kind
        if isinstance(kind, type) and issubclass(kind, Enum):
            return value_messages.choice(shape, kind, tree)
        leaf = kind if isinstance(kind, Leaf) else Leaf.TEXT
        try:
            value = read_scalar(leaf, tree, self.dialect)
        except UnlistedFeeling:
            raise
        except ValueProblem as problem:
            help_ = pointed_help(leaf, tree, self.dialect) or problem.help
            raise ValueProblem(
                problem.message, help_, meant=problem.meant, is_sure=problem.is_sure
            ) from problem
        if tree.start in self.joined.heads:
            raise ValueProblem(
                *value_messages.cut_by_comma(tree, pointed_help(leaf, tree, self.dialect))
            )
        return value

    def _notice_text(self, shape: Shape, tree: Scalar, route: Route) -> None:
        self.texts[tree.end] = (tree, route)
        whole = self.doubtful.get(tree.start)
        if whole or (OTHER_TYPE.fullmatch(tree) and not numbers.is_step(shape)):
            said = value_messages.other_type(tree, whole, self.source)
            self._tell("JM009", said, route, tree.span, Mark.VALUE)

    def _list(self, shape: Shape, tree: Tree, route: Route) -> tuple[Tree, Any] | None:
        if told := misspelt_keys.instead_of_list(shape, tree, self.places):
            self._refuse(told[0], route, told[1])
            return None
        full, data = Sequence([], tree.span), list[Any]()
        for item in self._items(shape, tree, route):
            if is_absent(item):
                if isinstance(tree, Sequence):
                    self._tell("JM014", EMPTY_ENTRY, route, at_dash(item, self.source), Mark.VALUE)
                continue
            before = len(self.findings)
            read = self._one(shape, item, (*route, len(data)))
            if read is None:
                self._lost(route, item, before)
                continue
            full.append(read[0])
            data.append(read[1])
        return full, tuple(data)

    def _items(self, shape: Shape, tree: Tree, route: Route) -> list[Tree]:
        if isinstance(tree, Sequence):
            return tree if len(tree) == 1 else self._parts(shape, tree)
        if shape.keyed is None or not isinstance(tree, Mapping):
            return [tree]
        known = shapes(shape.kind) if isinstance(shape.kind, type) else {}
        if shape.keyed.content in tree or all(key in known for key in tree):
            return [tree]
        return [
            keyed(shape.keyed, known, key, value)
            for key, value in tree.items()
            if not self._is_field(shape, key, value, route)
        ]

    def _parts(self, shape: Shape, tree: Sequence) -> list[Tree]:
        """Returns the items of a list, of which a comma may have cut some."""
        name, texts = shape.name, numbers.takes_texts(shape)
        self.doubtful.update(decimal_commas.doubtful(tree, self.source, name, texts=texts))
        return decimal_commas.join_items(tree, self.source) if takes_numbers(shape) else tree

    def _is_field(self, shape: Shape, key: Scalar, value: Tree, route: Route) -> bool:
        """Tells of a field that stands where the name of an item belongs (`emotion: worried`)."""
        said = misspelt_keys.field_for_name(shape, key) if isinstance(value, Scalar) else None
        if said is None:
            return False
        self._tell("JM003", said, (*route, str(key)), key.span, Mark.KEY)
        self.broken.add(route)
        return True

    def _per_person(self, shape: Shape, tree: Tree, route: Route) -> tuple[Tree, Any] | None:
        if isinstance(tree, Mapping) and not is_whole(shape, tree):
            return self._mapping(shape, tree, route)
        span, read = tree.span, self._said(shape, PERSONA, tree, route)
        return read and (Mapping({Scalar(PERSONA, span): read[0]}, span), {PERSONA: read[1]})

    def _mapping(self, shape: Shape, tree: Tree, route: Route) -> tuple[Tree, Any] | None:
        if not isinstance(tree, Mapping):
            self._refuse(value_messages.needs_mapping(shape), route, tree.span)
            return None
        if self._has_glued(tree, route, None, shape.kind):
            return None
        full, data = Mapping({}, tree.span), dict[str, Any]()
        for key, value in tree.items():
            if is_absent(value, shape):
                continue
            if read := self._said(shape, str(key), value, route):
                full[key], data[str(key)] = read
        return (full, data) if data else None

    def _said(self, shape: Shape, key: str, tree: Tree, route: Route) -> tuple[Tree, Any] | None:
        """Reads what stands at one of an analyst's own keys."""
        before = len(self.findings)
        read = self._inner(shape, tree, (*route, key))
        if read is None:
            self._lost((*route, key), tree, before, route)
        elif isinstance(read[1], Feeling) and not read[1].is_known:
            self.broken.add(route)  # shown as it was written, and unknown to rules
        return read

    def _inner(self, shape: Shape, tree: Tree, route: Route) -> tuple[Tree, Any] | None:
        """Reads a value of a mapping, which may be a mapping in its turn."""
        if shape.nested:
            return self._mapping(replace(shape, nested=False), tree, route)
        if shape.many:
            return self._list(shape, tree, route)
        return self._one(shape, tree, route)

    def _refuse(self, said: Said, route: Route, span: Span, fix: Fix | None = None) -> None:
        self._tell("JM002", said, route, span, Mark.VALUE, fix)

    def _tell(  # noqa: PLR0913, PLR0917 - the fields of a finding, in their order
        self,
        code: str,
        said: Said,
        route: Route,
        span: Span,
        mark: Mark,
        fix: Fix | None = None,
    ) -> None:
        message, help_ = said
        self.findings.append(
            Finding(
                code=code, message=message, help=help_, route=route, span=span, mark=mark, fix=fix
            )
        )
