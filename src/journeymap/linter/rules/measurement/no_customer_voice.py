"""JM726."""

import re
from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Defined,
    EvidenceKind,
    Finding,
    JourneyMap,
    Mark,
    Namespace,
    Need,
    State,
    few,
    rule,
)
from journeymap.model.vocabulary import Evidence, Speaker

_HEARD = frozenset({Speaker.CUSTOMER, Speaker.FAMILY})
_SPEAKS = frozenset(
    {
        EvidenceKind.INTERVIEW,
        EvidenceKind.SURVEY,
        EvidenceKind.OBSERVATION,
        EvidenceKind.COMPLAINT,
        EvidenceKind.DIARY,
        EvidenceKind.REVIEW,
    }
)
"""Kinds of evidence in which customers speak or are watched, unless it is said otherwise."""
_OWN_PEOPLE = re.compile(
    r"\b(?:staff|team|employees?|colleagues?|experts?|equipo|personal|plantilla|empleados"
    r"|personel\w*|pracowni\w*|zespo\w*|ekspert\w*)\b",
    re.IGNORECASE,
)
"""What in the name of evidence says that people of the house were asked."""


def _used(journey_map: JourneyMap) -> list[Defined[Evidence]]:
    """Returns the evidence that the map names, without assumptions and what has no kind."""
    cited = (each for each in journey_map.references if each.to is Namespace.EVIDENCE)
    known = {entry.id: entry for each in cited for entry in each.meanings[:1]}
    none = {EvidenceKind.ASSUMPTION, None}
    return [each for each in known.values() if each.item.kind not in none]


@rule(
    "JM726",
    "no-customer-voice",
    severity="note",
    from_status="review",
    basis="practitioner",
    needs=(
        Need(
            what="evidence that is no assumption",
            is_there=lambda context: bool(_used(context.journey_map)),
        ),
    ),
)
def no_customer_voice(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """Everything rests on workshops, clicks, records or staff, and no customer was asked.

    ## Why it matters

    What the team believes of its customers and what a system counts are half of a map: neither
    says what people hoped for, or why they left. Five talks change more than a further workshop.
    Interviews, surveys, diaries, complaints, reviews and observations are the customer's voice,
    unless `from` or their name says that staff or the team was asked; `from: customer` and
    `from: family` make it of anything. A map of literature alone is left alone, as some of that
    asked patients. So is a desired one.

    ## Basis

    Practitioner: a map built without research with customers is a hypothesis (Gibbons, Journey
    Mapping 101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Dental clinic
    evidence:  # <- here
      - {id: workshop, kind: workshop, n: 8}
      - {id: clicks, kind: analytics}
      - {id: desk, name: Talks with the desk, kind: interview, from: staff}
    steps: [{action: Books online, emotion: annoyed, evidence: [workshop, clicks, desk]}]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    evidence:
      - {id: workshop, kind: workshop, n: 8}
      - {id: interviews, kind: interview, n: 6}
    steps: [{action: Books online, emotion: annoyed, evidence: [workshop, interviews]}]
    ```
    """
    used = _used(journey_map)
    heard = any(_is_heard(each) for each in used)
    only_read = all(each.item.kind is EvidenceKind.LITERATURE for each in used)
    if heard or only_read or journey_map.journey.state is State.DESIRED:
        return
    own = bool(journey_map.journey.evidence)
    yield Finding(
        message="no customer was asked or watched: the map rests on "
        f"{few([each.label for each in used])}",
        help="talk to five of those whose journey it is, and name that under evidence:; "
        "where they were asked, say from: customer",
        route=("evidence",) if own else (),
        mark=Mark.KEY if own else Mark.NODE,
    )


def _is_heard(entry: Defined[Evidence]) -> bool:
    if entry.item.from_ is not None:
        return entry.item.from_ in _HEARD
    of_the_house = _OWN_PEOPLE.search(f"{entry.id.replace('-', ' ')} {entry.label}")
    return entry.item.kind in _SPEAKS and not of_the_house
