"""Paths of documents in, those that look like one article in several languages out."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from kb.model import LANGUAGES

# `cis.ru.md`, `cis_ru.md`, `cis-ru.md`, `ru_cis.md`: the language as a word of its own in the file's name.
_LANGUAGE = re.compile(rf"(?:^|[._\- ])(?:{'|'.join((*LANGUAGES, 'kz', 'eng', 'rus', 'kaz'))})(?=$|[._\- ])", re.I)


def stem_of(path: str) -> str:
    """The file's name without language and ending."""
    stem = PurePosixPath(path).stem
    return _LANGUAGE.sub("", stem).strip("._- ") or stem


def other_versions(path: str, rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """One row a language: of several the one whose path differs least."""
    chosen: dict[str, Mapping[str, Any]] = {}
    for row in sorted(rows, key=lambda r: (_difference(path, str(r["path"])), str(r["path"]))):
        if stem_of(str(row["path"])) == stem_of(path):
            chosen.setdefault(str(row["lang"]), row)
    return [chosen[lang] for lang in sorted(chosen)]


def _difference(a: str, b: str) -> int:
    return len(set(PurePosixPath(a).parts) ^ set(PurePosixPath(b).parts))
