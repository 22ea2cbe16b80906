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

    def __reduce__(self) -> tuple[type["DocumentError"], tuple[str, str, str]]:
        """Workers hand it to their parent, which makes it anew from its three parts."""
        return type(self), (self.path, self.reason, self.stage)


class TableError(KbError):
    """A table, option or database is wrong: the run stops before any work."""


class FiguresError(TableError):
    """Figures do not answer what was asked. `reason` is a template and `values` fill it, so that a page may say both in
    its reader's language; as text it is English, with the codes of countries and indicators."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason.format(**{key: _listed(value) for key, value in values.items()}))
        self.reason, self.values = reason, values


def _listed(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else value
