"""The events of asking suppliers; the secret of a link is never in them, only the link's id (see schemas.tokens)."""

from uuid import UUID

from schemas.events.event import AboutReport


class SupplierAsked(AboutReport):
    """A supplier was asked, or asked again, for a report; the mail carries the link."""

    TYPE = "nl.ketenspiegel.leverancier-gevraagd.v1"

    ask: UUID
    link: UUID


class SupplierAnswered(AboutReport):
    """A supplier said that its answers are complete, for the first time or after a correction."""

    TYPE = "nl.ketenspiegel.leverancier-geantwoord.v1"

    ask: UUID
    sent: UUID


class SupplierRevoked(AboutReport):
    """The links of a supplier work no longer, because who asked took the request back."""

    TYPE = "nl.ketenspiegel.leverancier-niet-meer-gevraagd.v1"

    ask: UUID


class AnswerBookOffered(AboutReport):
    """A supplier gave a workbook of the voluntary standard to take figures from; its bytes lie in the file store."""

    TYPE = "nl.ketenspiegel.leverancierswerkboek-aangeboden.v1"

    ask: UUID
    book: UUID
