-- What an asker adds to a question: owned by an account, like a report's photos. The question may not be sent yet; with it `sent_at` is written.
alter table files add column question_id uuid;
alter table files drop constraint files_one_owner;
alter table files add constraint files_one_owner check (num_nonnulls(draft_id, report_id, question_id) = 1);
create index files_question on files (question_id, created_at, id) where question_id is not null;
