"""`NAME.meta.yml` beside a file in, the properties it states out. A wrong sidecar is an error: nobody else reads it."""

import os
from pathlib import Path

import yaml

from corpus.readers.front_matter import Properties, PropertiesError, to_properties
from kb.errors import DocumentError

SUFFIX = ".meta.yml"
_LARGEST = 1_000_000


def is_sidecar(file: Path) -> bool:
    return file.name.endswith(SUFFIX)


def described(sidecar: Path) -> Path:
    """The file that a sidecar speaks of."""
    return sidecar.with_name(sidecar.name.removesuffix(SUFFIX))


def read_sidecar(file: Path, name: str) -> Properties:
    """Properties from the sidecar of `file`, none where it has none. `name` goes into the error."""
    sidecar = file.with_name(file.name + SUFFIX)
    if not os.path.exists(sidecar):
        return Properties()
    try:
        if sidecar.stat().st_size > _LARGEST:
            raise DocumentError(name, f"{sidecar.name}: too large for a sidecar")
        rows = yaml.safe_load(sidecar.read_text(encoding="utf-8-sig"))
        if rows is None:
            return Properties()
        if not isinstance(rows, dict):
            raise DocumentError(name, f"{sidecar.name}: keys with values are expected")
        return to_properties(rows)
    except PropertiesError as error:
        raise DocumentError(name, f"{sidecar.name}: {error}") from error
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise DocumentError(name, f"{sidecar.name}: no YAML: {error.problem or 'damaged'}{line}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise DocumentError(name, f"{sidecar.name}: no YAML: {' '.join(str(error).split())}") from error
    except OSError as error:
        raise DocumentError(name, f"{sidecar.name}: cannot be opened: {error.strerror}") from error
