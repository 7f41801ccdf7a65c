--liquibase formatted sql

--changeset kernel:005-create-event-publication
--comment: Events that are handled after the commit are written down in the transaction that publishes them. Name, columns and the states in capitals are what the registry of Spring Modulith 2.1 expects; it never makes the table itself.
CREATE TABLE kernel.event_publication (
    id                     uuid        NOT NULL,
    listener_id            text        NOT NULL,
    event_type             text        NOT NULL,
    serialized_event       text        NOT NULL,
    publication_date       timestamptz NOT NULL,
    completion_date        timestamptz,
    status                 text        NOT NULL DEFAULT 'PUBLISHED',
    completion_attempts    int         NOT NULL DEFAULT 0,
    last_resubmission_date timestamptz NOT NULL,
    CONSTRAINT pk_event_publication PRIMARY KEY (id),
    CONSTRAINT chk_event_publication_listener_id CHECK (length(listener_id) BETWEEN 1 AND 500),
    CONSTRAINT chk_event_publication_event_type CHECK (length(event_type) BETWEEN 1 AND 500),
    CONSTRAINT chk_event_publication_serialized_event CHECK (length(serialized_event) <= 100000),
    CONSTRAINT chk_event_publication_status CHECK (status IN ('PUBLISHED', 'PROCESSING', 'FAILED', 'RESUBMITTED')),
    CONSTRAINT chk_event_publication_completion_date CHECK (completion_date IS NULL),
    CONSTRAINT chk_event_publication_completion_attempts CHECK (completion_attempts >= 0)
);
CREATE INDEX ix_event_publication_publication_date ON kernel.event_publication (publication_date, id);
CREATE INDEX ix_event_publication_failed ON kernel.event_publication (publication_date) WHERE status = 'FAILED';
CREATE INDEX ix_event_publication_last_resubmission_date
    ON kernel.event_publication (last_resubmission_date, id) WHERE status <> 'FAILED';
COMMENT ON TABLE kernel.event_publication IS 'Events that a listener has not handled yet, one row for each listener; a handled one is deleted. Delete policy: hard.';
COMMENT ON COLUMN kernel.event_publication.id IS 'Key, a random UUID: the registry draws it.';
COMMENT ON COLUMN kernel.event_publication.listener_id IS 'Who is to handle it, as in commerce.credit-tokens.';
COMMENT ON COLUMN kernel.event_publication.event_type IS 'Java class of the event.';
COMMENT ON COLUMN kernel.event_publication.serialized_event IS 'The event as JSON. Text, because the registry binds it so.';
COMMENT ON COLUMN kernel.event_publication.publication_date IS 'When it was published.';
COMMENT ON COLUMN kernel.event_publication.completion_date IS 'Always null: what is complete is deleted. The registry''s statements name it.';
COMMENT ON COLUMN kernel.event_publication.status IS 'How far it has come. Text, because the registry writes it so.';
COMMENT ON COLUMN kernel.event_publication.completion_attempts IS 'How often it was tried; 0 after an administrator asked for a new start.';
COMMENT ON COLUMN kernel.event_publication.last_resubmission_date IS 'When it was last handed to its listener.';
GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.event_publication TO ashlar_app;
--rollback DROP TABLE kernel.event_publication;
