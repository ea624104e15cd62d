-- Kept answers of acts are deleted when nobody can repeat them any more.
create index idempotency_age on idempotency (created_at);
