"""The documentation says what the program does."""

from pathlib import Path

import click
import pytest

from kb.cli.main import main
from kb.cli.reference import reference

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
