"""The factory of the web application: every piece in its order, and nothing of its own."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from portal.access import guard
from portal.accounts import accounts
from portal.answering import answering
from portal.asking import asking
from portal.chain import chain
from portal.compression import compress
from portal.conversations.views import conversations
from portal.downloads import downloads
from portal.drafting import drafting
from portal.effort.views import effort
from portal.errors import handle_errors
from portal.filters import add_filters
from portal.headers import set_headers
from portal.holder import holder
from portal.language import speak
from portal.logging import write_log
from portal.manager import manager
from portal.meeting.views import meeting
from portal.members import members
from portal.office import office
from portal.openness import openness
from portal.origin import refuse_other_sites
from portal.over_years.views import over_years
from portal.pages import checking, dictionary, mailbox, offline, pages, rules, site
from portal.plan.views import plan
from portal.publishing import publishing
from portal.reminders import reminders
from portal.shell import frame
from portal.shortfalls import shortfalls
from portal.sizes import limit_sizes
from portal.style import style
from portal.timeline.views import timeline
from portal.visitor import cookie_name, is_https, know_visitors
from portal.waivers import waivers
from schemas.crashing import refuse_crash_points
from schemas.settings import Settings

BLUEPRINTS = (
    pages,
    site,
    accounts,
    members,
    office,
    rules,
    checking,
    offline,
    dictionary,
    downloads,
    holder,
    drafting,
    asking,
    manager,
    waivers,
    shortfalls,
    plan,
    meeting,
    conversations,
    answering,
    timeline,
    effort,
    reminders,
    publishing,
    openness,
    over_years,
    chain,
    style,
)


def create_app(settings: Settings) -> Flask:
    """The portal as a WSGI application; the store reads the same settings by itself."""
    refuse_crash_points()
    app = Flask(__name__)
    app.url_map.strict_slashes = False
    app.url_map.redirect_defaults = False
    _configure(app, settings)
    write_log(app)
    know_visitors(app)
    speak(app)
    guard(app)
    limit_sizes(app, settings)
    refuse_other_sites(app, settings)
    compress(app)
    set_headers(app, settings)
    handle_errors(app)
    add_filters(app)
    frame(app)
    for blueprint in (*BLUEPRINTS, mailbox) if settings.shows_mails else BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.secret,
        SESSION_COOKIE_NAME=cookie_name(settings, "ketenspiegel-bezoek"),
        SESSION_COOKIE_SECURE=is_https(settings),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        WTF_CSRF_TIME_LIMIT=settings.session_hours * 3600,
        WTF_CSRF_SSL_STRICT=False,  # Origin and Sec-Fetch-Site are checked in portal/origin.py
        TRUSTED_HOSTS=list(settings.trusted_hosts) or None,
        TEMPLATES_AUTO_RELOAD=False,
    )
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
