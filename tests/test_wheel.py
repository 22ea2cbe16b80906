"""The wheel holds everything that the program reads, and works away from the source tree."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("corpus", "extract", "kb")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content in a folder of its own; dependencies are those of the running environment."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in (*PACKAGES, "pyproject.toml", "README.md", "LICENSE"):
        (folder / "source" / name).parent.mkdir(exist_ok=True)
        subprocess.run(["cp", "-r", str(ROOT / name), str(folder / "source" / name)], check=True)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
               "--wheel-dir", str(folder), str(folder / "source")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_no_file_is_left_out(installed: Path) -> None:
    files = {path.relative_to(ROOT) for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file()}
    wanted = {path for path in files if "__pycache__" not in path.parts and not path.name.startswith(".")}
    missing = sorted(str(path) for path in wanted if not (installed / path).is_file())
    assert not missing


def test_it_builds_and_serves_elsewhere(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("29 мая 2014 года подписан Договор о Евразийском экономическом союзе.", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    script = tmp_path / "kb_main.py"  # worker processes import the main module again: it must be a file with a guard
    script.write_text("from kb.cli.main import main\nif __name__ == '__main__':\n    main()\n", "utf-8")
    run = [sys.executable, str(script)]
    built = subprocess.run([*run, "build", "one.txt"], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    code = (
        "import asyncio, kb; from pathlib import Path; from kb.cli.serve import make_app\n"
        "async def page():\n"
        "    app = make_app(Path('kb.db'), True)\n"
        "    await app.invoke_startup()\n"
        "    return (await app.client.get('/kb/claims')).status_code\n"
        "print(asyncio.run(page()), kb.__file__)"
    )
    served = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert served.stdout.startswith(f"200 {installed}"), served.stderr
