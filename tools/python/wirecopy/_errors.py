"""What the library raises: a class by the kind of trouble, with the engine's sentence."""


class Error(Exception):
    """A call could not do its work; the message names the thing and the value."""


class OptionError(Error, ValueError):
    """An option or argument has a value that the call cannot use."""


class InputError(Error, ValueError):
    """Something that should be read cannot be."""


class FormatError(Error, ValueError):
    """Bytes are not what they claim to be."""


class ParametersError(Error, ValueError):
    """Two things were made with different parameters."""


class OutputError(Error):
    """A result cannot be written."""
