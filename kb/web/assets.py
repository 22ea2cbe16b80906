"""Our style sheet and scripts, and Vega's bundle as `vl_convert` makes it; cached by browsers under their hash."""

import asyncio
import hashlib
from functools import cache
from importlib import resources
from importlib.metadata import version

import vl_convert
from datasette import NotFound, Request, Response

_KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
_VEGA = "vega.js"
_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}


@cache
def _files() -> dict[str, str]:
    folder = resources.files("kb.web").joinpath("static")
    return {f.name: f.read_text(encoding="utf-8") for f in folder.iterdir() if f.name.rpartition(".")[2] in _KINDS}


@cache
def _vega() -> str:
    return str(vl_convert.javascript_bundle())  # type: ignore[call-arg]  # the stub knows no default


@cache
def asset_version(name: str) -> str:
    """Changes with the file, so that an old copy is never used."""
    text = version("vl-convert-python") if name == _VEGA else _files()[name]
    return hashlib.sha256(text.encode()).hexdigest()[:12]


async def asset(request: Request) -> Response:
    """`/-/kb/static/NAME`; Vega's bundle takes two seconds to make, once in a process."""
    name = request.url_vars["name"]
    text = await asyncio.to_thread(_vega) if name == _VEGA else _files().get(name)
    if text is None:
        raise NotFound(name)
    return Response(text, 200, _FOREVER, _KINDS[name.rpartition(".")[2]])
