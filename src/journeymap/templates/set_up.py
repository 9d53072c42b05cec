"""What a repository of maps is set up with: files, lines and settings of git, as texts."""

import json
from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from string import Template
from types import MappingProxyType

BASELINE = "journeymap-baseline.json"
"""Where the findings stand that were there when the repository was set up."""
ENDINGS = ("*.journey.yaml", "*.journey.yml", "*.library.yaml", "*.library.yml")
"""Files that git handles as maps."""


class Host(StrEnum):
    """Where a repository is hosted, and its CI runs."""

    GITHUB = "github"
    GITLAB = "gitlab"
    AZURE = "azure"
    NONE = "none"


CI_FILES: Mapping[Host, tuple[str, str]] = MappingProxyType(
    {
        Host.GITHUB: (".github/workflows/journey-maps.yml", "github.yml"),
        Host.GITLAB: (".gitlab/journey-maps.yml", "gitlab.yml"),
        Host.AZURE: (".azure/journey-maps.yml", "azure.yml"),
    }
)
"""Where the CI of each host stands in a repository, and the text that it begins with."""

_IF_INSTALLED = "if command -v journeymap >/dev/null 2>&1; then"
_MERGE = (
    "journeymap merge %O %A %B --path %P --marker-size %L "
    "--base-label %S --ours-label %X --theirs-label %Y"
)
_DIFF = 'git diff --no-index --no-ext-diff -- "$2" "$5" || true'

DRIVERS: Mapping[str, str] = MappingProxyType(
    {
        "merge.journeymap.name": "journey maps, by steps and fields",
        "merge.journeymap.driver": (
            f"{_IF_INSTALLED} {_MERGE}; else git merge-file --marker-size=%L %A %O %B; fi"
        ),
        "diff.journeymap.command": (
            f'f() {{ {_IF_INSTALLED} journeymap diff "$@"; else {_DIFF}; fi; }}; f'
        ),
        "diff.journeymap.xfuncname": (
            "^[[:space:]]*-[[:space:]]+[{]?[[:space:]]*(id:[[:space:]]*[^,}]+)"
        ),
    }
)
"""Settings of git for a clone. Where the tool is not installed, git does it by lines."""


def attributes() -> tuple[str, ...]:
    """Returns the lines of .gitattributes."""
    return tuple(f"{each} text eol=lf diff=journeymap merge=journeymap" for each in ENDINGS)


def text(name: str, *, baseline: bool = False) -> str:
    """Returns a file that a repository gets.

    Args:
        name: which one.
        baseline: whether lint tells only what is not in the baseline.
    """
    lint = f"journeymap lint --baseline {BASELINE}" if baseline else "journeymap lint"
    source = files("journeymap.templates") / "repository" / name
    return Template(source.read_text(encoding="utf-8")).substitute(lint=lint)


def editor_settings() -> str:
    """Returns the settings of an editor that completes and checks fields by the schemas."""
    schemas = {
        "./schemas/journey.schema.json": [*ENDINGS[:2]],
        "./schemas/library.schema.json": [*ENDINGS[2:]],
        "./schemas/journeymap.schema.json": [".journeymap.yaml", ".journeymap.yml"],
    }
    return json.dumps({"yaml.schemas": schemas}, indent=2) + "\n"
