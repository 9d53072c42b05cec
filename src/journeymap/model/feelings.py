"""The words and emoji of the emotion scale, in English, Spanish and Polish."""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

LOWEST, HIGHEST = -2.0, 2.0

CANONICAL: Mapping[float, tuple[str, str]] = MappingProxyType(
    {
        2.0: ("delighted", "😍"),
        1.0: ("pleased", "🙂"),
        0.0: ("neutral", "😐"),
        -1.0: ("frustrated", "🙁"),
        -2.0: ("distressed", "😡"),
    }
)
"""The word and the emoji of each whole value."""

_LISTED: Mapping[float, str] = {
    2.0: """
        delighted 😍 🤩 😁 🥰 😄 thrilled|overjoyed|ecstatic|elated|grateful|enthusiastic|excited
        |proud|amazed|loved
        |encantado|encantada|entusiasmado|entusiasmada|emocionado|emocionada|eufórico|eufórica
        |agradecido|agradecida|orgulloso|orgullosa|feliz|maravillado|maravillada
        |zachwycony|zachwycona|szczęśliwy|szczęśliwa|entuzjastyczny|entuzjastyczna|wdzięczny
        |wdzięczna|dumny|dumna|uradowany|uradowana
        """,
    1.0: """
        pleased 🙂 😊 😀 😌 👍 ☺ happy|satisfied|relieved|hopeful|confident|reassured|calm|glad
        |content|comfortable|curious|interested|trusting|optimistic|motivated|encouraged|welcome
        |safe|supported|understood|secure|cheerful|at ease
        |contento|contenta|satisfecho|satisfecha|aliviado|aliviada|tranquilo|tranquila
        |esperanzado|esperanzada|confiado|confiada|seguro|segura|interesado|interesada|curioso
        |curiosa|motivado|motivada|animado|animada|cómodo|cómoda|optimista|comprendido
        |comprendida|alegre|sorprendido|sorprendida
        |zadowolony|zadowolona|spokojny|spokojna|z ulgą|ulga|pełen nadziei|pełna nadziei|pewny
        |pewna|zainteresowany|zainteresowana|zaciekawiony|zaciekawiona|ciekawy|ciekawa
        |zmotywowany|zmotywowana|bezpieczny|bezpieczna|optymistyczny|optymistyczna|zrozumiany
        |zrozumiana|uspokojony|uspokojona|wesoły|wesoła
        """,
    0.0: """
        neutral 😐 😶 🤔 indifferent|unsure|undecided|resigned|ok|okay|fine|so-so|attentive
        |matter-of-fact
        |indiferente|neutro|neutra|indeciso|indecisa|normal|resignado|resignada|atento|atenta
        |neutralny|neutralna|neutralnie|obojętny|obojętna|obojętnie|niezdecydowany
        |niezdecydowana|zrezygnowany|zrezygnowana|skupiony|skupiona
        """,
    -1.0: """
        frustrated 🙁 😟 😕 ☹ 😒 👎 😞 😔 😰 😩 annoyed|worried|anxious|confused|nervous|uneasy
        |impatient|disappointed|irritated|uncertain|insecure|concerned|stressed|sad|tired|lonely
        |embarrassed|doubtful|sceptical|skeptical|unhappy|dissatisfied|bored|tense|ignored|lost
        |suspicious|ashamed|discouraged|guilty|helpless
        |frustrado|frustrada|preocupado|preocupada|ansioso|ansiosa|confundido|confundida
        |confuso|confusa|nervioso|nerviosa|decepcionado|decepcionada|molesto|molesta|inquieto
        |inquieta|impaciente|inseguro|insegura|triste|cansado|cansada|irritado|irritada
        |estresado|estresada|desconfiado|desconfiada|incómodo|incómoda|insatisfecho
        |insatisfecha|escéptico|escéptica|tenso|tensa|perdido|perdida|avergonzado|avergonzada
        |sfrustrowany|sfrustrowana|zaniepokojony|zaniepokojona|niespokojny|niespokojna
        |zestresowany|zestresowana|zdezorientowany|zdezorientowana|rozczarowany|rozczarowana
        |zirytowany|zirytowana|zniecierpliwiony|zniecierpliwiona|niepewny|niepewna|zmartwiony
        |zmartwiona|zdenerwowany|zdenerwowana|smutny|smutna|zmęczony|zmęczona|niezadowolony
        |niezadowolona|zagubiony|zagubiona|nieufny|nieufna|zawiedziony|zawiedziona
        |zawstydzony|zawstydzona|spięty|spięta|zakłopotany|zakłopotana
        """,
    -2.0: """
        distressed 😡 😢 😭 😱 😨 😠 🤬 😖 😫 angry|furious|devastated|shocked|overwhelmed|afraid
        |scared|terrified|desperate|panicked|hopeless|in despair|in shock|outraged|humiliated
        |in denial|betrayed|exhausted|heartbroken
        |angustiado|angustiada|enfadado|enfadada|enojado|enojada|furioso|furiosa|asustado
        |asustada|abrumado|abrumada|desesperado|desesperada|aterrado|aterrada|conmocionado
        |conmocionada|indignado|indignada|devastado|devastada|horrorizado|horrorizada|agobiado
        |agobiada|en shock|humillado|humillada|agotado|agotada
        |przerażony|przerażona|wściekły|wściekła|przytłoczony|przytłoczona|zrozpaczony
        |zrozpaczona|wstrząśnięty|wstrząśnięta|zszokowany|zszokowana|w szoku|zdruzgotany
        |zdruzgotana|załamany|załamana|rozgniewany|rozgniewana|oburzony|oburzona|upokorzony
        |upokorzona|zdesperowany|zdesperowana|w panice|wyczerpany|wyczerpana
        """,
}
"""One canonical word, its emoji and others like it, then the words, `|` between them; house."""


def _words() -> dict[str, float]:
    words: dict[str, float] = {}
    for value, listing in _LISTED.items():
        first, *others = (part.strip() for part in listing.split("|"))
        for word in (*first.split(), *others):
            words[fold(word)] = value
    return words


def fold(word: str) -> str:
    """Returns a feeling's word as it is compared: case folded, without emoji variation marks."""
    plain = word.replace("\ufe0f", "").replace("\ufe0e", "")
    return " ".join(unicodedata.normalize("NFC", plain).casefold().split())


WORDS: Mapping[str, float] = MappingProxyType(_words())
"""Every known word and emoji, folded, with its value from -2 to +2."""


def canonical(value: float) -> str:
    """Returns the English word of the whole value nearest to this one."""
    return CANONICAL[float(round(value))][0]
