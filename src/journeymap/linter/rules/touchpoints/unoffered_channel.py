"""JM410."""

from collections.abc import Collection, Iterator

from journeymap.analysis.houses import is_outside
from journeymap.authoring import (
    ChannelKind,
    Context,
    Defined,
    Finding,
    JourneyMap,
    Mark,
    Need,
    PlacedStep,
    at_a_step,
    rule,
    slug,
)
from journeymap.linter.each_persona import of_each
from journeymap.linter.rules.touchpoints._shared import is_named_by_an_idea
from journeymap.linter.rules.touchpoints.unpreferred_channel import speaks_of_step
from journeymap.model.people import Persona
from journeymap.model.vocabulary import Channel

_KINDS = frozenset(slug(kind) for kind in ChannelKind)


def _wanted(persona: Defined[Persona]) -> tuple[str, ...]:
    preferences = persona.item.preferences
    return preferences.channels if preferences else ()


@rule(
    "JM410",
    "unoffered-channel",
    severity="note",
    from_status="review",
    basis="practitioner",
    needs=(
        Need(
            what="channels that the persona prefers",
            is_there=lambda context: any(map(_wanted, context.journey_map.personas_chosen)),
        ),
        at_a_step("channels", lambda placed_step: placed_step.step.channel),
    ),
)
def unoffered_channel(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A persona prefers a channel that no step of the map offers.

    ## Why it matters

    Somebody asked which channels people like, and nothing came of it: no step uses this one.
    Either it is missing from the service, which is an idea worth recording, or steps take place
    there and the map does not say so, or she likes it elsewhere and it does not belong here. One
    that was tried in vain (`instead_of`) is offered, one of which an idea speaks is recorded, and
    one that another house owns is not the team's to offer. What she prefers may be a channel or a
    kind of channel; one whose kind is not known may be of the kind that is meant. Where the steps
    at which she is served otherwise are told (*unpreferred-channel*), it is said there.

    ## Basis

    Practitioner: common sense in the field. What somebody prefers is for the team to find out.

    ## Bad

    ```yaml
    title: Dental clinic
    personas:
      - name: Ana
        preferences:
          channels:
            - desk
            - messenger  # <- here
    channels: [{name: Messenger, kind: digital}, {name: Desk, kind: in-person}]
    steps: [{action: Asks for a date, channel: desk}]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    personas: [{name: Ana, preferences: {channels: [desk, digital]}}]
    channels: [{name: Messenger, kind: digital}, {name: Desk, kind: in-person}]
    steps: [{action: Asks for a date, channel: [desk, messenger]}]
    ```
    """
    used = {
        journey_map.channels.id_of(name)
        for placed_step in journey_map.steps
        for name in _offered(placed_step)
    }
    outside = {entry.id for entry in journey_map.channels if _is_theirs(journey_map, entry)}
    for persona in journey_map.personas_chosen:
        if _is_told_of_steps(context, persona.id):
            continue
        wanted = [
            (i, name) for i, name in enumerate(_wanted(persona)) if _is_known(journey_map, name)
        ]
        missing = [(i, name) for i, name in wanted if not _is_offered(journey_map, name, used)]
        if len(missing) < len(wanted) or not _is_served(journey_map):
            for i, name in missing:
                is_theirs = journey_map.channels.id_of(name) in outside
                if not is_theirs and not is_named_by_an_idea(journey_map, name):
                    yield _finding(journey_map, persona, i)


def _finding(journey_map: JourneyMap, persona: Defined[Persona], place: int) -> Finding:
    wanted = journey_map.channels.label_of(_wanted(persona)[place])
    own = persona.library is None
    return Finding(
        message=f'"{persona.label}" prefers "{wanted}", which no step offers',
        help="offer it where it would help, and record that as an opportunity; "
        "or take it out of preferences:",
        route=(*persona.route, "preferences", "channels", place) if own else ("persona",),
        mark=Mark.VALUE,
    )


def _is_theirs(journey_map: JourneyMap, channel: Defined[Channel]) -> bool:
    """Tells whether a channel belongs to a house that is not the map's own."""
    return is_outside(journey_map, channel.item.owner)


def _is_told_of_steps(context: Context, who: str) -> bool:
    """Tells whether another finding names the steps at which a persona is served otherwise."""
    for own in of_each(context):
        if own.journey_map.persona_id == who:
            return any(speaks_of_step(each, own) for each in own.journey_map.steps)
    return False


def _is_served(journey_map: JourneyMap) -> bool:
    """Tells whether somebody serves her through a channel; one she dislikes is told there."""
    return any(
        each.step.channel and not each.step.offstage and journey_map.serving(each)
        for each in journey_map.steps
    )


def _offered(placed_step: PlacedStep) -> Iterator[str]:
    """Yields the channels of a step, of any persona, and those tried there in vain."""
    step = placed_step.step
    yield from (*step.channel, *step.instead_of)
    for names in step.channels.values():
        yield from names


def _is_known(journey_map: JourneyMap, wanted: str) -> bool:
    """Tells whether a preference is a channel or a kind; any name will do where none is defined."""
    is_free = not journey_map.channels
    return is_free or slug(wanted) in _KINDS or journey_map.channels.find(wanted) is not None


def _is_offered(journey_map: JourneyMap, wanted: str, used: Collection[str]) -> bool:
    """Tells whether a step has a channel, or one of a kind; as far as kinds are known it may.

    Who likes to come in person may do so at any place.
    """
    found = journey_map.channels.find(wanted)
    if (found.id if found else slug(wanted)) in used:
        return True
    meant = found.item.kind if found else slug(wanted)
    if meant not in _KINDS or (found and meant != ChannelKind.IN_PERSON):
        return False
    known = [journey_map.channels.find(name) for name in used]
    kinds = [each.item.kind if each else None for each in known]
    return None in kinds or meant in kinds
