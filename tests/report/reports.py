"""Reports on maps whose texts try to break out of every format."""

from tests.linter.linting import lint_files

from journeymap.authoring import Context, Finding, PlacedStep, Related, rule
from journeymap.linter.diagnostic import Report
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES

NAME = "maps, é/100% #1: [a](b).journey.yaml"
"""A file name with all that URIs, workflow commands and Markdown give a meaning to."""
STEP = "<b>&amp; \"x\" 'y' ]]> | `z` [a](1) {0} %0A::error::x, 50 %"
HOSTILE = (
    "\ufeffjourneymap: 1\r\n"
    "title: 🙂 T\r\n"
    "stages:\r\n"
    "  Before 🙂:\r\n"
    "    - {id: calls, action: '🙂🙂 " + STEP.replace("'", "''") + "', channel: pohne}\r\n"
    "    - {action: Wäits 🙂, channel: phone, emotion: blur8h}\r\n"
    "    - {action: Leaves, channel: phone}\r\n"
    "  After: []\r\n"
)


@rule("TEST1", "tells", severity="note", from_status="draft", basis="house")
def tells(placed_step: PlacedStep, _: Context) -> list[Finding]:
    """Tells of the step that is called by an id."""
    if placed_step.step.id is None:
        return []
    return [
        Finding(
            code="TEST1",
            message=f"{placed_step.label}\n::warning::a\x1b[31mb\u202e\r\nc\u2028d",
            help="mend: it, 100 %",
            route=placed_step.route,
            related=(Related(route=("title",), message="a, b: [c](2) <d>"),),
        )
    ]


def hostile() -> Report:
    """A report with an error, warnings and a note."""
    return lint_files(
        {NAME: HOSTILE, "tidy.journey.yaml": "journeymap: 1\ntitle: T\nsteps: [A]\n"},
        rules=(*RULES, tells),
        selection=Selection(select=("empty-stage", "near-name", "tells")),
    )
