"""`journeymap schema`."""

import json
from typing import Annotated

from journeymap.api import schemas
from journeymap.cli import completion
from journeymap.cli.console import fail, write
from journeymap.cli.parameters import Argument
from journeymap.model.likeness import nearest


def schema_command(
    name: Annotated[
        str,
        Argument(
            metavar="NAME",
            help="journey, library, journeymap, rules or theme.",
            autocompletion=completion.schemas,
        ),
    ] = "journey",
) -> None:
    """Print the JSON Schema of maps, libraries, configuration, own rules or themes.

    Example: journeymap schema library > library.schema.json
    """
    known = schemas()
    if name not in known:
        near = nearest(name, known)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
        fail(f"there is no schema {name}; {hint}")
    write(json.dumps(known[name], indent=2, ensure_ascii=False) + "\n")
