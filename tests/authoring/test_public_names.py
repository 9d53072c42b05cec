"""`journeymap.authoring` is the one import for authors of rules, ours among them."""

import ast
from pathlib import Path

import pytest

import journeymap.linter.rules
from journeymap import authoring

RULES = Path(journeymap.linter.rules.__file__).parent
FILES = sorted(RULES.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The names that a module takes from elsewhere than `journeymap.authoring` and other rules."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        name.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module
        for name in node.names
        if node.module != "journeymap.authoring" and "linter.rules" not in node.module
    }


def test_every_name_is_there() -> None:
    assert len(authoring.__all__) == len(set(authoring.__all__))
    assert all(hasattr(authoring, name) for name in authoring.__all__)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_our_own_rules_take_from_it_what_it_offers(path: Path) -> None:
    assert imported(path) & set(authoring.__all__) == set()
