"""Why a picture cannot be drawn, where whoever asked for it can mend that; all else is a bug."""


class PictureError(Exception):
    """A picture cannot be drawn; the message is one line and says why, or what to do."""


class NothingToShowError(PictureError):
    """A map lacks what a view is about; the message says what to write or to name."""


class PageTooSmallError(PictureError):
    """A page does not hold the least that a view shows."""


class TooManyStepsError(PictureError):
    """A map has more steps than a picture shows; the message says how many that are."""


class NoSuchNameError(PictureError):
    """A stage or a person is not in the map; the message says what is there."""


class NoSuchPageError(PictureError):
    """A picture has not so many pages; the message says how many there are."""


class EngineError(PictureError):
    """A drawing engine is missing or failed."""


class RequestError(PictureError):
    """What is asked for cannot be had, whatever the map."""


class ChoiceError(RequestError, ValueError):
    """A choice is not among those that there are; the message names them."""


class TypefaceError(RequestError):
    """A typeface cannot be embedded."""


class TemplateError(RequestError):
    """A template cannot be used."""


class MissingExtraError(RequestError):
    """A format needs a package that is not installed; the message says how to install it."""

    def __init__(self, form: str, package: str) -> None:
        super().__init__(
            f"{form} needs {package}, which is not installed: "
            f"run `pip install 'journeymap[{form}]'`"
        )


class ThemeError(RequestError):
    """The theme file of a house cannot be used; the message says where and why."""
