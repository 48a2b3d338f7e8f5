"""The table of what a check saw of the chain, beside the rows of the sheet itself. Written by the workers."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import JsonObject, Table, Writer, to, written_by


class ChainView(Table):
    """What the other sheets of a version say of its chain; ``seen`` is a :class:`schemas.chain.ChainSeen`."""

    __tablename__ = "chain_views"
    __table_args__ = {"info": written_by(Writer.WORKERS)}  # noqa: RUF012

    version: Mapped[UUID] = mapped_column(to("versions.id"), primary_key=True)
    seen: Mapped[JsonObject]
