"""Stage models that a map is held against, each with its source."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar

from journeymap.model.base import Field
from journeymap.model.fields import Flag, Id, Many, Node, Text, Texts
from journeymap.model.languages import tag
from journeymap.model.stage_asks import VALUE_CHAIN_ASKS, StageAsk


class FrameworkStage(Node):
    """One stage of a framework."""

    called: ClassVar[str] = "a framework stage"

    shorthand: ClassVar[tuple[str, ...]] = ("id",)

    id: Id = Field(description="Id by which stages align with it.", examples=["primary-care"])
    labels: Mapping[str, Text] = Field(
        default_factory=dict,
        description="Its name by language.",
        examples=[{"en": "Primary care", "es": "Atención primaria"}],
    )
    aliases: Texts = Field((), description="Other names it goes by.", examples=[["family doctor"]])
    asks: Annotated[tuple[StageAsk, ...], Many()] = Field(
        (),
        description="What it asks of the steps that stand for it.",
        examples=[[{"what": "puts to use what is known of her", "step": {"reuses": "present"}}]],
    )

    def label(self, language: str | None) -> str:
        """Returns its name in a language, else in English, else its id in words."""
        spoken = tag(language or "en").partition("-")[0].casefold()
        return (
            self.labels.get(language or "en")
            or self.labels.get(spoken)
            or self.labels.get("en")
            or _words(self.id)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that a reference may call it beside its id, in any language."""
        return (*self.labels.values(), *self.aliases)


class Framework(Node):
    """An ordered list of stages."""

    called: ClassVar[str] = "a framework"

    id: Id = Field(description="Id by which maps name it.", examples=["care-pathway"])
    labels: Mapping[str, Text] = Field(
        default_factory=dict, description="Its name by language.", examples=[{"en": "Care pathway"}]
    )
    source: Text | None = Field(
        None, description="Where the model comes from.", examples=["Our service blueprint, 2025"]
    )
    cycle: Flag = Field(
        default=False,
        description="true where its last stage leads back to its first.",
        examples=[True],
    )
    stages: Annotated[tuple[FrameworkStage, ...], Many()] = Field(
        description="Its stages in order.", examples=[["before", "during", "after"]]
    )


_NOTHING: Mapping[str, tuple[StageAsk, ...]] = MappingProxyType({})
"""What stages ask for of which nothing is known."""


def _words(identifier: str) -> str:
    return identifier.replace("-", " ").capitalize()


def _stages(
    *rows: str, asks: Mapping[str, tuple[StageAsk, ...]] = _NOTHING
) -> tuple[FrameworkStage, ...]:
    """Reads rows of "id | English | Spanish | Polish | further names".

    Args:
        rows: the rows.
        asks: what stages ask for, by their ids.
    """
    stages = []
    for row in rows:
        identifier, english, spanish, polish, *others = (part.strip() for part in row.split("|"))
        labels = {"en": english, "es": spanish, "pl": polish}
        stage = FrameworkStage.model_construct(
            id=identifier,
            labels=labels,
            aliases=tuple(others),
            asks=asks.get(identifier, ()),
        )
        stages.append(stage)
    return tuple(stages)


# Written by us and tested, so not validated again at every start: that would take 5 ms.
CUSTOMER_LIFECYCLE = Framework.model_construct(
    id="customer-lifecycle",
    labels={
        "en": "Customer life cycle",
        "es": "Ciclo de vida del cliente",
        "pl": "Cykl życia klienta",
    },
    source="Schmidt & Wilde, How to reveal key leverage points in customer journeys (Xeleratio)",
    cycle=True,
    stages=_stages(
        "need | Need | Necesidad | Potrzeba",
        "research | Research | Búsqueda | Poszukiwanie | investigación",
        "selection | Selection | Selección | Wybór",
        "contract | Contract | Contrato | Umowa | contratación",
        "use | Use | Uso | Użytkowanie | korzystanie",
        "maintain | Maintain | Mantenimiento | Utrzymanie | maintenance",
        "recommendation | Recommendation | Recomendación | Rekomendacja | polecenie",
    ),
)
CARE_PATHWAY = Framework.model_construct(
    id="care-pathway",
    labels={"en": "Care pathway", "es": "Ruta asistencial", "pl": "Ścieżka opieki"},
    source="Schmidt & Wilde, How to reveal key leverage points in customer journeys (Xeleratio)",
    stages=_stages(
        "first-symptoms | First symptoms | Primeros síntomas | Pierwsze objawy | symptoms",
        "primary-care | Primary care | Atención primaria | Opieka podstawowa | poz",
        "specialty-care | Specialty care | Atención especializada | Opieka specjalistyczna"
        " | specialist care | specialist",
        "diagnosis | Diagnosis | Diagnóstico | Diagnoza | rozpoznanie",
        "treatment | Treatment | Tratamiento | Leczenie",
        "follow-up | Follow-up | Seguimiento | Kontrola | dalsza opieka | follow up",
    ),
)
BEFORE_DURING_AFTER = Framework.model_construct(
    id="before-during-after",
    labels={
        "en": "Before, during, after",
        "es": "Antes, durante, después",
        "pl": "Przed, w trakcie, po",
    },
    source="Tarnawska, Customer Journey w służbie zdrowia (Socjomania, 2021)",
    stages=_stages(
        "before | Before | Antes | Przed | before the visit | przed wizytą | antes de la visita",
        "during | During | Durante | W trakcie | during the visit | podczas | w trakcie wizyty",
        "after | After | Después | Po | after the visit | po wizycie | después de la visita",
    ),
)
MARKETING_FUNNEL = Framework.model_construct(
    id="marketing-funnel",
    labels={"en": "Marketing funnel", "es": "Embudo de marketing", "pl": "Lejek marketingowy"},
    source="Customer Journey Map en Salud (article on medical marketing, in Spanish)",
    stages=_stages(
        "awareness | Awareness | Concienciación | Świadomość | conciencia | descubrimiento",
        "consideration | Consideration | Consideración | Rozważanie",
        "decision | Decision | Decisión | Decyzja",
        "action | Action | Acción | Działanie",
        "post-sale | Post-sale | Post-venta | Po sprzedaży | posventa | postventa | after-sale",
    ),
)
VALUE_CHAIN = Framework.model_construct(
    id="value-chain",
    labels={
        "en": "Customer value chain",
        "es": "Cadena de valor del cliente",
        "pl": "Łańcuch wartości klienta",
    },
    source="Digital Strategy Yoga, How to move the healthcare customer higher in the value chain",
    stages=_stages(
        "communicate | Communicate | Comunicar | Komunikacja | komunikować",
        "interact | Interact | Interactuar | Interakcja",
        "engage | Engage | Implicar | Zaangażowanie | comprometer",
        "collaborate | Collaborate | Colaborar | Współpraca",
        "innovate | Innovate | Innovar | Innowacja",
        asks=VALUE_CHAIN_ASKS,
    ),
)

BUILT_IN = (
    CUSTOMER_LIFECYCLE,
    CARE_PATHWAY,
    BEFORE_DURING_AFTER,
    MARKETING_FUNNEL,
    VALUE_CHAIN,
)
"""The frameworks that every map may name."""
