"""The command `kb`: a list of names, each loaded from its own file when it is called; every error one line."""

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click

from kb.errors import DocumentError, KbError

# numpy reads it once, when a command first needs it. Its matrices are small here: on one core they are multiplied
# as fast, and the taggers' scores come out the same on every machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

COMMANDS = {
    "build": "kb.cli.build",
    "ingest": "kb.cli.ingest",
    "consolidate": "kb.cli.consolidate",
    "extract": "kb.cli.extract",
    "summary": "kb.cli.summary",
    "search": "kb.cli.search",
    "entity": "kb.cli.entity",
    "timeline": "kb.cli.timeline",
    "members": "kb.cli.members",
    "diff": "kb.cli.diff",
    "graph": "kb.cli.graph",
    "stages": "kb.cli.stages",
    "scorecard": "kb.cli.scorecard",
    "instruments": "kb.cli.instruments",
    "power": "kb.cli.power",
    "coverage": "kb.cli.coverage",
    "check": "kb.cli.check",
    "cite": "kb.cli.cite",
    "indicators": "kb.cli.indicators",
    "converge": "kb.cli.converge",
    "judge": "kb.cli.judge",
    "eval": "kb.cli.eval",
    "serve": "kb.cli.serve",
    "completion": "kb.cli.completion",
}
SOME_FAILED = 1
WRONG_USE = 2
# 128 and the number of the signal, as shells count (POSIX, "Exit Status for Commands").
INTERRUPTED = 130


class _SomeFailed(click.ClickException):
    exit_code = SOME_FAILED


class _WrongUse(click.ClickException):
    exit_code = WRONG_USE


# For those who mend the program.
_TRACEBACK = "KB_TRACEBACK"


class LazyGroup(click.Group):
    """Knows its commands by name only; `--help` loads them all, a command only itself."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, module in COMMANDS.items() if find_spec(module)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = COMMANDS.get(cmd_name)
        if module is None or find_spec(module) is None:
            return None
        command: click.Command = import_module(module).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        if os.environ.get(_TRACEBACK):
            return super().invoke(ctx)
        try:
            return super().invoke(ctx)
        except KbError as exc:
            kind = _SomeFailed if isinstance(exc, DocumentError) else _WrongUse
            raise kind(_one_line(exc)) from exc
        except KeyboardInterrupt:
            click.echo("Interrupted: what is finished is kept, and the same command goes on from there.", err=True)
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            # Whoever read our output has seen enough (`kb timeline | head`); nothing more may be written at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except OSError as exc:
            raise _WrongUse(_one_line(exc)) from exc
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as exc:
            what = f"{type(exc).__name__}: {_one_line(exc)}"
            raise _SomeFailed(
                f"A mistake of the program, please report it ({what}). {_TRACEBACK}=1 shows where."
            ) from exc


def _one_line(exc: Exception) -> str:
    return " ".join(str(exc).split())


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="eurasia-kb", prog_name="kb")
def main() -> None:
    """A knowledge base of Eurasian integration, built from articles in English, Russian and Kazakh.

    Data goes to stdout, everything else to stderr. Exit code: 0 all well, 1 some files failed, 2 wrong use,
    130 interrupted.
    """
