--liquibase formatted sql

--changeset mentoring:003-create-day-of-week
CREATE TYPE mentoring.day_of_week AS ENUM (
    'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'
);
COMMENT ON TYPE mentoring.day_of_week IS 'Day of a week in the mentor''s zone.';
--rollback DROP TYPE mentoring.day_of_week;

--changeset mentoring:003-create-availability-rules
--comment: When a mentor is available each week.
CREATE TABLE mentoring.availability_rules (
    id          uuid                  NOT NULL,
    mentor_id   uuid                  NOT NULL,
    day_of_week mentoring.day_of_week NOT NULL,
    local_start time                  NOT NULL,
    local_end   time                  NOT NULL,
    valid_from  date,
    valid_to    date,
    created_at  timestamptz           NOT NULL,
    CONSTRAINT pk_availability_rules PRIMARY KEY (id),
    CONSTRAINT fk_availability_rules_mentor_id
        FOREIGN KEY (mentor_id) REFERENCES mentoring.mentors (user_id) ON DELETE RESTRICT,
    CONSTRAINT chk_availability_rules_window CHECK (local_start < local_end OR local_end = '00:00'),
    CONSTRAINT chk_availability_rules_valid CHECK (valid_from <= valid_to)
);
CREATE INDEX ix_availability_rules_mentor_id
    ON mentoring.availability_rules (mentor_id, day_of_week, local_start, id);
COMMENT ON TABLE mentoring.availability_rules IS 'Weekly windows of mentors, replaced as a whole. Delete policy: hard.';
COMMENT ON COLUMN mentoring.availability_rules.id IS 'Key, UUIDv7.';
COMMENT ON COLUMN mentoring.availability_rules.mentor_id IS 'Whose window.';
COMMENT ON COLUMN mentoring.availability_rules.day_of_week IS 'The day it is on.';
COMMENT ON COLUMN mentoring.availability_rules.local_start IS 'Its first minute by the mentor''s clock.';
COMMENT ON COLUMN mentoring.availability_rules.local_end IS 'The first minute after it; 00:00 is the end of the day.';
COMMENT ON COLUMN mentoring.availability_rules.valid_from IS 'First day it holds; null for always.';
COMMENT ON COLUMN mentoring.availability_rules.valid_to IS 'Last day it holds; null for ever.';
COMMENT ON COLUMN mentoring.availability_rules.created_at IS 'When it was set.';
GRANT SELECT, INSERT, DELETE ON mentoring.availability_rules TO ashlar_app;
--rollback DROP TABLE mentoring.availability_rules;

--changeset mentoring:003-create-availability-overrides
--comment: What is different on single days.
CREATE TABLE mentoring.availability_overrides (
    id           uuid        NOT NULL,
    mentor_id    uuid        NOT NULL,
    day          date        NOT NULL,
    local_start  time        NOT NULL,
    local_end    time        NOT NULL,
    is_available boolean     NOT NULL,
    created_at   timestamptz NOT NULL,
    CONSTRAINT pk_availability_overrides PRIMARY KEY (id),
    CONSTRAINT fk_availability_overrides_mentor_id
        FOREIGN KEY (mentor_id) REFERENCES mentoring.mentors (user_id) ON DELETE RESTRICT,
    CONSTRAINT chk_availability_overrides_window CHECK (local_start < local_end OR local_end = '00:00')
);
CREATE INDEX ix_availability_overrides_mentor_id
    ON mentoring.availability_overrides (mentor_id, day, local_start, id);
COMMENT ON TABLE mentoring.availability_overrides IS 'Windows of single days, replaced as a whole. Delete policy: hard.';
COMMENT ON COLUMN mentoring.availability_overrides.id IS 'Key, UUIDv7.';
COMMENT ON COLUMN mentoring.availability_overrides.mentor_id IS 'Whose window.';
COMMENT ON COLUMN mentoring.availability_overrides.day IS 'The day in the mentor''s zone.';
COMMENT ON COLUMN mentoring.availability_overrides.local_start IS 'Its first minute by the mentor''s clock.';
COMMENT ON COLUMN mentoring.availability_overrides.local_end IS 'The first minute after it; 00:00 is the end of the day.';
COMMENT ON COLUMN mentoring.availability_overrides.is_available IS 'Whether the mentor is available then besides the rules, or is not in spite of them.';
COMMENT ON COLUMN mentoring.availability_overrides.created_at IS 'When it was set.';
GRANT SELECT, INSERT, DELETE ON mentoring.availability_overrides TO ashlar_app;
--rollback DROP TABLE mentoring.availability_overrides;
