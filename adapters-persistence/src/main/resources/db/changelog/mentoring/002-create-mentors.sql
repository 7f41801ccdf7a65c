--liquibase formatted sql

--changeset mentoring:002-create-mentors
--comment: Mentors and their terms.
CREATE TABLE mentoring.mentors (
    user_id               uuid        NOT NULL,
    headline              text        NOT NULL,
    bio                   text,
    expertise             text[]      NOT NULL DEFAULT '{}',
    time_zone             text        NOT NULL,
    token_price           bigint      NOT NULL,
    earning_tokens        bigint      NOT NULL,
    slot_minutes          int         NOT NULL,
    buffer_minutes        int         NOT NULL,
    min_notice_minutes    int         NOT NULL,
    cancel_cutoff_minutes int         NOT NULL,
    penalty_tokens        bigint      NOT NULL,
    direct_booking        boolean     NOT NULL,
    meeting_url           text,
    is_active             boolean     NOT NULL DEFAULT TRUE,
    slots_until           date,
    version               int         NOT NULL DEFAULT 1,
    availability_version  int         NOT NULL DEFAULT 0,
    search                tsvector    NOT NULL GENERATED ALWAYS AS (
        to_tsvector('simple'::regconfig, headline || ' ' || COALESCE(bio, ''))
    ) STORED,
    created_at            timestamptz NOT NULL,
    updated_at            timestamptz NOT NULL,
    CONSTRAINT pk_mentors PRIMARY KEY (user_id),
    CONSTRAINT chk_mentors_headline CHECK (length(headline) BETWEEN 1 AND 120),
    CONSTRAINT chk_mentors_bio CHECK (length(bio) BETWEEN 1 AND 4000),
    CONSTRAINT chk_mentors_expertise CHECK (cardinality(expertise) <= 20 AND array_position(expertise, NULL) IS NULL),
    CONSTRAINT chk_mentors_time_zone CHECK (
        length(time_zone) <= 60
        AND time_zone ~ '^((Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC|Etc/UTC)$'
    ),
    CONSTRAINT chk_mentors_token_price CHECK (token_price BETWEEN 0 AND 100000),
    CONSTRAINT chk_mentors_earning_tokens CHECK (earning_tokens BETWEEN 0 AND token_price),
    CONSTRAINT chk_mentors_penalty_tokens CHECK (penalty_tokens BETWEEN 0 AND token_price),
    CONSTRAINT chk_mentors_slot_minutes CHECK (slot_minutes BETWEEN 15 AND 480),
    CONSTRAINT chk_mentors_buffer_minutes CHECK (buffer_minutes BETWEEN 0 AND 480),
    CONSTRAINT chk_mentors_min_notice_minutes CHECK (min_notice_minutes BETWEEN 0 AND 40320),
    CONSTRAINT chk_mentors_cancel_cutoff_minutes CHECK (cancel_cutoff_minutes BETWEEN 0 AND 40320),
    CONSTRAINT chk_mentors_meeting_url CHECK (meeting_url ~ '^https://' AND length(meeting_url) <= 500)
);
CREATE INDEX ix_mentors_expertise ON mentoring.mentors USING gin (expertise) WHERE is_active;
CREATE INDEX ix_mentors_search ON mentoring.mentors USING gin (search) WHERE is_active;
CREATE INDEX ix_mentors_slots_until ON mentoring.mentors (slots_until NULLS FIRST, user_id) WHERE is_active;
CREATE INDEX ix_mentors_active ON mentoring.mentors (user_id) WHERE is_active;
COMMENT ON TABLE mentoring.mentors IS 'People who offer time for tokens. Delete policy: status.';
COMMENT ON COLUMN mentoring.mentors.user_id IS 'User of identity.';
COMMENT ON COLUMN mentoring.mentors.bio IS 'Null if the mentor has written none.';
COMMENT ON COLUMN mentoring.mentors.expertise IS 'Distinct tags in lower case.';
COMMENT ON COLUMN mentoring.mentors.time_zone IS 'IANA zone of the availability.';
COMMENT ON COLUMN mentoring.mentors.token_price IS 'Tokens of a meeting for new bookings.';
COMMENT ON COLUMN mentoring.mentors.earning_tokens IS 'Tokens that the mentor earns with a completed meeting.';
COMMENT ON COLUMN mentoring.mentors.slot_minutes IS 'Length of generated slots.';
COMMENT ON COLUMN mentoring.mentors.buffer_minutes IS 'Minimum distance between generated slots.';
COMMENT ON COLUMN mentoring.mentors.min_notice_minutes IS 'Minutes before its start until which a slot may be booked.';
COMMENT ON COLUMN mentoring.mentors.cancel_cutoff_minutes IS 'Minutes before the start until which a student may cancel or move for free.';
COMMENT ON COLUMN mentoring.mentors.penalty_tokens IS 'Tokens of the price that are kept on a later cancellation.';
COMMENT ON COLUMN mentoring.mentors.direct_booking IS 'True if slots may be booked without a request.';
COMMENT ON COLUMN mentoring.mentors.meeting_url IS 'Usual place of meetings; null if each meeting has another.';
COMMENT ON COLUMN mentoring.mentors.is_active IS 'True if the mentor takes bookings.';
COMMENT ON COLUMN mentoring.mentors.slots_until IS 'First day without generated slots; null before the first generation.';
COMMENT ON COLUMN mentoring.mentors.availability_version IS 'Number of edits of rules and overrides.';
COMMENT ON COLUMN mentoring.mentors.search IS 'Words of headline and bio.';
GRANT SELECT, INSERT, UPDATE ON mentoring.mentors TO ashlar_app;
--rollback DROP TABLE mentoring.mentors;
