"""Two bodies of a Russian verb of change in, told by the prepositions before them which one the other became, out."""

from extract.claims.scene import Scene

_INTO, _OUT_OF = frozenset({"в", "во"}), frozenset({"из"})


def becomes(scene: Scene, k: int | None) -> bool:
    """ "Её преобразовали в САДК", "преобразовать ЕврАзЭС в ЕАЭС": behind the preposition stands what came of it."""
    return scene.lang == "ru" and k is not None and bool(scene.arguments.marks(k) & _INTO)


def heir_ahead(scene: Scene, first: int, second: int) -> bool:
    """ "В ЕАЭС преобразовано ЕврАзЭС", "САДК, преобразованная из Конференции": the first of the two is the heir."""
    into, out = ([bool(scene.arguments.marks(k) & words) for k in (first, second)] for words in (_INTO, _OUT_OF))
    return into == [True, False] or (out == [False, True] and not any(into))
