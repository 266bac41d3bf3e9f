"""Settings for all tests."""

from hypothesis import settings

# The first example compiles the patterns, and shared machines stall: time is no law here.
settings.register_profile("newsfacts", deadline=None)
settings.load_profile("newsfacts")
