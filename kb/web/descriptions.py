"""What `metadata.yml` says of the database, under the name that its file gives it."""

from importlib import resources
from pathlib import Path
from typing import Any

import yaml

_WRITTEN_FOR = "kb"


def metadata_for(stem: str, judgements: Path | None = None) -> dict[str, Any]:
    """Datasette's metadata for a database file with this stem, and where the plugin keeps judgements."""
    text = resources.files("kb.web").joinpath("metadata.yml").read_text(encoding="utf-8")
    metadata: dict[str, Any] = yaml.safe_load(text)
    metadata["databases"] = {stem: metadata["databases"][_WRITTEN_FOR]}
    if judgements is not None:
        metadata["plugins"] = {"eurasia-kb": {"judgements": str(judgements.absolute())}}
    return metadata
