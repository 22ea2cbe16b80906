"""Two bodies of a Russian verb of change in, told by the prepositions before them which one the other became, out."""

from extract.scene import Scene

_INTO, _OUT_OF = frozenset({"в", "во"}), frozenset({"из"})


def becomes(scene: Scene, k: int | None) -> bool:
    """ "Её преобразовали в САДК", "преобразовать ЕврАзЭС в ЕАЭС": behind the preposition stands what came of it."""
    return scene.lang == "ru" and k is not None and bool(scene.arguments.marks(k) & _INTO)


def heir_last(scene: Scene, first: int, second: int) -> tuple[int, int]:
    """The two with the heir behind: "в ЕАЭС преобразовано ЕврАзЭС", "САДК, преобразованная из Конференции"."""
    marks = [scene.arguments.marks(k) for k in (first, second)] if scene.lang == "ru" else [frozenset[str]()] * 2
    into, out = ([bool(m & words) for m in marks] for words in (_INTO, _OUT_OF))
    turned = into == [True, False] or (out == [False, True] and not any(into))
    return (second, first) if turned else (first, second)
