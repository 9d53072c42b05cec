"""JM405."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from journeymap.analysis.contact import has_owned_channel, reaches_people
from journeymap.analysis.houses import organisation_of, own_organisation, serves_outside
from journeymap.authoring import (
    ChannelKind,
    Context,
    Finding,
    JourneyMap,
    Mark,
    Need,
    PersonKind,
    PlacedStep,
    Related,
    Route,
    counted,
    few,
    listed,
    quoted,
    rule,
    slug,
    step_route,
)
from journeymap.linter.each_persona import of_each
from journeymap.linter.rules.touchpoints._shared import SERVED, is_named_by_an_idea
from journeymap.linter.rules.touchpoints._unfit_preference import ALONE, is_unfit
from journeymap.model.shared_words import share_words
from journeymap.model.stems import Topic, speaks_of
from journeymap.model.unread import if_read

_AUTHORITIES = frozenset({PersonKind.ORGANISATION, PersonKind.PAYER})
_GOOD, _LOW, _WITS_END = 7.5, -1.0, -2.0
"""What is good in points of 10, what is low, and what more than low, of -2 to 2; house."""
_POOR, _BEST = 2.5, 10.0
"""Up to so many points a step was poor, and the most points there are; house."""
_NAMED = 3
"""So many channels are named."""
_KINDS = frozenset(slug(kind) for kind in ChannelKind)


def _preferred(journey_map: JourneyMap) -> tuple[str, ...]:
    persona = journey_map.persona
    preferences = persona.item.preferences if persona else None
    return preferences.channels if preferences else ()


PREFERENCES = Need(
    what="channels that the persona prefers",
    is_there=lambda context: any(_preferred(own.journey_map) for own in of_each(context)),
)
"""What the rule holds the channels against."""


def _together(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells all channels of all personas in one note."""
    routes = {step_route(finding.route): finding.route for finding in findings}
    seen = of_each(context)
    whose: defaultdict[str, list[str]] = defaultdict(list)
    for own in seen:
        steps = [own.journey_map.step_at(route) for route in routes]
        if told := [each for each in steps if speaks_of_step(each, own)]:
            whose[_said(own.journey_map, _grouped(told, own))].append(own.journey_map.persona_id)
    label = context.journey_map.short_label
    said = [
        f"{listed(tuple(map(label, people)))} {'prefer' if len(people) > 1 else 'prefers'} {words}"
        if len(people) < len(seen)
        else f"the persona prefers {words}"
        for words, people in whose.items()
    ]
    yield _finding("; ".join(said), tuple(routes.values()), context.journey_map)


def _grouped(steps: Sequence[PlacedStep], context: Context) -> Sequence[Sequence[PlacedStep]]:
    """Returns steps by channels: those first where somebody is wanted or it was poor.

    Then those come that hurt at most steps, and the most used.
    """
    journey_map = context.journey_map
    by_channels: defaultdict[tuple[str, ...], list[PlacedStep]] = defaultdict(list)
    for placed_step in steps:
        by_channels[_channels(placed_step, journey_map)].append(placed_step)

    def mild(placed_step: PlacedStep) -> bool:
        return not if_read(lambda: _hurts(placed_step, context), otherwise=False)

    def rank(placed_step: PlacedStep) -> tuple[bool, float]:
        perceived = context.analysis.ratings[placed_step.position].perceived
        lowest = _BEST if perceived is None else perceived
        return not _wants_a_person(placed_step, journey_map), lowest

    def weight(group: Sequence[PlacedStep]) -> tuple[tuple[bool, float], int, int]:
        worst = min(map(rank, group))
        first = worst if not worst[0] or worst[1] <= _POOR else (True, _BEST)
        return first, sum(map(mild, group)) - len(group), -len(group)

    groups = [sorted(each, key=mild) for each in by_channels.values()]
    return sorted(groups, key=weight)


def _channels(placed_step: PlacedStep, journey_map: JourneyMap) -> tuple[str, ...]:
    return tuple(map(journey_map.channels.label_of, placed_step.step.channel))


@rule(
    "JM405",
    "unpreferred-channel",
    severity="note",
    from_status="review",
    basis="practitioner",
    gathers=_together,
    needs=(PREFERENCES, SERVED),
)
def unpreferred_channel(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """The service meets the persona on a channel that is none of the preferred ones.

    ## Why it matters

    A letter to who opens none is lost. `preferences` names channels or kinds; who likes to come in
    person may do so anywhere; one digital channel does for another unless a pain names it. Asked
    are steps with a serving party, and others, not in the street, where she is at her wits' end or
    her expectation is missed, also with family on an owned channel; not what was tried in vain
    (`instead_of`), nor what went well or better than that, nor where the map speaks against the
    preference: it is a guess, she turned from it to this channel before, or needs a person or her
    peace; nor where another house acts, or on its channel; to file with one that offers no other
    channel only where it hurts. Papers filed by who prefers the phone are not, unless she needs a
    person to talk to, nor what a court sends. A place in the step's nature, or looked at, is no
    choice. In person, only what is plainly to send, book or pay is told (`fixed_channel: false`).

    ## Basis

    Practitioner: common sense in the field.

    ## Bad

    ```yaml
    title: Dental clinic
    personas: {name: Ana, preferences: {channels: [messenger, in-person]}}
    channels: [Messenger, {name: Letter, kind: print}, {name: Desk, kind: in-person}]
    stakeholders: {id: clinic, name: Clinic, kind: organisation}
    steps:
      - {action: Asks for a date, with: clinic, channel: messenger}
      - {action: Gets a quote, with: clinic, channel: letter}  # <- here
      - {action: Pays, with: clinic, channel: desk}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    personas: {name: Ana, preferences: {channels: messenger}}
    channels: [Messenger, Letter, Ward]
    stakeholders: {id: clinic, name: Clinic, kind: organisation}
    steps:
      - {action: Gets a quote, with: clinic, channel: [letter, messenger]}
      - {action: Is operated on, with: clinic, channel: Ward}
      - {action: Signs the plan, with: clinic, channel: letter, fixed_channel: true}
    ```
    """
    r = placed_step.route
    told = [own for own in of_each(context) if speaks_of_step(own.journey_map.step_at(r), own)]
    if told:
        own = told[0].journey_map
        said = f"the persona prefers {_said(own, [[own.step_at(r)]])}"
        yield _finding(said, ((*r, "channel"),), context.journey_map)


def speaks_of_step(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether a persona meets the service at a step on a channel that she does not prefer.

    Args:
        placed_step: the step.
        context: the map as she goes it.
    """
    journey_map, step = context.journey_map, placed_step.step
    if not _preferred(journey_map) or not journey_map.takers(placed_step):
        return False
    served = journey_map.serving(placed_step) and not step.offstage
    asked = (served or _is_alone(placed_step, context)) and step.channel and not step.instead_of
    asked = asked and not _went_well(placed_step, context)
    barred = (_is_among_people, _is_theirs, _is_given_up, _is_of_houses)
    asked = asked and not any(each(placed_step, journey_map) for each in barred)
    if not asked or (_is_filed(journey_map, placed_step) and not _hurts(placed_step, context)):
        return False
    wanted = _preferred(journey_map)
    fits = _suits(journey_map, placed_step, wanted) or is_unfit(placed_step, context, wanted)
    return not fits and not _is_fixed(journey_map, placed_step)


def _is_given_up(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether the next step says that the channel was tried in vain: it is told there."""
    behind = journey_map.steps[placed_step.position + 1 :]
    after = next((each for each in behind if journey_map.takers(each)), None)
    tried = set(map(journey_map.channels.id_of, after.step.instead_of)) if after else set()
    return bool(tried) and tried >= set(map(journey_map.channels.id_of, placed_step.step.channel))


def _is_of_houses(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether what is written goes from house to house, and nothing of it to the persona."""
    step, kinds = placed_step.step, map(journey_map.channels.find, placed_step.step.channel)
    written = all(each and each.item.kind is ChannelKind.PRINT for each in kinds)
    papers = any(each.needs or each.carries for each in step.handoff)
    return written and papers and not (step.gets or step.gives or step.with_)


def _is_among_people(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether people talk among themselves, as over a fence: no service offers that."""
    found = [journey_map.channels.find(name) for name in placed_step.step.channel]
    return all(each and each.item.kind is ChannelKind.WORD_OF_MOUTH for each in found)


def _went_well(placed_step: PlacedStep, context: Context) -> bool:
    rating = context.analysis.ratings[placed_step.position]
    good = rating.perceived is not None and rating.perceived >= _GOOD and not rating.short
    return good or (rating.gap is not None and rating.gap > 0)


def _is_alone(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether nobody serves where the persona suffers from what the service offers."""
    journey_map, step = context.journey_map, placed_step.step
    if step.offstage or journey_map.serving(placed_step) or step.actor:
        return False
    if not reaches_people(journey_map, placed_step):
        return False
    if step.with_ and not has_owned_channel(journey_map, placed_step):
        return False
    felt = context.analysis.curve.points[placed_step.position]
    return context.analysis.ratings[placed_step.position].short or (
        felt is not None and felt.lowest <= _WITS_END
    )


def _is_theirs(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether another house acts, or serves on a channel that nobody of the map's owns."""
    if not serves_outside(journey_map, placed_step):
        return False
    own = any(each.item.owner for each in journey_map.channels)
    acts = placed_step.step.actor and journey_map.is_provider(placed_step.step.actor)
    gives = bool(placed_step.step.gives)
    return bool(acts and not gives) or (own and not has_owned_channel(journey_map, placed_step))


def _hurts(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether a step is low, falls short, has a pain, or loses people."""
    felt = context.analysis.curve.points[placed_step.position]
    low = felt is not None and felt.lowest <= _LOW
    short = context.analysis.ratings[placed_step.position].short
    return bool(low or short or placed_step.pains or placed_step.step.leaks)


def _is_filed(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether it is to file with a payer or an organisation that offers no other channel."""
    party = journey_map.serving(placed_step)
    found = journey_map.find_stakeholder(party) if party else None
    if party is None or found is None or found.item.kind not in _AUTHORITIES:
        return False
    outside = organisation_of(journey_map, party) != own_organisation(journey_map)
    if not (outside and speaks_of(Topic.FILING, placed_step.label)):
        return False
    there = (each for each in journey_map.steps if journey_map.serving(each) == party)
    offered = {_channels(each, journey_map) for each in there if each.step.channel}
    return len(offered) == 1


def _is_fixed(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether the channel is in the nature of a step, or prescribed."""
    if (said := placed_step.step.fixed_channel) is not None:
        return said
    if _wants_a_person(placed_step, journey_map):
        return False
    if _is_prescribed(journey_map, placed_step) or _is_too_much(journey_map, placed_step):
        return True
    found = map(journey_map.channels.find, placed_step.step.channel)
    kinds = {each.item.kind if each else None for each in found}
    if not kinds <= {ChannelKind.IN_PERSON, ChannelKind.OTHER, None}:
        return False
    if speaks_of(Topic.BY_HAND, placed_step.label) or _is_seen(journey_map, placed_step):
        return True
    is_place = kinds == {ChannelKind.IN_PERSON} or speaks_of(Topic.BODY, placed_step.label)
    return is_place and not speaks_of(Topic.TALK, placed_step.label)


def _is_seen(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether a place is looked at, as before it is chosen, and not to be served there."""
    said, party = placed_step.label, journey_map.serving(placed_step)
    comes = slug(journey_map.person_label(party)) if party else ""
    if placed_step.step.actor and journey_map.is_provider(placed_step.step.actor):
        return False
    if comes and f"{slug(said)}-".removeprefix("the-").startswith(f"{comes}-"):
        return False
    seen = speaks_of(Topic.VIEWING, said) and speaks_of(Topic.SIGHT, said)
    return seen and not speaks_of(Topic.COUNTER, said)


def _wants_a_person(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether the persona needs somebody to talk to, on a channel where nobody is."""
    needs = journey_map.by_person(placed_step.step.need, placed_step)
    own = (need for who, need in needs.items() if who in journey_map.persona_ids)
    found = [journey_map.channels.find(name) for name in placed_step.step.channel]
    alone = all(each and each.item.kind in ALONE for each in found)
    return alone and any(speaks_of(Topic.SOMEBODY, str(need)) for need in own)


def _is_prescribed(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether a court or its like serves: how it calls and notifies is the law's to say."""
    party = journey_map.serving(placed_step)
    found = journey_map.find_stakeholder(party) if party else None
    if party is None or found is None or not speaks_of(Topic.COURT, found.label):
        return False
    owner = journey_map.journey.owner
    own = organisation_of(journey_map, party) == own_organisation(journey_map)
    own = own and (not owner or share_words(owner, found.label))  # others own that map
    sends = placed_step.step.gives or speaks_of(Topic.FILING, placed_step.label)
    return not own and not sends


def _is_too_much(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether papers are filed, which no telephone carries, and she prefers only that."""
    known = journey_map.channels
    found = [(slug(name), known.find(name)) for name in _preferred(journey_map)]
    kinds = {slug(each.item.kind) if each and each.item.kind else name for name, each in found}
    papers = bool(placed_step.step.gives) and speaks_of(Topic.FILING, placed_step.label)
    return papers and kinds == {slug(ChannelKind.PHONE)}


def _suits(journey_map: JourneyMap, placed_step: PlacedStep, wanted: Sequence[str]) -> bool:
    """Tells whether a step's channel is preferred, or may be as far as kinds are known."""
    known = journey_map.channels
    ids = {known.id_of(name) for name in wanted}
    kinds = {slug(name) for name in wanted} & _KINDS
    meets = [found.item.kind for found in map(known.find, wanted) if found]
    if ChannelKind.IN_PERSON in meets:
        kinds = kinds | {slug(ChannelKind.IN_PERSON)}
    if any(_fits(journey_map, name, ids, kinds) for name in placed_step.step.channel):
        return True
    there = [found.item.kind for found in map(known.find, placed_step.step.channel) if found]
    digital = ChannelKind.DIGITAL in meets and ChannelKind.DIGITAL in there
    return digital and not _is_complained_of(journey_map, placed_step)


def _is_complained_of(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether a pain of a step names its channel."""
    known = journey_map.channels
    names = {
        slug(f(name)) for name in placed_step.step.channel for f in (known.id_of, known.label_of)
    }
    texts = [f"-{slug(entry.pain.text)}-" for entry in placed_step.pains]
    return any(f"-{name}-" in text for name in names for text in texts)


def _fits(journey_map: JourneyMap, name: str, ids: Collection[str], kinds: Collection[str]) -> bool:
    found = journey_map.channels.find(name)
    if journey_map.channels.id_of(name) in ids:
        return True
    kind = found.item.kind if found else None
    return bool(kinds) if kind is None else slug(kind) in kinds


def _nowhere(journey_map: JourneyMap) -> str:
    """Returns which of the channels that the persona prefers no step offers; empty where none."""
    wanted = _preferred(journey_map)
    missing = [
        name
        for name in wanted
        if not any(_suits(journey_map, each, [name]) for each in journey_map.steps)
        and not is_named_by_an_idea(journey_map, name)
    ]
    if not missing:
        return ""
    if len(missing) == len(wanted):
        return f"; no step offers {'it' if len(wanted) == 1 else 'any of them'}"
    return f"; no step offers {quoted(list(map(journey_map.channels.label_of, missing)))}"


def _said(journey_map: JourneyMap, groups: Sequence[Sequence[PlacedStep]]) -> str:
    """Returns what is said of a persona's steps, those with the same channels in one group."""
    prefers = quoted([journey_map.channels.label_of(name) for name in _preferred(journey_map)])
    through = [
        f"through {quoted(_channels(group[0], journey_map))} at {few([s.label for s in group])}"
        for group in groups[:_NAMED]
    ]
    if rest := sum(map(len, groups[_NAMED:])):
        through.append(f"through others at {counted(rest, 'more such step')}")
    return f"{prefers}, but is served {'; '.join(through)}{_nowhere(journey_map)}"


def _finding(message: str, routes: Sequence[Route], journey_map: JourneyMap) -> Finding:
    first, *others = sorted(routes, key=lambda route: journey_map.step_at(route).position)
    return Finding(
        message=message,
        help="offer a preferred channel there too; if this one suits, add it to preferences:, and "
        "if it can be no other, fixed_channel: true to the step; what went well is not counted",
        route=first,
        mark=Mark.VALUE,
        related=tuple(Related(route=route, message="here as well") for route in others),
        stands_for=tuple(routes),
    )
