"""The first tables."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE meta (
        name VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE alembic_version (
        version_num VARCHAR(32) NOT NULL,
        PRIMARY KEY (version_num)
    )
    """,
    """
    CREATE TABLE setting (
        name VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE choice (
        day VARCHAR NOT NULL,
        ids VARCHAR NOT NULL,
        PRIMARY KEY (day)
    )
    """,
    """
    CREATE TABLE blob (
        sha256 VARCHAR NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (sha256)
    )
    """,
    """
    CREATE TABLE batch (
        n INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        json VARCHAR NOT NULL,
        at VARCHAR NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (id)
    )
    """,
    """
    CREATE TABLE interaction (
        n INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        json VARCHAR NOT NULL,
        day INTEGER NOT NULL,
        answers VARCHAR,
        PRIMARY KEY (n),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX interaction_answers ON interaction (answers) WHERE answers IS NOT NULL
    """,
    """
    CREATE TABLE change_log (
        seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at VARCHAR NOT NULL,
        day VARCHAR NOT NULL,
        verb VARCHAR NOT NULL,
        subject VARCHAR,
        edits INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        undone INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE contact (
        n INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        json VARCHAR NOT NULL,
        deleted_at VARCHAR,
        photo VARCHAR,
        sort_ja VARCHAR NOT NULL,
        section_ja VARCHAR NOT NULL,
        sort_en VARCHAR NOT NULL,
        section_en VARCHAR NOT NULL,
        place_ja INTEGER NOT NULL,
        place_en INTEGER NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (id),
        FOREIGN KEY(photo) REFERENCES blob (sha256) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE INDEX contact_bin ON contact (deleted_at) WHERE deleted_at IS NOT NULL
    """,
    """
    CREATE INDEX contact_en ON contact (sort_en, n, section_en, id) WHERE deleted_at IS NULL
    """,
    """
    CREATE INDEX contact_ja ON contact (sort_ja, n, section_ja, id) WHERE deleted_at IS NULL
    """,
    """
    CREATE INDEX contact_photo ON contact (photo) WHERE photo IS NOT NULL
    """,
    """
    CREATE TABLE change_made (
        seq INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        ids VARCHAR NOT NULL,
        images VARCHAR,
        PRIMARY KEY (seq, kind),
        FOREIGN KEY(seq) REFERENCES change_log (seq) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE TABLE change_edit (
        seq INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        record_id VARCHAR NOT NULL,
        image VARCHAR NOT NULL,
        removed INTEGER NOT NULL,
        PRIMARY KEY (seq, kind, record_id),
        FOREIGN KEY(seq) REFERENCES change_log (seq) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE INDEX change_edit_record ON change_edit (record_id, kind)
    """,
    """
    CREATE TABLE contact_key (
        "key" VARCHAR NOT NULL,
        contact INTEGER NOT NULL,
        PRIMARY KEY ("key", contact),
        FOREIGN KEY(contact) REFERENCES contact (n) DEFERRABLE INITIALLY DEFERRED
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX contact_key_contact ON contact_key (contact)
    """,
    """
    CREATE TABLE contact_tag (
        tag VARCHAR NOT NULL,
        contact INTEGER NOT NULL,
        PRIMARY KEY (tag, contact),
        FOREIGN KEY(contact) REFERENCES contact (n) DEFERRABLE INITIALLY DEFERRED
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX contact_tag_contact ON contact_tag (contact)
    """,
    """
    CREATE TABLE card (
        n INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        json VARCHAR NOT NULL,
        batch_id VARCHAR NOT NULL,
        contact_id VARCHAR,
        source VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        state VARCHAR NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (id),
        FOREIGN KEY(batch_id) REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(source) REFERENCES blob (sha256) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE INDEX card_waiting ON card (state) WHERE state = 'review'
    """,
    """
    CREATE INDEX card_digest ON card (digest)
    """,
    """
    CREATE INDEX card_source ON card (source)
    """,
    """
    CREATE INDEX card_contact ON card (contact_id)
    """,
    """
    CREATE INDEX card_batch ON card (batch_id)
    """,
    """
    CREATE TABLE participant (
        contact INTEGER NOT NULL,
        day INTEGER NOT NULL,
        act INTEGER NOT NULL,
        initiative INTEGER NOT NULL,
        reach INTEGER NOT NULL,
        knot INTEGER NOT NULL,
        asks INTEGER NOT NULL,
        PRIMARY KEY (contact, day, act),
        FOREIGN KEY(contact) REFERENCES contact (n) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(act) REFERENCES interaction (n) DEFERRABLE INITIALLY DEFERRED
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX participant_act ON participant (act)
    """,
    """
    CREATE INDEX participant_knot ON participant (contact, day) WHERE knot > 0
    """,
    """
    CREATE INDEX participant_asks ON participant (day, contact) WHERE asks = 1
    """,
    """
    CREATE TABLE follow_up (
        n INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        json VARCHAR NOT NULL,
        contact_id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        due INTEGER NOT NULL,
        anchor INTEGER NOT NULL,
        is_open INTEGER NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (id),
        FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE INDEX follow_up_contact ON follow_up (contact_id)
    """,
    """
    CREATE INDEX follow_up_open ON follow_up (due) WHERE is_open = 1
    """,
    """
    CREATE TABLE snooze (
        n INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        json VARCHAR NOT NULL,
        contact_id VARCHAR NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (id),
        FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE INDEX snooze_contact ON snooze (contact_id)
    """,
    """
    CREATE TABLE skip (
        n INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        json VARCHAR NOT NULL,
        contact_id VARCHAR NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (id),
        FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE INDEX skip_contact ON skip (contact_id)
    """,
    """
    CREATE TABLE distinct_pair (
        n INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        json VARCHAR NOT NULL,
        contact_id VARCHAR NOT NULL,
        card_digest VARCHAR NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (id),
        FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE INDEX distinct_pair_contact ON distinct_pair (contact_id)
    """,
    """
    CREATE INDEX distinct_pair_digest ON distinct_pair (card_digest)
    """,
    """CREATE VIRTUAL TABLE people_ja USING fts5(words, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 0")""",
    """CREATE VIRTUAL TABLE people_en USING fts5(words, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 0")""",
    """CREATE VIRTUAL TABLE notes USING fts5(words, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 0")""",
)


def upgrade() -> None:
    """Make them."""
    for statement in STATEMENTS:
        op.execute(statement)
