import pytest

from journeymap.authoring.options import Option, page_of, schema_of

STEPS = Option(name="steps", default=30, meaning="more are told", least=1)
SHARE = Option(name="share", default=0.5, meaning="from this share on", most=1)


@pytest.mark.parametrize(
    ("option", "taken", "refused"),
    [(STEPS, (1, 30.0, 1e6), (0, 2.5, -1)), (SHARE, (0, 0.25, 1), (1.01, -0.1))],
)
def test_an_option_takes_what_lies_in_its_range(
    option: Option[float], taken: tuple[float, ...], refused: tuple[float, ...]
) -> None:
    assert all(map(option.takes, taken))
    assert not any(map(option.takes, refused))


def test_a_value_is_read_as_the_kind_of_number_that_the_default_is() -> None:
    assert repr(STEPS.read(40.0)) == "40"
    assert repr(SHARE.read(1)) == "1.0"


def test_the_page_says_name_default_meaning_range_and_how_to_set_it() -> None:
    assert page_of("big-map", (STEPS, SHARE)) == (
        "## Options\n\n"
        "- `steps` (30): more are told; a whole number, 1 or more\n"
        "- `share` (0.5): from this share on; a number from 0 to 1\n\n"
        "Set in `.journeymap.yaml`, as in `options: {big-map: {steps: 30, share: 0.5}}`."
    )
    assert page_of("big-map", ()) == ""


def test_the_schema_says_the_range() -> None:
    assert schema_of(STEPS) == {
        "type": "integer",
        "description": "more are told (default: 30).",
        "minimum": 1,
    }
    assert (schema_of(SHARE)["type"], schema_of(SHARE)["maximum"]) == ("number", 1)
