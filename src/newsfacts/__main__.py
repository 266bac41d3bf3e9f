"""The command `newsfacts`, and `python -m newsfacts`."""

import sys


def main() -> None:
    """Run the command line; Ctrl-C while it is being loaded is one line too."""
    try:
        from newsfacts.commands.app import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
