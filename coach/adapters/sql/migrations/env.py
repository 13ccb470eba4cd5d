"""Run the steps on the connection that was handed in, inside its transaction."""

from alembic import context

# SQLite can roll back changes of tables too; Alembic has to be told. One step that fails leaves nothing behind.
context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
