"""Settings for all tests."""

from pathlib import Path

import pytest
from hypothesis import settings

from batch_corpus import make_folder, run

# The first example compiles the patterns, and shared machines stall: time is no law here.
settings.register_profile("newsfacts", deadline=None)
settings.load_profile("newsfacts")

# Modules that hold asserts and no tests show what differed too.
pytest.register_assert_rewrite("cases", "commands", "files")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("news"), 300)


@pytest.fixture(scope="session")
def done(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of one undisturbed worker."""
    output = tmp_path_factory.mktemp("undisturbed")
    run([folder], output)
    return output
