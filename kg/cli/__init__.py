"""The command `kg`: parse, call one function, print. Data goes to stdout, everything else to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

FAILED, USAGE, INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: words after `kg`; those of the process where None.

    Returns:
        0 done; 1 failed, or some input was skipped; 2 wrong usage; 130 interrupted.
    """
    from kg.cli.session import Session

    session = Session()
    try:
        return _run(sys.argv[1:] if arguments is None else list(arguments), session)
    except BrokenPipeError:
        _close_stdout()
        return FAILED
    except KeyboardInterrupt:
        return _fail("interrupted", INTERRUPTED)
    except Exception as error:
        if session.debug:
            raise
        return _explain(error)


def _run(arguments: list[str], session: object) -> int:
    import typer

    from kg.cli.app import app

    usage_error: type[Exception] = typer.BadParameter.__mro__[1]  # its base, which typer keeps to itself
    try:
        code = typer.main.get_command(app).main(arguments, "kg", standalone_mode=False, obj=session)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except usage_error as error:
        return _wrong_usage(getattr(error, "format_message", error.__str__)())
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _explain(error: Exception) -> int:
    from kg.errors import KgError

    if isinstance(error, KgError):
        return _fail(str(error), FAILED)
    if isinstance(error, OSError):
        return _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error), FAILED)
    return _fail(f"internal error: {type(error).__name__}: {error} (kg --debug shows where; please report it)", FAILED)


def _wrong_usage(message: str) -> int:
    """One line; nothing where the whole help was shown already."""
    plain = message.replace("Value error, ", "").strip().removesuffix(".")
    return _fail(f"{plain} (see kg --help)", USAGE) if plain else USAGE


def _fail(problem: str, code: int) -> int:
    sys.stderr.write(f"kg: {' '.join(problem.split())}\n")
    return code


def _close_stdout() -> None:
    """Point stdout nowhere, so that the interpreter does not fail again when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
