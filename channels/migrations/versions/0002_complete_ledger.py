"""The complete ledger: a log of events and postings per invoice, letters, payments, all kinds of proposals.

What earlier revisions kept as lines and payments becomes the first event of each invoice and its postings.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

_CARRY_OVER_AUTHORIZATIONS = """
UPDATE invoice_authorization SET name = customer.name, email = lower(customer.email)
FROM customer WHERE customer.id = invoice_authorization.delegate_id
"""
_CARRY_OVER_POSTINGS = """
INSERT INTO invoice_event (invoice_id, number, kind, actor, why, on_day, at, changes)
SELECT id, 1, 'issued', 'service:', 'carried over', issue_date, now(), jsonb_build_object(
    'stage', jsonb_build_array(NULL, stage),
    'due_date', jsonb_build_array(NULL, due_date),
    'interest_until', jsonb_build_array(NULL, interest_until),
    'letter', jsonb_build_array(NULL, letter),
    'resume_stage', jsonb_build_array(NULL, NULL),
    'postponements', jsonb_build_array(NULL, postponements),
    'plan', jsonb_build_array(NULL, NULL))
FROM invoice;
INSERT INTO posting (invoice_id, event_number, kind, text, amount_minor, booked_on)
SELECT invoice_id, 1, kind, text, amount_minor, added_on FROM invoice_line ORDER BY id;
INSERT INTO posting (invoice_id, event_number, kind, text, amount_minor, booked_on)
SELECT invoice_id, 1, CASE WHEN amount_minor > 0 THEN 'payment' ELSE 'refund' END, '', -amount_minor, paid_on
FROM payment WHERE amount_minor <> 0 ORDER BY id;
UPDATE invoice SET version = 1, letter = CASE stage
    WHEN 'reminder' THEN 'reminder' WHEN 'collection' THEN 'collection_letter' WHEN 'legal' THEN 'legal_notice'
    ELSE 'invoice' END;
UPDATE invoice_event SET changes = jsonb_set(changes, '{letter,1}', to_jsonb(invoice.letter))
FROM invoice WHERE invoice.id = invoice_event.invoice_id
"""


def upgrade() -> None:
    op.create_table('payment_callback',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('idempotency_key',
    sa.Column('principal', sa.Text(), nullable=False),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('request_hash', sa.Text(), nullable=False),
    sa.Column('status', sa.Integer(), nullable=True),
    sa.Column('body', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('principal', 'key')
    )
    op.create_index(op.f('ix_idempotency_key_created_at'), 'idempotency_key', ['created_at'], unique=False)
    op.create_table('invoice_event',
    sa.Column('invoice_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('actor', sa.Text(), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('on_day', sa.Date(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changes', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.CheckConstraint("kind IN ('issued', 'reminder', 'collection_notice', 'collection_letter', 'second_collection_letter', 'legal_notice', 'due_date_changed', 'plan_agreed', 'plan_changed', 'plan_cancelled', 'plan_broken', 'payment_received', 'credited', 'refunded', 'disputed', 'dispute_settled', 'authorized', 'authorization_revoked')", name='kind_known'),
    sa.ForeignKeyConstraint(['invoice_id'], ['invoice.id'], ),
    sa.PrimaryKeyConstraint('invoice_id', 'number')
    )
    op.create_table('payment_intent',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('invoice_id', sa.Uuid(), nullable=False),
    sa.Column('principal', sa.Text(), nullable=False),
    sa.Column('thread_id', sa.Text(), nullable=True),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('url', sa.Text(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("status IN ('started', 'succeeded', 'failed')", name='status_known'),
    sa.CheckConstraint('amount_minor > 0', name='amount_positive'),
    sa.ForeignKeyConstraint(['invoice_id'], ['invoice.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_payment_intent_invoice_id'), 'payment_intent', ['invoice_id'], unique=False)
    op.create_table('letter',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('invoice_id', sa.Uuid(), nullable=False),
    sa.Column('event_number', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('sent_on', sa.Date(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('facts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.CheckConstraint("kind IN ('invoice', 'reminder', 'collection_notice', 'collection_letter', 'second_collection_letter', 'legal_notice')", name='kind_known'),
    sa.ForeignKeyConstraint(['invoice_id', 'event_number'], ['invoice_event.invoice_id', 'invoice_event.number'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_letter_invoice', 'letter', ['invoice_id', 'event_number'], unique=False)
    op.create_table('posting',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('invoice_id', sa.Uuid(), nullable=False),
    sa.Column('event_number', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.Column('booked_on', sa.Date(), nullable=False),
    sa.Column('source', sa.Text(), nullable=True),
    sa.CheckConstraint("(amount_minor < 0) = (kind IN ('credit', 'payment'))", name='sign_of_kind'),
    sa.CheckConstraint("kind IN ('principal', 'reminder_fee', 'collection_fee', 'late_payment_compensation', 'interest', 'due_date_change_fee', 'payment_plan_fee', 'credit', 'payment', 'refund')", name='kind_known'),
    sa.ForeignKeyConstraint(['invoice_id', 'event_number'], ['invoice_event.invoice_id', 'invoice_event.number'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('source')
    )
    op.create_index('ix_posting_invoice', 'posting', ['invoice_id', 'event_number'], unique=False)
    op.create_table('refund_account',
    sa.Column('invoice_id', sa.Uuid(), nullable=False),
    sa.Column('event_number', sa.Integer(), nullable=False),
    sa.Column('iban', sa.Text(), nullable=False),
    sa.Column('holder', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['invoice_id', 'event_number'], ['invoice_event.invoice_id', 'invoice_event.number'], ),
    sa.PrimaryKeyConstraint('invoice_id', 'event_number')
    )
    op.add_column('biller', sa.Column('phone_lines', postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False))
    op.add_column('biller', sa.Column('account', sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column('biller', sa.Column('postponement_times', sa.Integer(), server_default=sa.text("'3'"), nullable=False))
    op.add_column('biller', sa.Column('plan_instalments', sa.Integer(), server_default=sa.text("'0'"), nullable=False))
    op.add_column('biller', sa.Column('plan_least_minor', sa.BigInteger(), server_default=sa.text("'0'"), nullable=False))
    op.add_column('biller', sa.Column('plan_free_before_due', sa.Boolean(), server_default=sa.text("'false'"), nullable=False))
    op.add_column('biller', sa.Column('partial_payments', sa.Boolean(), server_default=sa.text("'true'"), nullable=False))
    op.add_column('biller', sa.Column('reminder_fee_agreed', sa.Boolean(), server_default=sa.text("'true'"), nullable=False))
    op.add_column('customer', sa.Column('business_id', sa.Text(), nullable=True))
    op.create_index(op.f('ix_customer_email'), 'customer', ['email'], unique=False)
    op.add_column('invoice', sa.Column('reference', sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column('invoice', sa.Column('directly_enforceable', sa.Boolean(), server_default=sa.text("'false'"), nullable=False))
    op.add_column('invoice', sa.Column('resume_stage', sa.Text(), nullable=True))
    op.add_column('invoice', sa.Column('interest_until', sa.Date(), nullable=True))
    # A date that was moved in time moved the day from which interest counts; a later one did not.
    op.execute("UPDATE invoice SET interest_until = CASE stage WHEN 'open' THEN due_date ELSE original_due_date END")
    op.alter_column('invoice', 'interest_until', nullable=False)
    op.add_column('invoice', sa.Column('letter', sa.Text(), server_default=sa.text("'invoice'"), nullable=False))
    op.add_column('invoice', sa.Column('postponements', sa.Integer(), server_default=sa.text("'0'"), nullable=False))
    op.add_column('invoice', sa.Column('plan', postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.create_index('ix_invoice_running', 'invoice', ['id'], unique=False, postgresql_where=sa.text("stage IN ('open', 'reminder', 'collection')"))
    op.add_column('invoice_authorization', sa.Column('id', sa.Uuid(), server_default=sa.text('gen_random_uuid()'), nullable=False))
    op.add_column('invoice_authorization', sa.Column('name', sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column('invoice_authorization', sa.Column('email', sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column('invoice_authorization', sa.Column('business_id', sa.Text(), nullable=True))
    op.add_column('invoice_authorization', sa.Column('allows', sa.Text(), server_default=sa.text("'handle'"), nullable=False))
    op.add_column('invoice_authorization', sa.Column('revoked_on', sa.Date(), nullable=True))
    op.create_index(op.f('ix_invoice_authorization_business_id'), 'invoice_authorization', ['business_id'], unique=False)
    op.create_index(op.f('ix_invoice_authorization_email'), 'invoice_authorization', ['email'], unique=False)
    op.execute(_CARRY_OVER_AUTHORIZATIONS)
    op.drop_constraint(op.f('invoice_authorization_delegate_id_fkey'), 'invoice_authorization', type_='foreignkey')
    op.drop_column('invoice_authorization', 'delegate_id')
    op.create_primary_key('invoice_authorization_pkey', 'invoice_authorization', ['id'])
    op.create_check_constraint('allows_known', 'invoice_authorization', "allows IN ('view', 'handle')")
    op.create_check_constraint('email_lower_case', 'invoice_authorization', 'email = lower(email)')
    op.execute("UPDATE customer SET email = lower(email)")
    op.create_check_constraint('email_lower_case', 'customer', 'email = lower(email)')
    op.drop_constraint('kind_known', 'customer', type_='check')
    op.create_check_constraint('kind_known', 'customer', "kind IN ('person', 'company', 'authority')")
    # Offers of half an hour: whoever still wants one asks again. Receipts stand in the threads.
    op.execute("DELETE FROM proposal")
    op.drop_constraint('kind_known', 'proposal', type_='check')
    op.create_check_constraint('kind_known', 'proposal', "kind IN ('postpone_due_date', 'create_payment_plan', 'change_payment_plan', 'cancel_payment_plan', 'set_refund_account', 'authorize_person', 'revoke_authorization', 'dispute_invoice')")
    op.add_column('proposal', sa.Column('wish', postgresql.JSONB(astext_type=sa.Text()), nullable=False))
    op.drop_column('proposal', 'ground')
    op.add_column('proposal', sa.Column('ground', sa.Integer(), nullable=False))
    op.execute(_CARRY_OVER_POSTINGS)
    op.drop_index(op.f('ix_invoice_line_invoice_id'), table_name='invoice_line')
    op.drop_table('invoice_line')
    op.drop_index(op.f('ix_payment_invoice_id'), table_name='payment')
    op.drop_table('payment')
    # The values that only rows from before needed.
    op.alter_column('biller', 'phone_lines', server_default=None)
    op.alter_column('biller', 'account', server_default=None)
    op.alter_column('biller', 'postponement_times', server_default=None)
    op.alter_column('biller', 'plan_instalments', server_default=None)
    op.alter_column('biller', 'plan_least_minor', server_default=None)
    op.alter_column('biller', 'plan_free_before_due', server_default=None)
    op.alter_column('biller', 'partial_payments', server_default=None)
    op.alter_column('biller', 'reminder_fee_agreed', server_default=None)
    op.alter_column('invoice', 'reference', server_default=None)
    op.alter_column('invoice', 'directly_enforceable', server_default=None)
    op.alter_column('invoice', 'letter', server_default=None)
    op.alter_column('invoice', 'postponements', server_default=None)
    op.alter_column('invoice_authorization', 'name', server_default=None)
    op.alter_column('invoice_authorization', 'email', server_default=None)
    op.alter_column('invoice_authorization', 'allows', server_default=None)
    op.alter_column('invoice_authorization', 'id', server_default=None)


def downgrade() -> None:
    raise NotImplementedError("the history of the invoices would be lost: restore a backup instead")
