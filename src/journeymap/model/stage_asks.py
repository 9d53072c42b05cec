"""What stages of frameworks ask of the steps that stand for them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from journeymap.model.base import Field
from journeymap.model.fields import Condition, Node, Text


class StageAsk(Node):
    """What a stage of a framework asks of the steps that stand for it."""

    called: ClassVar[str] = "what a stage asks for"

    shorthand: ClassVar[tuple[str, ...]] = ()

    what: Text = Field(
        description="What a step of the stage does, as a sentence goes on that begins with "
        "`no step`.",
        examples=["puts to use what is known of her"],
    )
    step: Condition = Field(
        description="The condition that at least one of its steps fulfils, as in own rules.",
        examples=[{"reuses": "present"}],
    )
    help: Text | None = Field(
        None,
        description="What to do where none does, in one line.",
        examples=["add reuses: to the step that spares her a question"],
    )


def _ask(what: str, step: str, help_: str) -> StageAsk:
    # Written by us and tested, so not validated again at every start.
    return StageAsk.model_construct(what=what, step=step, help=help_)


def _mentions(fields: tuple[str, ...], *stems: str) -> str:
    """Returns the conditions that one of some fields has one of these texts in it."""
    return ", ".join(f'{{{field}: {{contains: "{stem}"}}}}' for field in fields for stem in stems)


_TOLD = ("action", "touchpoint", "note", "gets", "gets.name", "gains", "frontstage")
"""Where a step says what the persona is told, or what is done for her."""

VALUE_CHAIN_ASKS: Mapping[str, tuple[StageAsk, ...]] = MappingProxyType(
    {
        "communicate": (
            _ask(
                "says what is not covered",
                "any: ["
                + _mentions(
                    _TOLD,
                    *("not cover", "exclu", "not includ", "not pay", "not paid", "limit"),
                    *("no cubre", "no cubiert", "no inclu", "no paga", "límite"),
                    *("nie obejm", "nie pokryw", "nie zawier", "nie refund", "wyłącz", "wyklucz"),
                )
                + "]",
                "add the step at which she hears what she does not get, with gets: exclusions",
            ),
        ),
        "interact": (
            _ask(
                "asks what she prefers",
                "gives: present",
                "add gives: with the wishes that are asked for, such as language or time of day",
            ),
        ),
        "engage": (
            _ask(
                "puts to use what is known of her",
                "any: [{reuses: present}, {confirms: present}]",
                "add reuses: to the step where a wish of hers spares her a question",
            ),
        ),
        "collaborate": (
            _ask(
                "is prepared or followed up",
                "any: [{backstage: present}, "
                + _mentions(
                    (*_TOLD, "opportunities.text"),
                    *("prepar", "follow", "later", "afterwards"),
                    *("seguimiento", "después", "posterior"),
                    *("przygotow", "później", "następn", "kontroln"),
                )
                + "]",
                "add what is done before and after, under backstage: or as a step",
            ),
            _ask(
                "takes the family in",
                "any: [{with.kind: family}, {actor.kind: family}, "
                "{opportunities.for.kind: family}, "
                + _mentions(_TOLD, "famil", "children", "partner", "hijos", "rodzin", "dziec")
                + "]",
                "name the family under with:, or record what would help them",
            ),
        ),
        "innovate": (
            _ask(
                "has an idea from a customer",
                "opportunities.from: customer",
                "record what customers proposed, under opportunities: with from: customer",
            ),
        ),
    }
)
"""What the value chain asks of its stages, as the article that it is from describes them.

Conditions are those of own rules, in YAML; words are looked for in the languages with labels.
"""
