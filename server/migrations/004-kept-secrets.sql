-- Who an attempt linked, so that the same phone asking again, because the answer was lost, hears the same. Null: nobody, or
-- somebody else brought the code afterwards.
alter table step_ups add column linked_citizen uuid references citizens;

-- The Official Account's tokens are kept sealed from now on (SECRETS_KEY). What was written in the open is forgotten: the
-- token in the settings begins anew, or an administrator authorises once more.
delete from oa_token;

-- Counted with every session that is described.
create index notifications_unread on notifications (account_id) where read_at is null;
