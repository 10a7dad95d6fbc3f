"""What the user is told about files that the system does not let us use."""

from flashdeck.messages import Message


def reason_of(error: Exception) -> str:
    """Return why it happened, in the system's words where it has some."""
    return getattr(error, "strerror", None) or str(error)


def unreadable(name: str, error: OSError | ValueError) -> Message:
    """Return why a file that the user named cannot be read; a ValueError stands for a name that no system takes."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return Message("There is no file {name}; check the name and the folder.", name=name)
        case PermissionError():
            return Message("{name} may not be read; allow yourself to read it and try again.", name=name)
    return Message(
        "{name} cannot be read ({reason}); copy it elsewhere and try again.", name=name, reason=reason_of(error)
    )
