-- Other programs ask for public reports by when they were sent.
create index reports_public_sent on reports (submitted_at desc, id desc) where published_at is not null;
create index reports_public_sent_category on reports (category, submitted_at desc, id desc) where published_at is not null;
