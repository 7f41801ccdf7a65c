--liquibase formatted sql
-- waive optimistic-lock operations.incidents: nobody edits an incident; it is closed once

--changeset operations:011-create-incidents
--comment: The partial index lets a component have one open incident, whoever opens it.
CREATE TABLE operations.incidents (
    id         uuid        NOT NULL,
    component  text        NOT NULL,
    cause      text        NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    closed_at  timestamptz,
    CONSTRAINT pk_incidents PRIMARY KEY (id),
    CONSTRAINT chk_incidents_component CHECK (component ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(component) <= 40),
    CONSTRAINT chk_incidents_cause CHECK (length(cause) BETWEEN 1 AND 500),
    CONSTRAINT chk_incidents_closed_at CHECK (closed_at >= created_at)
);
CREATE UNIQUE INDEX uq_incidents_component ON operations.incidents (component) WHERE closed_at IS NULL;
COMMENT ON TABLE operations.incidents IS 'Times in which a component did not work. Delete policy: hard.';
COMMENT ON COLUMN operations.incidents.component IS 'Name of a probe, or of what an event reports; unique among open incidents.';
COMMENT ON COLUMN operations.incidents.cause IS 'Reason for which it was opened.';
COMMENT ON COLUMN operations.incidents.created_at IS 'Time at which it was opened.';
COMMENT ON COLUMN operations.incidents.closed_at IS 'Null while it is open.';
GRANT SELECT, INSERT, UPDATE ON operations.incidents TO ashlar_app;
--rollback DROP TABLE operations.incidents;
