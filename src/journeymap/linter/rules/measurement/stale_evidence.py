"""JM708."""

from collections.abc import Iterable, Iterator

from journeymap.authoring import (
    Context,
    EvidenceKind,
    Finding,
    MapFile,
    Mark,
    Option,
    Route,
    Vocabulary,
    one_by_one,
    rule,
)
from journeymap.linter.rules.measurement._readings import age
from journeymap.model.units import DAYS_PER_MONTH
from journeymap.model.vocabulary import Evidence

OLDEST = Option(name="months", default=24, meaning="older evidence is told of", least=1)


@rule(
    "JM708",
    "stale-evidence",
    severity="note",
    from_status="published",
    basis="house",
    options=(OLDEST,),
)
def stale_evidence(file: MapFile, context: Context) -> Iterable[Finding]:
    """A piece of evidence is older than 24 months.

    ## Why it matters

    What people said two years ago they said of another service: since then desks have moved, an
    app has come, and what they compare you with has changed. Ask again, or say in `note` why it
    still holds. Literature is left alone; its age is part of what it is. So is evidence without a
    date. Of a library the library's own file is told.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    evidence:
      - id: interviews
        kind: interview
        date: 2024-05  # <- here
      - {id: guideline, kind: literature, date: 2019-03}
    based_on: [interviews, guideline]
    steps: [{action: Calls the clinic, evidence: interviews}]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    evidence:
      - id: interviews
        kind: interview
        date: 2026-05
    steps: [{action: Calls the clinic, evidence: interviews}]
    ```
    """
    if not isinstance(file.model, Vocabulary):
        return ()
    every = enumerate(file.model.evidence)
    return one_by_one(_stale(entry, ("evidence", i), context) for i, entry in every)


def _stale(entry: Evidence, route: Route, context: Context) -> Iterator[Finding]:
    if entry.date is None or entry.kind is EvidenceKind.LITERATURE:
        return
    days = (context.today - entry.date.date).days
    if days > context.option(OLDEST) * DAYS_PER_MONTH:
        yield Finding(
            message=f"{_called(entry)} is {age(entry.date.date, context.today)} old",
            help="ask or measure again, and give the new study an entry of its own",
            route=(*route, "date"),
            mark=Mark.VALUE,
        )


def _called(entry: Evidence) -> str:
    name = entry.name or entry.id
    return f'the evidence "{name}"' if name else "this evidence"
