-- In a town thousands of reports of years lie in one square, and whoever asks for the same nearby wants the few that are open.
create index reports_cell_open on reports (cell, category) where published_at is not null and is_open;
