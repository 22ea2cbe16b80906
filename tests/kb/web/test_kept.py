"""What is kept is made once, anew when the file changes, and the least lately used goes."""

from pathlib import Path

import pytest

from kb.web import kept as module
from kb.web.kept import Kept


class Maker:
    """Reads a file and counts how often."""

    def __init__(self, file: Path) -> None:
        self.file, self.times = file, 0

    async def __call__(self) -> list[str]:
        self.times += 1
        return self.file.read_text().split()


@pytest.fixture
def make(tmp_path: Path) -> Maker:
    file = tmp_path / "kb.db"
    file.write_text("one")
    return Maker(file)


@pytest.mark.asyncio
async def test_a_value_is_made_once_while_the_file_stays(make: Maker) -> None:
    kept = Kept(str(make.file))
    assert [await kept.value("a", make), await kept.value("a", make)] == [["one"], ["one"]] and make.times == 1
    make.file.write_text("another")
    assert await kept.value("a", make) == ["another"] and make.times == 2


@pytest.mark.asyncio
async def test_the_least_lately_used_goes(make: Maker) -> None:
    kept = Kept(str(make.file))
    for number in range(module._MOST + 1):
        await kept.value(number, make)
        await kept.value(0, make)
    before = make.times
    await kept.value(0, make)
    assert make.times == before
    await kept.value(1, make)
    assert make.times == before + 1


@pytest.mark.asyncio
async def test_few_long_values_are_kept(make: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_ROWS", 10)
    make.file.write_text("a b c")  # four with its own place
    kept = Kept(str(make.file))
    for key in ("one", "two", "three"):
        await kept.value(key, make)
    assert make.times == 3
    await kept.value("three", make)
    await kept.value("two", make)
    assert make.times == 3
    await kept.value("one", make)
    assert make.times == 4


@pytest.mark.asyncio
async def test_without_a_file_nothing_is_kept(make: Maker) -> None:
    kept = Kept(None)
    await kept.value("a", make)
    await kept.value("a", make)
    assert make.times == 2
