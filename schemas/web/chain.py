"""The form of the chain: a supplier whose answer stays away, and why."""

from __future__ import annotations

from schemas.web.fields import Line, Prose
from schemas.web.schema import WebSchema


class DeclareSchema(WebSchema):
    """What a holder declares as missing."""

    supplier = Line(required=True, data_key="leverancier")
    reason = Prose(required=True, data_key="reden")
