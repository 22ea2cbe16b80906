"""The shape of the project: who imports whom, how long files and functions are, where SQL and spaCy may stand."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("corpus", "extract", "kb")
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
FLOOR = ("kb.model", "kb.errors")
# What readers of one sentence share, and what they may know of the document around it.
SENTENCE = ("extract.language", "extract.tables", "extract.claims.grammar")
MEANT = ("extract.claims.scene", "extract.claims.anaphora", "extract.claims.known", "extract.claims.known_days")
# Room -> what it may import beside the floor and itself. The longest prefix counts.
MAY_IMPORT = {
    "kb.model": (),
    "kb.errors": (),
    "corpus": (),
    "extract.language": (),
    "extract.tables": ("extract.language",),
    "extract.tagging": (),
    "extract.nlp": ("extract.language", "extract.tables", "extract.tagging"),
    "extract.training": ("extract.tagging", "extract.tables"),
    "extract.cleaning": ("extract.language", "extract.tables"),
    "extract.names": ("extract.language", "extract.cleaning"),
    "extract.papers": ("extract.language", "extract.names"),
    "extract.dates": ("extract.language", "extract.tables"),
    "extract.quantities": ("extract.language", "extract.tables", "extract.dates"),
    "extract.claims": ("extract.language", "extract.tables"),
    "extract.claims.known": ("extract.language", "extract.claims.known_days"),
    "extract.claims.known_days": ("kb.reference_acts",),
    "extract.claims.grammar": ("extract.language", "extract.tables"),
    "extract.claims.anaphora": (*SENTENCE, "extract.claims.known"),
    "extract.claims.scene": (*SENTENCE, "extract.claims.known", "extract.claims.anaphora"),
    "extract.claims.moods": SENTENCE,
    "extract.claims.filled": (),
    "extract.claims.datings": (*SENTENCE, "extract.claims.scene", "extract.claims.filled"),
    "extract.claims.recalled": ("extract.language", "extract.tables", "extract.claims.known_days",
                                "extract.claims.datings", "extract.claims.filled"),
    "extract.claims.rows": (*SENTENCE, *MEANT, "extract.claims.datings", "extract.claims.filled"),
    "extract.claims.fillers": (*SENTENCE, *MEANT),
    "extract.claims.sequels": (*SENTENCE, *MEANT, "extract.claims.moods", "extract.claims.datings",
                               "extract.claims.fillers"),
    "extract.claims.frames": (*SENTENCE, *MEANT, "extract.claims.fillers", "extract.claims.sequels"),
    "extract.pipeline": ("extract",),
    "kb.registry": (),
    "kb.edtf_bounds": (),
    "kb.store": (),
    "kb.export": ("kb.graph", "kb.timeline"),
    "kb.convergence": ("kb.registry",),
    "kb.web": ("kb.store.reader", "kb.store.search", "kb.store.database", "kb.timeline", "kb.graph", "kb.convergence",
               "kb.export", "kb.judgements", "kb.search_words", "kb.graph_measures", "kb.store.judgements",
               "kb.stages", "kb.instruments", "kb.scorecard", "kb.coverage"),
    "kb.search_words": ("extract",),
    "kb.extraction": ("corpus", "extract", "kb.registry", "kb.search_words", "kb.store"),
    "kb.engine": ("kb.extraction", "kb.store"),
    "kb.judged": ("kb.judgements", "kb.store"),
    "kb.build": ("corpus", "extract", "kb"),
    "kb.component": ("corpus", "extract", "kb"),
    "kb.evaluate": ("corpus", "extract", "kb"),
    "kb.evaluate_claims": ("corpus", "extract", "kb"),
    "kb.cli": ("corpus", "extract", "kb"),
}  # fmt: skip
# Modules of `kb/` that no room names are pure: they may use the registry and each other, but nothing of the world.
EDGES = ("corpus", "extract", "kb.store", "kb.cli", "kb.web", "kb.build")


def modules() -> Iterator[tuple[str, Path]]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


MODULES = dict(modules())


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in MODULES else str(node.module)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def within(name: str, room: str) -> bool:
    return name == room or name.startswith(room + ".")


def room_of(name: str) -> str | None:
    rooms = [room for room in MAY_IMPORT if within(name, room)]
    return max(rooms, key=len) if rooms else None


@pytest.mark.parametrize("name", MODULES)
def test_imports_go_one_way(name: str) -> None:
    room = room_of(name)
    ours = [other for other in imports(MODULES[name]) if other.split(".")[0] in PACKAGES and other not in FLOOR]
    if room is None:
        wrong = [other for other in ours if any(within(other, edge) for edge in EDGES)]
    else:
        allowed = (room, "kb.edtf_bounds", *MAY_IMPORT[room])
        wrong = [other for other in ours if not any(within(other, place) for place in allowed)]
    assert not wrong, f"{name} may not import {', '.join(wrong)}"


@pytest.mark.parametrize("name", MODULES)
def test_files_and_functions_stay_small(name: str) -> None:
    text = MODULES[name].read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    tree = ast.parse(text)
    assert not text.strip() or ast.get_docstring(tree), "no docstring says what goes in and what comes out"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            size = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
            assert size <= LONGEST_FUNCTION, f"{node.name}: {size} lines"


@pytest.mark.parametrize("name", [n for n, path in MODULES.items() if path.name == "__init__.py"])
def test_packages_hold_a_docstring_or_nothing(name: str) -> None:
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    assert len(tree.body) <= 1 and len(tree.body) == bool(ast.get_docstring(tree))


SQL_WORDS = ("SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ")


def strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("name", [n for n in MODULES if not within(n, "kb.store")])
def test_sql_stands_in_the_store_alone(name: str) -> None:
    found = [text for text in strings(MODULES[name]) if text.lstrip().startswith(SQL_WORDS)]
    assert not found, f"{name}: {found[0][:60]!r}"


@pytest.mark.parametrize("name", MODULES)
def test_each_world_has_one_door(name: str) -> None:
    doors = {"spacy": "extract", "natasha": "extract", "pycrfsuite": "extract", "datasette": ("kb.web", "kb.cli.serve")}
    for other in imports(MODULES[name]):
        places = doors.get(other.split(".")[0])
        if places is not None:
            assert any(within(name, place) for place in ([places] if isinstance(places, str) else places)), other


def test_no_alphabet_range_in_a_pattern() -> None:
    """`[а-я]` cuts Kazakh words at ә ғ қ ң ө ұ ү һ і."""
    found = [name for name, path in MODULES.items() if any("а-я" in text for text in strings(path))]
    assert not found
