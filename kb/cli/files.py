"""Files that a command writes: the name is checked before any work, `-` means stdout where one file holds all."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import click

_STDOUT = Path("-")


class OutputFile(click.Path):
    """A file in a folder that is there; of these endings only, where any are named."""

    def __init__(self, *endings: str) -> None:
        super().__init__(dir_okay=False, path_type=Path)
        self.endings = endings

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None  # type: ignore[override]
    ) -> Path:  # fmt: skip
        path = Path(str(super().convert(str(value), param, ctx)))
        if self.endings and path.suffix.lower() not in self.endings:
            self.fail(f"{path}: {' or '.join(self.endings)} is written", param, ctx)
        if not path.parent.is_dir():
            self.fail(f"{path}: there is no folder {path.parent}", param, ctx)
        return path


def is_stdout(path: Path) -> bool:
    return path == _STDOUT


def on_stdout(write: Callable[[Path], object]) -> None:
    """What a function writes into a file, written to stdout."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "output"
        write(file)
        click.echo(file.read_bytes(), nl=False)
