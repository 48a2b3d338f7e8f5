"""A letter as a mail: plain text that is as good as the HTML, one button, the same Message-ID on a repeat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape
from uuid import UUID

from schemas.letters.wording import SIGNED
from schemas.texts import Language
from workers.mail.letter import Letter


def message_id(event: UUID, person: UUID, template: str, *, domain: str) -> str:
    """The same for the same event, person and letter, so that a repeat is recognised by who receives it."""
    return f"<{template}.{event}.{person}@{domain}>"


def mail_of(
    letter: Letter,
    *,
    sender: str,
    recipient: str,
    identity: str,
    at: datetime,
    language: Language,
    content: Callable[[str], bytes],
) -> EmailMessage:
    """The mail as it will be posted; ``content`` gives the bytes of an attachment by sha256.

    Raises ValueError where an address or subject holds a line break: a header is never built from such text.
    """
    mail = EmailMessage(policy=SMTP)
    mail["From"] = sender
    mail["To"] = recipient
    mail["Subject"] = letter.subject
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = identity
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(_text(letter, language))
    mail.add_alternative(_html(letter, language), subtype="html")
    for attached in letter.attachments:
        main, sub = attached.media_type.split("/", 1)
        params = {"charset": "utf-8"} if main == "text" else {}
        mail.add_attachment(content(attached.sha256), maintype=main, subtype=sub, filename=attached.name, params=params)
    # Last, as a mail that is given a content drops the headers of the one before.
    mail["Content-Language"] = language.value
    return mail


def _text(letter: Letter, language: Language) -> str:
    button = (f"{letter.button.label}:\n{letter.button.url}",) if letter.button else ()
    aside = f"{letter.aside.label}: {letter.aside.url}" if letter.aside else ""
    small = "\n".join(part for part in (letter.why, aside) if part)
    parts = (letter.first_line, *letter.lines, *button, SIGNED[language], f"--\n{small}" if small else "")
    return "\n\n".join(part for part in parts if part) + "\n"


def _html(letter: Letter, language: Language) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in letter.lines if line)
    button = (
        f'<p style="margin:28px 0"><a href="{escape(letter.button.url)}" style="background:#0b5d5b;color:#ffffff;'
        f'padding:13px 22px;border-radius:4px;text-decoration:none;font-weight:600">{escape(letter.button.label)}</a></p>'
        if letter.button
        else ""
    )
    why = f'<p style="color:#5f5b55;font-size:14px">{escape(letter.why)}</p>' if letter.why else ""
    aside = (
        f'<p style="font-size:14px"><a href="{escape(letter.aside.url)}" style="color:#0b5d5b">{escape(letter.aside.label)}</a></p>'
        if letter.aside
        else ""
    )
    signed = escape(SIGNED[language]).replace("\n", "<br>")
    return (
        f'<!doctype html><html lang="{language.value}"><head><meta charset="utf-8">'
        f"<title>{escape(letter.subject)}</title></head>"
        '<body style="margin:0;background:#faf8f4;color:#1d1c1a;font:17px/1.5 Arial,Helvetica,sans-serif;overflow-wrap:anywhere;border-top:4px solid #0b5d5b">'
        '<div style="max-width:560px;margin:0 auto;padding:32px 20px">'
        f'<p style="font-size:19px;font-weight:600">{escape(letter.first_line)}</p>{lines}{button}<p>{signed}</p>'
        f"{why}{aside}</div></body></html>"
    )
