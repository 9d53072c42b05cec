"""What is wrong with an own rule, before it has a place."""


class RuleProblem(Exception):  # noqa: N818 - it is the author's problem, not a program's error
    """A field, an operator or a value that an own rule cannot have.

    Attributes:
        message: what is wrong.
        help: what to write instead.
        at_key: whether the name is wrong, not the value.
    """

    def __init__(self, message: str, help_: str, *, at_key: bool = False) -> None:
        """Keeps what is wrong and what to write instead."""
        super().__init__(message)
        self.message = message
        self.help = help_
        self.at_key = at_key


def listed(words: tuple[str, ...]) -> str:
    """Returns words as a sentence lists them."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
