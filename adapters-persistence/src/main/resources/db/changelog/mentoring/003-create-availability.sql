--liquibase formatted sql
-- waive enum-labels-match-java mentoring.day_of_week: the Java enum is the JDK's DayOfWeek; the labels are its names

--changeset mentoring:003-create-day-of-week
CREATE TYPE mentoring.day_of_week AS ENUM (
    'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'
);
COMMENT ON TYPE mentoring.day_of_week IS 'Day of a week in the mentor''s zone.';
--rollback DROP TYPE mentoring.day_of_week;

--changeset mentoring:003-create-availability-rules
--comment: Weekly availability of mentors.
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
COMMENT ON COLUMN mentoring.availability_rules.local_start IS 'First minute, local to the mentor.';
COMMENT ON COLUMN mentoring.availability_rules.local_end IS 'First minute after the window; 00:00 is the end of the day.';
COMMENT ON COLUMN mentoring.availability_rules.valid_from IS 'First day of validity; null if unlimited.';
COMMENT ON COLUMN mentoring.availability_rules.valid_to IS 'Last day of validity; null if unlimited.';
GRANT SELECT, INSERT, DELETE ON mentoring.availability_rules TO ashlar_app;
--rollback DROP TABLE mentoring.availability_rules;

--changeset mentoring:003-create-availability-overrides
--comment: Deviations of single days.
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
COMMENT ON COLUMN mentoring.availability_overrides.day IS 'Day in the mentor''s zone.';
COMMENT ON COLUMN mentoring.availability_overrides.local_start IS 'First minute, local to the mentor.';
COMMENT ON COLUMN mentoring.availability_overrides.local_end IS 'First minute after the window; 00:00 is the end of the day.';
COMMENT ON COLUMN mentoring.availability_overrides.is_available IS 'True if the mentor is available besides the rules, false if not available in spite of them.';
GRANT SELECT, INSERT, DELETE ON mentoring.availability_overrides TO ashlar_app;
--rollback DROP TABLE mentoring.availability_overrides;
