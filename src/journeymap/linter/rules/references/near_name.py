"""JM110."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Namespace,
    Option,
    Related,
    once,
    one_by_one,
    rule,
    slug,
)
from journeymap.linter.rules.references._meaning import Nobodies, is_slip
from journeymap.model.likeness import Slips
from journeymap.model.references import Reference

OFTEN = Option(
    name="uses",
    default=3,
    meaning="two names that are both used as often as that are meant to be two",
    least=1,
)

_KINDS = (
    (Namespace.PERSON, Namespace.PERSONA),
    (Namespace.CHANNEL,),
    (Namespace.INFORMATION,),
)


@rule(
    "JM110",
    "near-name",
    severity="warning",
    from_status="draft",
    basis="house",
    gathers=once,
    options=(OFTEN,),
)
def near_name(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A name that is defined nowhere differs from another one by a single letter.

    ## Why it matters

    As long as a map defines no channels, no stakeholders or no information items, their names are
    free, and a misspelt one silently becomes a channel or a person of its own: hand-offs, channel
    switches and questions asked twice are then counted wrongly. Where people go who leave (`to` of
    a leak) is always free: a slip there parts one competitor's gains into two. Told are names of
    four letters or more that differ by one letter added, left out, changed or swapped. Names that
    differ in a number or a single letter only (`plan A`, `plan B`) are not, nor those of women and
    men such as `hijo` and `hija`, nor two names that are both used three times or more.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - {action: Calls the clinic, channel: phone}
      - {action: Is called back, channel: phone}
      - {action: Calls again, channel: pohne}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - {action: Calls the clinic, channel: phone}
      - {action: Is called back, channel: phone}
      - {action: Calls again, channel: phone}
    ```
    """
    often = context.option(OFTEN)
    return one_by_one(_of_kind(journey_map, kind, often) for kind in _KINDS)


def _of_kind(
    journey_map: JourneyMap, namespaces: tuple[Namespace, ...], often: int
) -> Iterator[Finding]:
    open_ = [to for to in namespaces if journey_map.is_free(to)]
    defined = [pair for to in namespaces for pair in journey_map.names(to).called.items()]
    fixed = {name: name if entry.id == name else entry.label for name, entry in defined}
    references = journey_map.references_to(*namespaces)
    nobodies = Nobodies(journey_map)  # these are told as unknown
    free = [
        each for each in references if (each.to in open_ or each.or_text) and not nobodies.has(each)
    ]
    yield from _near(free, fixed, often)


def _near(free: Iterable[Reference], fixed: Mapping[str, str], often: int) -> Iterator[Finding]:
    """Compares free names with one another and with those that are defined, by what to write."""
    uses: dict[str, list[Reference]] = {}
    for reference in free:
        uses.setdefault(slug(reference.text), []).append(reference)
    told: set[str] = set()
    for name, other in _pairs(fixed, uses):
        right, wrong = name, other
        if name not in fixed:
            if min(len(uses[name]), len(uses[other])) >= often:
                continue
            right, wrong = sorted((name, other), key=lambda each: -len(uses[each]))
        if wrong not in told:
            told.add(wrong)
            meant = uses.get(right, [None])[0]
            yield from (_finding(each, fixed.get(right, right), meant) for each in uses[wrong])


def _pairs(
    fixed: Collection[str], uses: Mapping[str, Sequence[Reference]]
) -> Iterator[tuple[str, str]]:
    """Pairs the free names with those that lie one slip apart, the earlier one first."""
    names = (*fixed, *(name for name in uses if name not in fixed))
    places = {name: place for place, name in enumerate(names)}
    slips = Slips(names)
    for name in names[len(fixed) :]:
        person = uses[name][0].to in {Namespace.PERSON, Namespace.PERSONA}
        for other in slips.of(name):
            if places[other] < places[name] and is_slip(other, name, person=person):
                yield other, name


def _finding(wrong: Reference, right: str, other: Reference | None) -> Finding:
    meant = other.text if other else right
    related = (Related(route=other.route, message=f"`{meant}`"),) if other else ()
    else_ = "say it in other words" if wrong.or_text else "define both"
    return Finding(
        message=f"`{wrong.text}` differs from `{meant}` by one letter",
        help=f"write {meant} if it is the same; {else_} if they are two",
        route=wrong.route,
        mark=Mark.KEY if wrong.is_key else Mark.VALUE,
        related=related,
    )
