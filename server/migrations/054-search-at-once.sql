-- What is written goes into the index at once: a list of what is still to go in would be read by every search.
alter index search_entries_by_name_words set (fastupdate = off);
alter index search_entries_by_all_words set (fastupdate = off);
