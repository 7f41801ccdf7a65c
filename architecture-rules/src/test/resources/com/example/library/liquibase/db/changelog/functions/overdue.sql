--liquibase formatted sql

--changeset ada:5 splitStatements:false
CREATE OR REPLACE FUNCTION overdue(today date) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT count(*) FROM loans WHERE due_on < today;
$$;
