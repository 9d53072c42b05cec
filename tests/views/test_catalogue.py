"""Every view can be drawn."""

from journeymap.views.catalogue import BUILDERS
from journeymap.views.view import View


def test_every_view_has_a_builder() -> None:
    assert set(BUILDERS) == set(View)
