"""Settings for all tests."""

import pytest
from hypothesis import settings

# The first example compiles the patterns, and shared machines stall: time is no law here.
settings.register_profile("newsfacts", deadline=None)
settings.load_profile("newsfacts")

# Modules that hold asserts and no tests show what differed too.
pytest.register_assert_rewrite("cases", "batch_corpus")
