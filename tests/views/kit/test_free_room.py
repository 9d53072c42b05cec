"""Room for words on the panel of the curve."""

import pytest

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
