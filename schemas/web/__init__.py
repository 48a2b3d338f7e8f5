"""The forms at the door: marshmallow, kind and complete, with a text in both languages for everything that is wrong.

A form is a ``WebSchema``; its ``data_key`` is the Dutch name in the page, and ``load(request.form)`` gives clean values
or raises marshmallow's ``ValidationError``, which the portal answers with the same page and a summary (400)::

    class ReviewSchema(WebSchema):
        decision = Choice(DecisionOutcome, required=True, data_key="besluit")
        reason = Line(required=True, data_key="toelichting", validate=at_most(2000))
"""

from schemas.web.fields import Choice, Choices, Day, Email, Line, NewPassword, Password, Prose, at_most
from schemas.web.schema import WebSchema
from schemas.web.words import Said

__all__ = [
    "Choice",
    "Choices",
    "Day",
    "Email",
    "Line",
    "NewPassword",
    "Password",
    "Prose",
    "Said",
    "WebSchema",
    "at_most",
]
