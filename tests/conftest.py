"""What every test shares: the same surroundings everywhere, and hypothesis profiles."""

import os

from hypothesis import HealthCheck, settings

# Before anything of ours is imported: a CI machine and a desk must see the same output.
for _name in ("FORCE_COLOR", "GITHUB_ACTIONS", "NO_COLOR", "PY_COLORS"):
    os.environ.pop(_name, None)
os.environ["COLUMNS"] = "100"
os.environ["JOURNEYMAP_CACHE_DIR"] = os.devnull  # no test is shown what another one was told

# No deadline anywhere: on a busy machine one slow example says nothing.
settings.register_profile("default", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=20,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", settings.get_profile("ci"), max_examples=10)
settings.load_profile("ci" if os.environ.get("CI") else "default")
