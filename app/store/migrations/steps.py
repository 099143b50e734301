"""Taking the steps. Imported only when one is due: Alembic takes its time."""

from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def upgrade(connection: Connection, current: str | None, wanted: str) -> None:
    """Take the steps from `current` (None: an empty database) to `wanted`."""
    scripts = ScriptDirectory(str(Path(__file__).parent))
    steps = reversed(list(scripts.iterate_revisions(wanted, current or "base")))
    with Operations.context(MigrationContext.configure(connection)):
        for step in steps:
            step.module.upgrade()
    connection.exec_driver_sql("DELETE FROM alembic_version")
    connection.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (wanted,))
