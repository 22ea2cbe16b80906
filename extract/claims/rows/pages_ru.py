"""The claims of a text in, with them those of its Russian lists, labels, chronicle lines and pages of papers out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.filled import Filled
from extract.claims.known import ClaimTables
from extract.claims.rows.page_labels_ru import find_labels
from extract.claims.rows.partner_pages_ru import find_partner_papers, over_papers
from extract.claims.rows.sheet_units_ru import units
from extract.claims.rows.sheets_ru import find_sheets, over_sheets
from extract.claims.rows.short_entries_ru import find_short_entries
from kb.model import Claim


def with_pages(
    found: Sequence[Claim], text: str, filled: Sequence[Filled], memory: Memory, tables: ClaimTables
) -> list[Claim]:
    """ "Состав: А, Б (с 2006)", "Дата создания: 1997", "2009 – выход А": such lines go before prose."""
    cut = list(units(text, filled))
    if not cut:
        return list(found)
    told = {(c.start_char, c.type, c.subject_id) for c in found}
    labels = find_labels(text, cut, memory, tables)
    more = [*found, *(c for c in labels if (c.start_char, c.type, c.subject_id) not in told)]
    more = over_papers(more, list(find_partner_papers(text, cut, memory, tables)))
    return over_sheets(more, [*find_sheets(text, cut, memory, tables), *find_short_entries(text, cut, memory)])
