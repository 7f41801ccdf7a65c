ALTER TABLE loans ADD COLUMN due_on date;

CREATE INDEX CONCURRENTLY loans_due_on ON loans (due_on);
