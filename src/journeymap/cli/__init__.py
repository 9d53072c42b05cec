"""The command line: the only layer that prints or exits; one file a command."""
