"""Events in, the same with the status that begins with each out, where a reference fact tells it."""

from collections.abc import Iterable
from dataclasses import replace

from kb.disagreements import JOINING
from kb.model import STATUSES, Event, Registry

_BEGINNING = JOINING | {"suspended"}


def with_status(events: Iterable[Event], registry: Registry) -> list[Event]:
    """ "Turkmenistan joins" on the day on which it became an associate: the status is that of the fact behind it."""
    known = {f.id: f.status for f in registry.facts if f.type == "membership" and f.status}
    found: list[Event] = []
    for event in events:
        statuses = [known[i] for i in event.reference_ids if i in known] if event.type in _BEGINNING else []
        found.append(replace(event, status=min(statuses, key=STATUSES.index)) if statuses else event)
    return found
