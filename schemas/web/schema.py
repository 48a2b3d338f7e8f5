"""What every form is: unknown keys are refused, apart from what is read before the form is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Protocol, runtime_checkable

from marshmallow import RAISE, Schema, pre_load
from marshmallow.fields import List

from schemas.web.words import UNKNOWN

# The token against forged requests, and of which ask a supplier's form is; both are read before the form is.
NOT_OF_THE_FORM: Final = frozenset({"csrf_token", "vraag_van"})


@runtime_checkable
class ManyValued(Protocol):
    """A submitted form, in which one name may stand more than once."""

    def getlist(self, key: str) -> list[str]:
        """All values of a name."""


class WebSchema(Schema):
    """A form; what it does not name is refused, so that nobody sets what the page does not offer."""

    class Meta:
        unknown = RAISE

    error_messages = {"unknown": UNKNOWN}  # noqa: RUF012 - marshmallow's own way

    @pre_load
    def plain(self, submitted: Mapping[str, Any], **_context: object) -> dict[str, Any]:
        """One value per name, and all values of a name for a list; a list without a tick is empty, not missing."""
        lists = {field.data_key or name for name, field in self.fields.items() if isinstance(field, List)}
        named = {key: _value(submitted, key, many=key in lists) for key in submitted if key not in NOT_OF_THE_FORM}
        return {key: [] for key in lists} | named


def _value(submitted: Mapping[str, Any], key: str, *, many: bool) -> Any:
    if many and isinstance(submitted, ManyValued):
        return submitted.getlist(key)
    return submitted[key]
