"""The events of making a decided report public: announced to the holder, its view, published, withdrawn."""

from uuid import UUID

from schemas.events.event import AboutVersion


class PublicationAnnounced(AboutVersion):
    """The holder is told what becomes public, and may give its view first."""

    TYPE = "nl.ketenspiegel.publicatie-aangekondigd.v1"

    notice: UUID


class PublicationViewGiven(AboutVersion):
    """The holder gave its view on what becomes public; the words stay in the database."""

    TYPE = "nl.ketenspiegel.publicatie-zienswijze-gegeven.v1"

    notice: UUID


class ReportPublished(AboutVersion):
    """The officer made the chosen items public, in place of an earlier edition where there is one."""

    TYPE = "nl.ketenspiegel.rapportage-openbaar-gemaakt.v1"

    publication: UUID


class PublicationWithdrawn(AboutVersion):
    """An edition is no longer public."""

    TYPE = "nl.ketenspiegel.publicatie-ingetrokken.v1"

    publication: UUID
