"""The page of a concession's figures through the years, for both sides."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from portal.access import for_role
from portal.holder.about import abouts_of
from portal.over_years.charts import over_the_years
from portal.over_years.known import known_years
from portal.over_years.table import tables
from portal.tenancy import AUTHORITY_ROLES, HOLDER_ROLES, own_concession
from portal.visitor import me
from schemas.store import reading

over_years = Blueprint("over_years", __name__)


@over_years.get("/concessies/<uuid:concession>/cijfers")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def page(concession: UUID) -> ResponseReturnValue:
    with reading() as session:
        own = own_concession(session, me(), concession)
        years = known_years(session, me(), abouts_of(session, me(), concession))
    return render_template(
        "over_years/page.html", concession=own, years=years, drawn=over_the_years(years), tables=tables(years)
    )
