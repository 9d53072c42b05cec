"""The whole command line in one object, for tools that ask for it."""

from journeymap.cli.main import build

app = build()
