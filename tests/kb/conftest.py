"""A database of the reference facts alone, made once: no document, everything that the registry knows."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kb.cli.main import main
from kb.registry.load import load_registry
from kb.store.database import building
from kb.store.writer_registry import save_registry


@pytest.fixture(scope="session")
def reference_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reference") / "kb.db"
    with building(path) as conn:
        save_registry(conn, load_registry())
    assert CliRunner().invoke(main, ["consolidate", "--db", str(path)]).exit_code == 0
    return path
