"""`python -m kb.cli.reference`: the help of every command in, `docs/commands.md` on stdout out."""

from collections.abc import Iterator

import click

from kb.cli.main import main

_HEAD = """# Commands

Made by `python -m kb.cli.reference > docs/commands.md`; a test compares the two.
"""


def reference() -> str:
    """One section a command, subcommands behind their group."""
    parts = [_HEAD]
    for name, command, context in _commands(click.Context(main, info_name="kb", **main.context_settings), main):
        parts.append(f"## {name}\n\n```\n{_help(command, context)}\n```\n")
    return "\n".join(parts)


def _commands(context: click.Context, group: click.Group) -> Iterator[tuple[str, click.Command, click.Context]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        # The width is fixed, so that the text does not depend on the terminal of whoever makes it.
        inner = click.Context(command, parent=context, info_name=name, terminal_width=100, max_content_width=100)
        yield inner.command_path, command, inner
        if isinstance(command, click.Group):
            yield from _commands(inner, command)


def _help(command: click.Command, context: click.Context) -> str:
    return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())


if __name__ == "__main__":
    click.echo(reference(), nl=False)
