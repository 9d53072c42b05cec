"""What the name of a metric says that it measures."""

import pytest

from journeymap.model.metric_names import Topic, is_of_all, period, share_a_word, topics


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("Wait for the specialist", Topic.WAITING),
        ("Espera de la cita", Topic.WAITING),
        ("Czas oczekiwania", Topic.WAITING),
        ("Queue at the desk", Topic.WAITING),
        ("Days until a match", Topic.SPAN),
        ("Od skierowania do wizyty", Topic.BEGINNING),
        ("End-to-end time", Topic.WHOLE),
        ("Offers accepted", Topic.GOING_ON),
        ("Oferty zaakceptowane", Topic.GOING_ON),
        ("Niestawienia", Topic.ARRIVING),
        ("No-show rate", Topic.LEAVING),
        ("Calls lost", Topic.LOSING),
        ("Drop-out rate", Topic.GIVING_UP),
        ("Osoby, które zrezygnowały", Topic.PEOPLE),
        ("Osoby, które zrezygnowały", Topic.GIVING_UP),
        ("Answered within 48 hours", Topic.TIMED),
        ("Retention after 12 months", Topic.TIMED),
        ("Cancelled trains", Topic.THINGS),
        ("Visits per patient", Topic.EACH),
    ],
)
def test_a_name_tells_its_topic(name: str, topic: Topic) -> None:
    assert topic in topics(name)


@pytest.mark.parametrize("name", ["", "NPS", "Nota media", "Conversations", "Continuity of care"])
def test_a_name_that_tells_nothing_has_no_topic(name: str) -> None:
    assert topics(name) == frozenset()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("calls / month", "month"),
        ("patients a year", "year"),
        ("al mes", "month"),
        ("tygodniowo", "week"),
        ("per quarter", "quarter"),
        ("Enquiries daily", "day"),
        ("people", None),
        ("Monthly fee calls", "month"),
    ],
)
def test_in_which_time_something_is_counted(text: str, said: str | None) -> None:
    assert period(text) == said


def test_forms_of_a_longer_word_are_one_and_plain_words_are_none() -> None:
    assert share_a_word("Referral wait", "Is referred to a specialist")
    assert not share_a_word("Waiting time of patients", "Patients are waiting")
    assert not share_a_word("Bed", "Bedroom")


@pytest.mark.parametrize(
    ("name", "whole", "is_all"),
    [
        ("Total time", "Diagnosis", True),
        ("Lead time", "Diagnosis", True),
        ("Total time to the money", "Settlement", True),
        ("Total time of the diagnosis", "Diagnosis", True),
        ("Total hospital days", "Diagnosis", False),
        ("Time", "Diagnosis", False),
        ("Tiempo total", "Pedir", True),
        ("Całkowity czas", "Wybór", True),
    ],
)
def test_a_total_of_all_or_of_a_part(name: str, whole: str, is_all: bool) -> None:
    assert is_of_all(name, whole) == is_all
