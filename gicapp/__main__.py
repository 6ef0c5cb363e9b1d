"""Starts the program: a verb works without a screen, anything else opens the window."""

import sys

from gicapp import cli


def main() -> int:
    """Run the program with the process's arguments; return its exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["tour"]:
        from gicapp import tour  # its pictures need Qt

        return tour.run(arguments[1:])
    if cli.takes(arguments):
        return cli.run(arguments)
    from gicapp import app  # only the window needs Qt

    return app.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
