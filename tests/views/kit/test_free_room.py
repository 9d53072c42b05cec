"""Room for words on the panel of the curve."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.views.kit.free_room import Place, Room
from journeymap.views.kit.scene import line

PANEL = Place(left=0.0, top=0.0, right=3000.0, bottom=200.0)


@pytest.mark.parametrize("long", [60.0, 400.0, 1200.0, 3000.0])
def test_a_short_word_has_no_room_on_a_line_however_long_that_is(long: float) -> None:
    room = Room(bounds=PANEL)
    room.curves([line((0.0, 100.0), (long, 100.0), colour="#000000")])
    on = [Place(left=x, top=95.0, right=x + 12.0, bottom=106.0) for x in range(2, int(long) - 14)]
    assert not any(map(room.is_free, on))
    assert room.is_free(Place(left=10.0, top=110.0, right=22.0, bottom=121.0))


@given(st.lists(st.tuples(*[st.floats(-50, 250, width=16)] * 2, *[st.floats(0, 90, width=16)] * 2)))
def test_what_was_taken_is_free_no_more_wherever_it_stands(
    found: list[tuple[float, float, float, float]],
) -> None:
    room = Room(bounds=Place(left=-100.0, top=-100.0, right=400.0, bottom=400.0))
    told, met = [], []
    for x, y, wide, tall in found:
        place = Place(left=x, top=y, right=x + wide, bottom=y + tall)
        told.append(room.is_free(place))
        met.append(any(map(place.grown(1.5).meets, room.taken)))
        room.take(place)
    assert told == [not each for each in met]
