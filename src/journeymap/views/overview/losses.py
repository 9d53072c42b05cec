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
        count: in signs, such as "−15"; "−" alone where nobody knows how many leave.
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
    count, is_open = there.lost_of_100[step.position], step.position in there.open_leaks
    if not count and not (is_open and step.step.leaks):
        return None
    leaks = [leak for leak in step.step.leaks if leak.share or leak.shares or not count]
    lost = [way for way in step.step.next if way.counts is Outcome.LOST and slug(way.to) == END]
    names = [journey_map.person_label(leak.to) for leak in leaks if leak.to]
    names += [way.why for way in lost if way.why]
    return Lost(
        count=f"−{count}" if count else "−",
        where=", ".join(dict.fromkeys(names)) if count else "",
        why=", ".join(dict.fromkeys(in_full(step, leak.why) for leak in leaks if leak.why))
        if count
        else "",
        nothing=label(("are-lost" if lost else "leave") if count else "some-leave", language),
    )
