--liquibase formatted sql

--changeset mentoring:005-create-slot-transitions
--comment: History of slots. A slot with a history cannot be deleted, because of its foreign key.
CREATE TABLE mentoring.slot_transitions (
    slot_id     uuid                  NOT NULL,
    version     int                   NOT NULL,
    from_status mentoring.slot_status NOT NULL,
    to_status   mentoring.slot_status NOT NULL,
    actor_id    uuid,
    reason      text,
    created_at  timestamptz           NOT NULL,
    CONSTRAINT pk_slot_transitions PRIMARY KEY (slot_id, version),
    CONSTRAINT fk_slot_transitions_slot_id
        FOREIGN KEY (slot_id) REFERENCES mentoring.slots (id) ON DELETE RESTRICT,
    CONSTRAINT chk_slot_transitions_reason CHECK (length(reason) BETWEEN 1 AND 500)
);
COMMENT ON TABLE mentoring.slot_transitions IS 'History of slots. Delete policy: append-only.';
COMMENT ON COLUMN mentoring.slot_transitions.version IS 'Version of the slot after the transition.';
COMMENT ON COLUMN mentoring.slot_transitions.to_status IS 'Equal to from_status when a meeting was moved.';
COMMENT ON COLUMN mentoring.slot_transitions.actor_id IS 'User of identity; null for a job.';
COMMENT ON COLUMN mentoring.slot_transitions.reason IS 'Shown to mentor and student; null if none is given.';
GRANT SELECT, INSERT ON mentoring.slot_transitions TO ashlar_app;
--rollback DROP TABLE mentoring.slot_transitions;

--changeset mentoring:005-slot-transitions-are-append-only
--comment: History is final.
CREATE TRIGGER refuse_change
    BEFORE UPDATE OR DELETE OR TRUNCATE ON mentoring.slot_transitions
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
--rollback DROP TRIGGER refuse_change ON mentoring.slot_transitions;
