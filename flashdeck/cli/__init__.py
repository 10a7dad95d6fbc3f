"""The command line: the second face of the core."""

from collections.abc import Sequence

from flashdeck.cli import window


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status: 0, 1 for a fault of the world, 2 for a wrong call."""
    call = window.window_call(arguments)
    if call is not None:
        return window.open_window(call)
    from flashdeck.cli import workers  # noqa: PLC0415 - a window is there sooner without

    if arguments[0] in workers.WORKERS:
        workers.work(arguments[0], arguments[1:])
        return 0
    from flashdeck.cli import commands  # noqa: PLC0415 - brings click

    return commands.run(arguments)
