"""What all tests share: the real model, real databases, and how long Hypothesis looks for trouble."""

import os
import zoneinfo

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.model_fixture", "tests.postgres", "tests.whole.house", "tests.whole.visits"]

zoneinfo.reset_tzpath(to=[])  # as the command line does: only the time zones we ship

settings.register_profile("quick", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
settings.register_profile("long", settings.get_profile("quick"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
