"""The command `newsfacts`, and `python -m newsfacts`."""

import signal
import sys
import threading
from _thread import interrupt_main
from types import FrameType
from typing import Any

_SOON = 0.02


def interrupt_again(unraisable: Any) -> None:
    """Ctrl-C where Python can raise nothing, as in a callback of its own imports: asked for once more.

    For `sys.unraisablehook`, whose other errors are reported as ever.
    """
    if unraisable.exc_type is KeyboardInterrupt:
        threading.Timer(_SOON, _interrupt).start()
    else:
        sys.__unraisablehook__(unraisable)


def _interrupt() -> None:
    main_thread = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main_thread is not None:
        signal.pthread_kill(main_thread, signal.SIGINT)  # wakes it where it waits, too
    else:
        interrupt_main()


def _remembered() -> threading.Event:
    """Set once Ctrl-C was pressed, whatever becomes of the exception that it raises."""
    pressed = threading.Event()

    def press(number: int, frame: FrameType | None) -> None:
        pressed.set()
        signal.default_int_handler(number, frame)

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # it may be ignored, as under nohup
        signal.signal(signal.SIGINT, press)
    return pressed


def main() -> None:
    """Run the command line; Ctrl-C while it is being loaded is one line too.

    Compiled libraries make other errors of it (pydantic a `SchemaError`): an error after Ctrl-C comes of it.
    """
    sys.unraisablehook = interrupt_again
    pressed = _remembered()
    try:
        from newsfacts.commands.app import main as run

        run()
    except (KeyboardInterrupt, Exception) as error:
        if not (pressed.is_set() or isinstance(error, KeyboardInterrupt)):
            raise
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # what was asked for once more may still come
        sys.stderr.write("stopped\n")
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
