"""The queue with teams, skills and promises; what the console, the supervisor and other systems need beside it."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


# Words are stemmed in the thread's language; what PostgreSQL has no stemmer for is taken as it stands.
_SEARCH = """
CREATE FUNCTION search_words(language text, said text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT to_tsvector(CASE language WHEN 'en' THEN 'english' WHEN 'fi' THEN 'finnish' WHEN 'sv' THEN 'swedish'
        WHEN 'nb' THEN 'norwegian' ELSE 'simple' END::regconfig, said)
$$;
CREATE FUNCTION index_thread_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_entry (thread_id, seq, words)
    SELECT NEW.thread_id, NEW.seq, search_words(thread.language, coalesce(NEW.payload ->> 'text', ''))
    FROM thread WHERE thread.id = NEW.thread_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER index_thread_event AFTER INSERT ON thread_event FOR EACH ROW
WHEN (NEW.kind IN ('message', 'note')) EXECUTE FUNCTION index_thread_event();
INSERT INTO search_entry (thread_id, seq, words)
SELECT event.thread_id, event.seq, search_words(thread.language, coalesce(event.payload ->> 'text', ''))
FROM thread_event event JOIN thread ON thread.id = event.thread_id WHERE event.kind = 'message';
UPDATE thread SET last_at = newest.at
FROM (SELECT thread_id, max(at) AS at FROM thread_event GROUP BY thread_id) newest WHERE newest.thread_id = thread.id;
"""


def upgrade() -> None:
    op.create_table('team',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('countries', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('mode', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('webhook_endpoint',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('url', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('secret', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kinds', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('agent_action',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('agent_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('thread_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('action', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('details', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['agent_id'], ['agent.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_agent_action_at', 'agent_action', ['at'], unique=False)
    op.create_index('ix_agent_action_thread', 'agent_action', ['thread_id', 'at'], unique=False)
    op.create_table('blocked_sender',
    sa.Column('principal', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('agent_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['agent_id'], ['agent.id'], ),
    sa.PrimaryKeyConstraint('principal')
    )
    op.create_table('canned_answer',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('team_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('shortcut', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_canned_answer', 'canned_answer', ['team_id', 'language', 'shortcut'], unique=True, postgresql_nulls_not_distinct=True)
    op.create_table('attachment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('principal', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('thread_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('uploaded_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('sha256', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('media_type', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['thread_id'], ['thread.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_attachment_thread', 'attachment', ['thread_id'], unique=False)
    op.create_table('mail',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('thread_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('recipient', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('body', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('send_after', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['thread_id'], ['thread.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_mail_waiting', 'mail', ['send_after'], unique=False, postgresql_where=sa.text("status = 'waiting'"))
    op.create_table('rating',
    sa.Column('thread_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('part', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('agent_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('score', sa.Integer(), nullable=False),
    sa.Column('words', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("part IN ('assistant', 'people')", name='rating_part'),
    sa.CheckConstraint('score BETWEEN 1 AND 5', name='rating_score'),
    sa.ForeignKeyConstraint(['agent_id'], ['agent.id'], ),
    sa.ForeignKeyConstraint(['thread_id'], ['thread.id'], ),
    sa.PrimaryKeyConstraint('thread_id', 'part')
    )
    op.create_table('review',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('thread_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('cause', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('agent_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('expected', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('comment', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['agent_id'], ['agent.id'], ),
    sa.ForeignKeyConstraint(['thread_id'], ['thread.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_review_thread_id'), 'review', ['thread_id'], unique=False)
    op.create_table('turn_record',
    sa.Column('thread_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('tools', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('replaced', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('failed', sa.Boolean(), nullable=False),
    sa.Column('asked_model', sa.Integer(), nullable=False),
    sa.Column('milliseconds', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['thread_id'], ['thread.id'], ),
    sa.PrimaryKeyConstraint('thread_id', 'seq')
    )
    op.create_index('ix_turn_record_at', 'turn_record', ['at'], unique=False)
    op.create_table('webhook_cursor',
    sa.Column('endpoint_id', sa.Uuid(), nullable=False),
    sa.Column('thread_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('next_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('error', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.ForeignKeyConstraint(['endpoint_id'], ['webhook_endpoint.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['thread_id'], ['thread.id'], ),
    sa.PrimaryKeyConstraint('endpoint_id', 'thread_id')
    )
    op.create_table('search_entry',
    sa.Column('thread_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('words', postgresql.TSVECTOR(), nullable=False),
    sa.ForeignKeyConstraint(['thread_id'], ['thread.id'], ),
    sa.PrimaryKeyConstraint('thread_id', 'seq')
    )
    op.create_index('ix_search_entry_words', 'search_entry', ['words'], unique=False, postgresql_using='gin')
    op.add_column('agent', sa.Column('countries', postgresql.JSONB(astext_type=sa.Text()), nullable=False, server_default=sa.text("'[]'")))
    op.add_column('agent', sa.Column('billers', postgresql.JSONB(astext_type=sa.Text()), nullable=False, server_default=sa.text("'[]'")))
    op.add_column('agent', sa.Column('team_ids', postgresql.JSONB(astext_type=sa.Text()), nullable=False, server_default=sa.text("'[]'")))
    op.add_column('agent', sa.Column('capacity', sa.Integer(), nullable=False, server_default=sa.text("'4'")))
    op.add_column('agent', sa.Column('presence', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=sa.text("'online'")))
    op.add_column('agent', sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('agent', sa.Column('lost_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('thread', sa.Column('channel', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=sa.text("'widget'")))
    op.add_column('thread', sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=sa.text("''")))
    op.add_column('thread', sa.Column('invoice', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column('thread', sa.Column('biller', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column('thread', sa.Column('earlier', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column('thread', sa.Column('strength', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=sa.text("'light'")))
    op.add_column('thread', sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('thread', sa.Column('team_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column('thread', sa.Column('for_supervisor', sa.Boolean(), nullable=False, server_default=sa.text("'false'")))
    op.add_column('thread', sa.Column('priority', sa.Integer(), nullable=False, server_default=sa.text("'0'")))
    op.add_column('thread', sa.Column('waiting_since', sa.DateTime(timezone=True), nullable=True))
    op.add_column('thread', sa.Column('promised_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('thread', sa.Column('warn_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('thread', sa.Column('breached_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('thread', sa.Column('told', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column('thread', sa.Column('snoozed_until', sa.DateTime(timezone=True), nullable=True))
    op.add_column('thread', sa.Column('tags', postgresql.JSONB(astext_type=sa.Text()), nullable=False, server_default=sa.text("'[]'")))
    op.add_column('thread', sa.Column('outcome', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column('thread', sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('thread', sa.Column('merged_into', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column('thread', sa.Column('customer_read_seq', sa.Integer(), nullable=False, server_default=sa.text("'0'")))
    op.add_column('thread', sa.Column('agent_read_seq', sa.Integer(), nullable=False, server_default=sa.text("'0'")))
    op.add_column('thread', sa.Column('rating_seq', sa.Integer(), nullable=False, server_default=sa.text("'0'")))
    op.add_column('thread', sa.Column('last_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('thread', sa.Column('last_text', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=sa.text("''")))
    op.create_index('ix_thread_handler', 'thread', ['handler'], unique=False, postgresql_where=sa.text("status = 'open'"))
    op.create_index('ix_thread_last_at', 'thread', ['last_at'], unique=False)
    op.create_index('ix_thread_waiting', 'thread', ['promised_at'], unique=False, postgresql_where=sa.text('waiting_since IS NOT NULL'))
    op.create_foreign_key('thread_team_id_fkey', 'thread', 'team', ['team_id'], ['id'])
    op.execute(_SEARCH)


def downgrade() -> None:
    op.execute('DROP TRIGGER index_thread_event ON thread_event')
    op.execute('DROP FUNCTION index_thread_event, search_words')
    op.drop_table('search_entry')
    op.drop_constraint('thread_team_id_fkey', 'thread', type_='foreignkey')
    op.drop_index('ix_thread_waiting', table_name='thread', postgresql_where=sa.text('waiting_since IS NOT NULL'))
    op.drop_index('ix_thread_last_at', table_name='thread')
    op.drop_index('ix_thread_handler', table_name='thread', postgresql_where=sa.text("status = 'open'"))
    op.drop_column('thread', 'last_text')
    op.drop_column('thread', 'last_at')
    op.drop_column('thread', 'rating_seq')
    op.drop_column('thread', 'agent_read_seq')
    op.drop_column('thread', 'customer_read_seq')
    op.drop_column('thread', 'merged_into')
    op.drop_column('thread', 'closed_at')
    op.drop_column('thread', 'outcome')
    op.drop_column('thread', 'tags')
    op.drop_column('thread', 'snoozed_until')
    op.drop_column('thread', 'told')
    op.drop_column('thread', 'breached_at')
    op.drop_column('thread', 'warn_at')
    op.drop_column('thread', 'promised_at')
    op.drop_column('thread', 'waiting_since')
    op.drop_column('thread', 'priority')
    op.drop_column('thread', 'for_supervisor')
    op.drop_column('thread', 'team_id')
    op.drop_column('thread', 'seen_at')
    op.drop_column('thread', 'strength')
    op.drop_column('thread', 'earlier')
    op.drop_column('thread', 'biller')
    op.drop_column('thread', 'invoice')
    op.drop_column('thread', 'title')
    op.drop_column('thread', 'channel')
    op.drop_column('agent', 'lost_at')
    op.drop_column('agent', 'seen_at')
    op.drop_column('agent', 'presence')
    op.drop_column('agent', 'capacity')
    op.drop_column('agent', 'team_ids')
    op.drop_column('agent', 'billers')
    op.drop_column('agent', 'countries')
    op.drop_table('webhook_cursor')
    op.drop_index('ix_turn_record_at', table_name='turn_record')
    op.drop_table('turn_record')
    op.drop_index(op.f('ix_review_thread_id'), table_name='review')
    op.drop_table('review')
    op.drop_table('rating')
    op.drop_index('ix_mail_waiting', table_name='mail', postgresql_where=sa.text("status = 'waiting'"))
    op.drop_table('mail')
    op.drop_index('ix_attachment_thread', table_name='attachment')
    op.drop_table('attachment')
    op.drop_index('ix_canned_answer', table_name='canned_answer', postgresql_nulls_not_distinct=True)
    op.drop_table('canned_answer')
    op.drop_table('blocked_sender')
    op.drop_index('ix_agent_action_thread', table_name='agent_action')
    op.drop_index('ix_agent_action_at', table_name='agent_action')
    op.drop_table('agent_action')
    op.drop_table('webhook_endpoint')
    op.drop_table('team')
