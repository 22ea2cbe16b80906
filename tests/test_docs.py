"""The documentation says what the program does."""

import re
import shlex
from pathlib import Path

import click
import pytest

from kb.cli.dictionary import dictionary
from kb.cli.main import main
from kb.cli.reference import reference
from kb.store.reader.schema import schema
from kb.web.descriptions import metadata_for

ROOT = Path(__file__).parent.parent
NAMES = main.list_commands(click.Context(main))


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None and command.help
    assert f"kb {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_option_says_what_it_does() -> None:
    """Choices speak for themselves; everything else has help."""
    silent = []
    for name in NAMES:
        command = main.get_command(click.Context(main), name)
        for option in command.params if command else ():
            if isinstance(option, click.Option) and not option.help and not isinstance(option.type, click.Choice):
                silent += [f"{name} {option.opts[0]}"]
    assert set(silent) <= {"serve --port"}


def test_the_command_reference_is_fresh() -> None:
    """`python -m kb.cli.reference > docs/commands.md` makes it anew."""
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == reference()


def test_the_data_dictionary_is_fresh() -> None:
    """`python -m kb.cli.dictionary > docs/data-dictionary.md` makes it anew."""
    assert (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8") == dictionary()


def test_every_table_and_column_is_described() -> None:
    """Keys that are plain numbers and SQLite's own search tables need no words."""
    said = metadata_for("kb")["databases"]["kb"]["tables"]
    silent = []
    for shape in schema():
        if said.get(shape.name, {}).get("hidden") or "_fts" in shape.name or "_trigram" in shape.name:
            continue
        if not said.get(shape.name, {}).get("title"):
            silent.append(shape.name)
        words = said.get(shape.name, {}).get("columns", {})
        if not shape.is_view:
            silent += [f"{shape.name}.{c.name}" for c in shape.columns if not c.key and c.name not in words]
    assert not silent


PAGES = [path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")) if path.name != "CHANGELOG.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_inside_the_documentation_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    dead = [target for target in targets if "://" not in target and not (page.parent / target).exists()]
    assert not dead


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_only_commands_that_exist_are_named(page: Path) -> None:
    """A line that begins with `kb NAME`, or code that does, names a command of ours."""
    found = set(re.findall(r"(?:^(?:\$ )?|`)kb ([a-z]+)\b", page.read_text(encoding="utf-8"), re.M))
    assert found <= set(NAMES)


def shown() -> list[str]:
    """Every command line of a code block, without its comment and where its output goes."""
    blocks = [block for page in PAGES for block in re.findall(r"^```\n(.*?)^```", page.read_text("utf-8"), re.M | re.S)]
    lines = [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]
    return sorted({re.split(r"\s+#|\s+[>|]", line)[0] for line in lines if line.startswith("kb ")})


@pytest.mark.parametrize("line", shown())
def test_shown_commands_take_their_options(line: str) -> None:
    """Nothing is run: the options must exist and their values be among those that are allowed."""
    words, command = shlex.split(line)[1:], main
    while words and isinstance(command, click.Group):
        command, words = command.get_command(click.Context(command), words[0]), words[1:]
    context = click.Context(command)
    given, left, _ = command.make_parser(context).parse_args(words)
    for parameter in command.params:
        if isinstance(parameter.type, click.Choice) and parameter.name in given:
            parameter.type_cast_value(context, given[parameter.name])
    assert not left
