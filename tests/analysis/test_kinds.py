"""What is computed is of some kind, which has a name in data, in labels and in settings."""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import StrEnum

from journeymap import analysis

OTHERWISE = {
    ("Driver", "HANDOFF"): "hand-off",
    ("Extent", "NONE"): "",
    ("Extent", "PARTLY"): "partly-assumed",
    ("Extent", "FIGURES"): "all-figures-assumed",
    ("Extent", "ALL"): "all-assumed",
    ("Extent", "OF_PERSONA"): "persona-partly-assumed",
    ("Extent", "PERSONA"): "persona-all-assumed",
    ("Band", "CONSIDER"): "worth-considering",
    ("Quadrant", "CONCENTRATE"): "concentrate-here",
    ("Quadrant", "KEEP"): "keep-up",
    ("Quadrant", "LOW"): "low-priority",
    ("Quadrant", "OVERKILL"): "possible-overkill",
}
"""What labels call otherwise."""


def kinds() -> Iterator[type[StrEnum]]:
    """All kinds that any module of the analysis defines."""
    for found in pkgutil.iter_modules(analysis.__path__):
        module = importlib.import_module(f"{analysis.__name__}.{found.name}")
        for each in vars(module).values():
            is_own = isinstance(each, type) and each.__module__ == module.__name__
            if is_own and issubclass(each, StrEnum):
                yield each


def test_what_each_kind_is_called_in_data() -> None:
    found = {kind.__name__: kind for kind in kinds()}
    assert {of for of, _ in OTHERWISE} <= found.keys()
    for name, kind in found.items():
        usual = {each.name: each.name.lower().replace("_", "-") for each in kind}
        others = {one: said for (of, one), said in OTHERWISE.items() if of == name}
        assert {each.name: each.value for each in kind} == usual | others
