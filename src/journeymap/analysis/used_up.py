"""Information that is used up at the step that asks for it: nobody asks it twice or reuses it."""

from journeymap.model.names import Names
from journeymap.model.stems import Topic, speaks_of
from journeymap.model.vocabulary import InformationItem


def used_up(information: Names[InformationItem], name: str) -> bool:
    """Tells whether a step asks for something for its own sake, as a means of payment.

    Args:
        information: what the map knows of information.
        name: the item, by id or name.
    """
    found = information.find(name)
    said = found.item.at_once if found else None
    return speaks_of(Topic.AT_ONCE, information.label_of(name)) if said is None else said
