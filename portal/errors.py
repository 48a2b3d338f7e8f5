"""The one place where errors become pages: a refused form is shown again, everything else gets a plain page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from flask import Flask, Response, current_app, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from marshmallow import ValidationError
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolIsEmpty
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.exceptions import (
    HTTPException,
    InternalServerError,
    MethodNotAllowed,
    NotFound,
    RequestEntityTooLarge,
    SecurityError,
    ServiceUnavailable,
    Unauthorized,
)
from werkzeug.routing import RequestRedirect

from portal.access import admit
from portal.audit import Action, noted_alone, request_id
from portal.language import in_language
from portal.refusals import WHOLE_FORM, Denied, NotYours, Refused, TooManyAttempts
from portal.visitor import know_nobody, visitor
from schemas.web import Said

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])
Fault = str | list[Any] | dict[Any, Any]

EXPIRED: Final = Said(
    "Dit formulier stond te lang open. Controleer het en verstuur het nog eens.",
    "This form was open for too long. Check it and send it again.",
)
TOO_LARGE: Final = Said(
    "Dit is te groot en is niet verwerkt. Wat er al stond, is ongewijzigd.",
    "This is too large and was not processed. What was there before is unchanged.",
)
OURS: Final = frozenset({500, 502, 503, 504})
RETRY_SECONDS: Final = "30"
_SHOWN_ON: Final[dict[Callable[..., Any], str]] = {}


def shown_on(endpoint: str) -> Callable[[View], View]:
    """Name the page that shows a form again, where it is not the page at the form's own address."""

    def declare(view: View) -> View:
        _SHOWN_ON[view] = endpoint
        return view

    return declare


def handle_errors(app: Flask) -> None:
    """Give every error its answer."""
    app.register_error_handler(ValidationError, lambda error: shown_again(error.normalized_messages(), 400))
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(CSRFError, lambda _error: shown_again({WHOLE_FORM: [EXPIRED]}, 400))
    app.register_error_handler(RequestEntityTooLarge, _too_large)
    app.register_error_handler(Unauthorized, lambda _error: redirect(url_for("accounts.sign_in_page"), 303))
    app.register_error_handler(Denied, _denied)
    app.register_error_handler(NotYours, _not_yours)
    app.register_error_handler(SecurityError, lambda _error: Response("400", 400, mimetype="text/plain"))
    app.register_error_handler(HTTPException, _page)
    app.register_error_handler(OperationalError, _store_is_away)
    app.register_error_handler(PoolIsEmpty, _store_is_away)
    app.register_error_handler(Exception, _broken)


def shown_again(faults: Mapping[str, Fault], status: int) -> ResponseReturnValue:
    """The page of the form with what was typed and what is wrong with it."""
    page = _page_of_form()
    if page is None:
        return _page(HTTPException(), status=status)
    endpoint, arguments = page
    g.errors = {name: _texts(fault) for name, fault in faults.items()}
    g.typed = request.form
    g.shown_at = url_for(endpoint, **arguments)
    try:
        answer = admit(endpoint) or current_app.view_functions[endpoint](**arguments)
    except HTTPException as error:
        return current_app.handle_user_exception(error)
    response = make_response(answer)
    if response.status_code == 200:
        response.status_code = status
    _note_refusal(faults)
    return response


def _refused(error: Refused) -> ResponseReturnValue:
    response = make_response(shown_again({error.field: [error.reason]}, error.status))
    if isinstance(error, TooManyAttempts):
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    # What was not read cannot be shown again, and whoever looks for it would be refused again.
    request.form = ImmutableMultiDict()
    request.files = ImmutableMultiDict()
    return shown_again({WHOLE_FORM: [TOO_LARGE]}, 413)


def _denied(error: Denied) -> ResponseReturnValue:
    noted_alone(Action.ACCESS_DENIED, f"route/{request.endpoint}", result="denied")
    return _page(error)


def _not_yours(error: NotYours) -> ResponseReturnValue:
    noted_alone(Action.ACCESS_DENIED, error.subject, result="denied")
    return _page(NotFound())


def _store_is_away(error: SQLAlchemyError) -> ResponseReturnValue:
    current_app.logger.error("The database cannot be reached", exc_info=error)
    know_nobody()
    return _bare(ServiceUnavailable())


def _broken(error: Exception) -> ResponseReturnValue:
    current_app.logger.error("A request broke", exc_info=error)
    know_nobody()
    return _bare(InternalServerError())


def _page(error: HTTPException, *, status: int | None = None) -> ResponseReturnValue:
    """The page of an error inside the frame; it says what to do, never what broke."""
    if isinstance(error, RequestRedirect):
        return error
    code = status or error.code or 500
    title, text = _words(code)
    reference = request_id() if code in OURS else ""
    response = make_response(render_template("errors/error.html", title=title, text=text, reference=reference), code)
    if isinstance(error, MethodNotAllowed):
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
    return response


def _bare(error: HTTPException) -> Response:
    """The page of an error of ours, without the frame: what broke may be what the frame needs."""
    code = error.code or 500
    page = render_template("errors/ours.html", code=code, reference=request_id())
    return Response(page, code, headers={"Retry-After": RETRY_SECONDS} if code == 503 else None)


def _page_of_form() -> tuple[str, Mapping[str, Any]] | None:
    if request.endpoint is None or request.method == "GET":
        return None
    declared = _SHOWN_ON.get(current_app.view_functions[request.endpoint])
    if declared:
        return declared, request.view_args or {}
    try:
        endpoint, arguments = current_app.create_url_adapter(request).match(method="GET")  # type: ignore[union-attr]
    except HTTPException:
        return None
    return endpoint, arguments


def _texts(fault: Fault | object) -> list[str]:
    """All texts in a fault, however deep marshmallow put them, in the reader's language; each once."""
    if isinstance(fault, str):
        return [in_language(fault)]
    inner = fault.values() if isinstance(fault, dict) else fault if isinstance(fault, list) else []
    return list(dict.fromkeys(text for one in inner for text in _texts(one)))


def _note_refusal(faults: Mapping[str, Fault]) -> None:
    if visitor():
        subject, fields = f"route/{request.endpoint}", sorted(str(name)[:80] for name in faults)[:20]
        noted_alone(Action.INPUT_REFUSED, subject, result="refused", details={"fields": list(fields)})


def _words(code: int) -> tuple[str, str]:
    said = {
        403: (
            _("U mag hier niet bij"),
            _("Uw rol geeft geen toegang tot deze pagina. Vraag uw functioneel beheerder."),
        ),
        404: (_("Deze pagina is er niet"), _("Het adres klopt niet, of de pagina is niet van u.")),
        405: (_("Dit kan hier niet"), _("Ga terug en gebruik de knoppen op de pagina.")),
        409: (_("Er is intussen iets veranderd"), _("Ga terug, laad de pagina opnieuw en kijk hoe het nu staat.")),
        413: (_("Dit is te groot"), _("Het is niet verwerkt. Wat er al stond, is ongewijzigd.")),
        429: (_("Dit is te vaak geprobeerd"), _("Wacht enkele minuten en probeer het dan opnieuw.")),
    }
    return said.get(
        code, (_("Dit gaat zo niet"), _("Wij begrijpen dit verzoek niet. Ga terug en probeer het opnieuw."))
    )
