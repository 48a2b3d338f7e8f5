"""Who may ask for what: every route declares it above its view, and what declares nothing is closed.

::

    @reports.post("/rapportages/<uuid:report>/indiening")
    @for_role(Role.SIGNATORY)
    def hand_in(report: UUID) -> ResponseReturnValue: ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from flask import Flask, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from portal.refusals import Denied
from portal.visitor import visitor
from schemas.words import Role

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])


@dataclass(frozen=True, kw_only=True)
class Access:
    """For whom a route is: everyone, people who are signed in, or people with one of these roles."""

    signed_in: bool = True
    roles: frozenset[Role] = frozenset(Role)


EVERYONE: Final = Access(signed_in=False)
SIGNED_IN: Final = Access()
BUILT_IN: Final = {"static": EVERYONE}
_DECLARED: Final[dict[Callable[..., Any], Access]] = {}


def for_everyone(view: View) -> View:
    """Open a view to visitors who are not signed in."""
    return _declare(view, EVERYONE)


def for_signed_in(view: View) -> View:
    """Open a view to everybody who is signed in, whatever their roles."""
    return _declare(view, SIGNED_IN)


def for_role(*roles: Role) -> Callable[[View], View]:
    """Open a view to people who have one of these roles."""
    return lambda view: _declare(view, Access(roles=frozenset(roles)))


def access_of(endpoint: str) -> Access | None:
    """What a route declares; none for a route that forgot to, which is closed."""
    return BUILT_IN.get(endpoint) or _DECLARED.get(current_app.view_functions[endpoint])


def guard(app: Flask) -> None:
    """Ask at every request, before anything of its body is read, whether this visitor may."""
    app.before_request(_ask)


def admit(endpoint: str) -> ResponseReturnValue | None:
    """Let the visitor through to a route, send to the sign-in page, or refuse."""
    access, person = access_of(endpoint), visitor()
    if access is None:
        current_app.logger.error("A route declares no access", extra={"endpoint": endpoint})
        raise Denied
    if not access.signed_in:
        return None
    if person is None:
        return _to_sign_in()
    if access is not SIGNED_IN and not person.has(*access.roles):
        raise Denied
    return None


def _ask() -> ResponseReturnValue | None:
    return admit(request.endpoint) if request.endpoint else None


def _to_sign_in() -> ResponseReturnValue:
    came_for = request.full_path.rstrip("?") if request.method in {"GET", "HEAD"} else None
    return redirect(url_for("accounts.sign_in_page", next=came_for), 303)


def _declare(view: View, access: Access) -> View:
    _DECLARED[view] = access
    return view
