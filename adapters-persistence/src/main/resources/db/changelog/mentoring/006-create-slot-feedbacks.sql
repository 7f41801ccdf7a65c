--liquibase formatted sql

--changeset mentoring:006-create-slot-feedbacks
--comment: Feedback of mentor and student on each other.
CREATE TABLE mentoring.slot_feedbacks (
    id         uuid        NOT NULL,
    slot_id    uuid        NOT NULL,
    author_id  uuid        NOT NULL,
    about_id   uuid        NOT NULL,
    rating     smallint    NOT NULL,
    comment    text,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_slot_feedbacks PRIMARY KEY (id),
    CONSTRAINT uq_slot_feedbacks_author UNIQUE (slot_id, author_id),
    CONSTRAINT fk_slot_feedbacks_slot_id
        FOREIGN KEY (slot_id) REFERENCES mentoring.slots (id) ON DELETE RESTRICT,
    CONSTRAINT chk_slot_feedbacks_rating CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT chk_slot_feedbacks_about CHECK (about_id <> author_id),
    CONSTRAINT chk_slot_feedbacks_comment CHECK (length(comment) BETWEEN 1 AND 2000)
);
CREATE INDEX ix_slot_feedbacks_about_id ON mentoring.slot_feedbacks (about_id);
CREATE INDEX ix_slot_feedbacks_author_id ON mentoring.slot_feedbacks (author_id, id);
COMMENT ON TABLE mentoring.slot_feedbacks IS 'Ratings of meetings, one from each participant. Delete policy: append-only.';
COMMENT ON COLUMN mentoring.slot_feedbacks.author_id IS 'User of identity.';
COMMENT ON COLUMN mentoring.slot_feedbacks.about_id IS 'Other participant of the meeting; a user of identity.';
COMMENT ON COLUMN mentoring.slot_feedbacks.rating IS '1 (bad) to 5 (good).';
COMMENT ON COLUMN mentoring.slot_feedbacks.comment IS 'Null if only rated.';
GRANT SELECT, INSERT ON mentoring.slot_feedbacks TO ashlar_app;
--rollback DROP TABLE mentoring.slot_feedbacks;

--changeset mentoring:006-slot-feedbacks-are-append-only
--comment: A rating that could be edited would be negotiated.
CREATE TRIGGER refuse_change
    BEFORE UPDATE OR DELETE OR TRUNCATE ON mentoring.slot_feedbacks
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
--rollback DROP TRIGGER refuse_change ON mentoring.slot_feedbacks;
