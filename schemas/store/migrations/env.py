"""Runs migrations on the connection that schemas.store.upgrade gives."""

from alembic import context

from schemas.store import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
