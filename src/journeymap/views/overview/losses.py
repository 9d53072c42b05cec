"""What is lost at a step, in words: how many, where they go, and why."""

from journeymap.analysis.best_idea import in_full
from journeymap.analysis.still_there import StillThere
from journeymap.model.between import Outcome
from journeymap.model.ids import END, slug
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.words.labels import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """Who is lost at a step.

    Attributes:
        count: in signs, such as "−15", and how many of them had come further before; "−" alone
            where nobody knows how many leave.
        where: where they go, or which end they come to, as far as that is written.
        why: why they leave, as far as that is written.
        nothing: the words where neither is.
    """

    count: str
    where: str
    why: str
    nothing: str

    @property
    def brief(self) -> str:
        """How many, with where they go, else why they leave."""
        if self.where:
            return f"{self.count} → {self.where}"
        return f"{self.count}: {self.why}" if self.why else f"{self.count} {self.nothing}"

    @property
    def told(self) -> tuple[str, ...]:
        """How many, where they go and why, then shorter: how many and why."""
        if self.where and self.why:
            return f"{self.brief}: {self.why}", f"{self.count}: {self.why}"
        return (self.brief,)


def lost_at(journey_map: JourneyMap, there: StillThere, step: PlacedStep) -> Lost | None:
    """Returns who is lost at a step; None where nobody is known to be."""
    language = journey_map.journey.language
    count, again = there.lost_of_100[step.position], there.on_return[step.position]
    if not there.is_losing(step.position):
        some = label("some-leave", language)
        return Lost(count="−", where="", why="", nothing=some) if there.loses(step) else None
    leaks = [leak for leak in step.step.leaks if leak.share or leak.shares]
    lost = [way for way in step.step.next if way.counts is Outcome.LOST and slug(way.to) == END]
    names = [journey_map.person_label(leak.to) for leak in leaks if leak.to]
    names += [way.why for way in lost if way.why]
    own = f"−{count}" if count else "<1"
    return Lost(
        count=f"{own} ({label('on-return', language).format(n=again)})" if again else own,
        where=", ".join(dict.fromkeys(names)),
        why=", ".join(dict.fromkeys(in_full(step, leak.why) for leak in leaks if leak.why)),
        nothing=label("are-lost" if lost else "leave", language),
    )


def ended_at(journey_map: JourneyMap, there: StillThere, step: PlacedStep) -> tuple[str, ...]:
    """Returns whose journey ends at a step otherwise and why, then how many; empty where nobody's.

    They are no longer there, and not lost.
    """
    count = there.ended_of_100[step.position]
    if count <= 0 or not there.ended[step.position]:  # else it is rounding
        return ()
    ways = (way for way in step.step.next if way.counts is Outcome.NEITHER and slug(way.to) == END)
    why = ", ".join(dict.fromkeys(way.why for way in ways if way.why))
    words = label("neither-n", journey_map.journey.language).format(n=count)
    return (f"{words}: {why}", words) if why else (words,)
