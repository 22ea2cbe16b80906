"""Home: what this knowledge base holds, the great steps as a picture, and ways in."""

from kb.store.reader import web_home
from kb.web.lanes import SHAPES, legend
from kb.web.sheets import SHEETS, Sheet
from kb.web.titled import titled
from kb.web.visit import Page, Visit
from kb.web.year_axis import WIDTH, Axis, year_axis

PATH = ""
NAV = "nav.home"
_COUNTED = ("documents", "sentences", "entities", "claims", "events", "memberships", "conflicts")
_APART = 12  # pixels from the middle of a mark to that of the next
_NARROW = 312
# The kinds of question, and the page that answers it.
_WAYS = (("belonged", "/graph"), ("happened", "/timeline"), ("converging", "/convergence"), ("stages", "/stages"),
         ("scorecard", "/scorecard"), ("instruments", "/instruments"), ("coverage", "/coverage"))  # fmt: skip


async def page(visit: Visit) -> Page:
    sizes = await visit.kept(web_home.sizes)
    period = await visit.kept(web_home.period)
    steps = await titled(visit, await visit.kept(web_home.great_steps, visit.lang))
    documents = await visit.kept(web_home.newest_documents)
    data = {
        "sizes": {name: sizes[name] for name in _COUNTED},
        "languages_held": await visit.kept(web_home.languages),
        "period": period,
    }
    bodies = await visit.kept(web_home.chief_bodies, visit.lang)
    tables = {"steps": steps, "bodies": bodies, "documents": documents}
    extras = {
        "pictures": [_picture(steps, sheet) for sheet in SHEETS],
        "legend": legend(sorted({str(step["type"]) for step in steps}, key=list(SHAPES).index)),
        "shapes": SHAPES,
        "ways": [{"key": key, "href": visit.url(path)} for key, path in _WAYS],
    }
    return Page("home.html", visit.t("site"), data, tables, extras)


def _picture(steps: list[dict[str, object]], sheet: Sheet) -> dict[str, object]:
    """Steps on an axis of years; those that would touch stand one above the other."""
    years = [float(str(step["earliest"])[:4]) for step in steps]
    width = _NARROW if sheet.narrow else WIDTH
    axis: Axis = year_axis(min(years, default=1991), max(years, default=2025) + 1, width)
    ends: list[float] = []
    marks = []
    for step in steps:
        x = axis.x(str(step["earliest"]))
        level = next((n for n, end in enumerate(ends) if x - end >= _APART), len(ends))
        ends[level : level + 1] = [x]
        marks.append({"x": x, "level": level, "step": step})
    beside = 18 if sheet.narrow else 14
    return {"form": sheet.form, "beside": beside, "axis": axis, "marks": marks, "levels": max(len(ends), 1)}
