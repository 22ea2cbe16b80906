"""The errors a user can meet: one that skips an item, one that stops the run before any work."""


class KbError(Exception):
    """Base of every error that the command line turns into one line."""


class DocumentError(KbError):
    """One document cannot be used: recorded in table `issues`, the run goes on."""

    def __init__(self, path: str, reason: str, stage: str = "read") -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
        self.stage = stage


class TableError(KbError):
    """A table, option or database is wrong: the run stops before any work."""
