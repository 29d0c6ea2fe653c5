-- A check of a licence is of one application: in this role, made at this time. One begun before these columns were
-- here is of none, and lapses.
ALTER TABLE licence_checks ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE licence_checks ADD COLUMN applied BIGINT NOT NULL DEFAULT 0;
