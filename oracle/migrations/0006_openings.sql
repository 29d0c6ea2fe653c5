-- A house reads what its own people opened.
CREATE INDEX notices_by_whom ON notices (by_whom, id);
