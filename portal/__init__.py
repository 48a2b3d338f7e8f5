"""What people see and do: views, use cases and queries.

For whoever adds pages. A journey is a package with a blueprint, which :mod:`portal.app` registers (``BLUEPRINTS``)::

    holder = Blueprint("holder", __name__)                         # its first page is "holder.home"; "manager.desk" likewise

    @holder.post("/rapportages/<uuid:report>/indiening")           # Dutch addresses, no slash at the end
    @for_role(Role.SIGNATORY)                                      # portal.access: for_role, for_signed_in, for_everyone; else closed
    @shown_on("holder.signing")                                    # portal.errors: the page that shows a refused form again,
    def hand_in(report: UUID) -> ResponseReturnValue:              # where that is not the GET at the same address
        form = DeclarationSchema().load(request.form)              # schemas.web: refused input shows the page again, with 400
        confirm_password(me(), form["password"])                   # portal.accounts: outside a transaction; refused or 429 by itself
        with sessions().begin() as session:
            submit(session, own_report(session, me(), report), ...)
            noted(session, Action.HANDED_IN, f"report/{report}")   # portal.audit: in the same transaction
        return redirect(url_for(".receipt", report=report), 303)

- :mod:`portal.visitor`: ``me()`` is who is signed in (id, name, roles, ``has(Role.X)``, organisation, kind, language); ``visitor()`` may be none.
- :mod:`portal.tenancy`: ``own_report``, ``own_concession``, ``own_concessions`` are the only ways to one; the rest is the same 404. ``leads`` says who decides.
- :mod:`portal.refusals`: ``raise Refused(Said(nl, en), field="...", status=409)`` from a use case shows the form again.
- :mod:`portal.sizes`: ``@takes_files("upload_limit_bytes")`` lets a view take more than a form; past it the page is shown again with 413.
- :mod:`portal.downloads`: the addresses under which documents, sources and evidence are handed out, as attachments.
- :mod:`portal.language`: ``language()``, ``in_language(Bilingual | Said)``. Texts are Dutch in the code, ``_("...")``; the English
  goes into a file of one's own, ``translations/en/LC_MESSAGES/<journey>.po``; a test says which are missing.
- Filters (:mod:`portal.filters`): ``date_long``, ``date_weekday``, ``days_left``, ``urgency``, ``clock_time``, ``moment_long``, ``number``,
  ``quantity(unit)``, ``code_label(list)``, ``file_size``, ``pick`` (Bilingual).
- The frame itself uses the names ``p``, ``f``, ``lang``, ``columns``, ``aside`` and ``messages``: give templates nothing under these.
- In every template: ``errors`` (name to texts) and ``typed`` (what was sent) of a refused form, ``me``, ``shell``, ``language``.
- The menu is ``MENU`` in :mod:`portal.shell`; every route stands in ``tests/unit/portal/access_matrix.csv``.
"""
