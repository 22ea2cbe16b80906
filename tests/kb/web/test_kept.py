"""What is kept is made once, anew when the file changes, and the least lately used goes."""

from pathlib import Path

import pytest

from kb.web.kept import Kept


@pytest.mark.asyncio
async def test_a_value_is_made_once_while_the_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "kb.db"
    file.write_text("one")
    made: list[str] = []
    kept = Kept(str(file))

    async def make() -> str:
        made.append(file.read_text())
        return made[-1]

    assert [await kept.value("a", make), await kept.value("a", make)] == ["one", "one"] and len(made) == 1
    file.write_text("another")
    assert await kept.value("a", make) == "another"
    for number in range(200):
        await kept.value(number, make)
    assert len(made) == 202 and await kept.value(199, make) == "another" and len(made) == 202
    await kept.value("a", make)
    assert len(made) == 203


@pytest.mark.asyncio
async def test_without_a_file_nothing_is_kept() -> None:
    kept, made = Kept(None), []

    async def make() -> int:
        made.append(1)
        return len(made)

    assert [await kept.value("a", make), await kept.value("a", make)] == [1, 2]
