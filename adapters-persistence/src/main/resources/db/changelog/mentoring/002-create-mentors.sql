--liquibase formatted sql

--changeset mentoring:002-create-mentors
--comment: Who offers time, and on which terms.
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
    CONSTRAINT chk_mentors_time_zone CHECK (length(time_zone) BETWEEN 1 AND 60),
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
COMMENT ON COLUMN mentoring.mentors.user_id IS 'The mentor; a user of identity.';
COMMENT ON COLUMN mentoring.mentors.headline IS 'What the mentor does, in one line.';
COMMENT ON COLUMN mentoring.mentors.bio IS 'What the mentor says about themselves.';
COMMENT ON COLUMN mentoring.mentors.expertise IS 'Tags in lower case, each once.';
COMMENT ON COLUMN mentoring.mentors.time_zone IS 'IANA zone in which the availability is meant.';
COMMENT ON COLUMN mentoring.mentors.token_price IS 'What a meeting costs who asks now.';
COMMENT ON COLUMN mentoring.mentors.earning_tokens IS 'What a completed meeting gives the mentor.';
COMMENT ON COLUMN mentoring.mentors.slot_minutes IS 'Length of generated slots.';
COMMENT ON COLUMN mentoring.mentors.buffer_minutes IS 'What is kept free between generated slots.';
COMMENT ON COLUMN mentoring.mentors.min_notice_minutes IS 'How long before its start a slot can last be asked for.';
COMMENT ON COLUMN mentoring.mentors.cancel_cutoff_minutes IS 'How long before the start a student may cancel or move for free.';
COMMENT ON COLUMN mentoring.mentors.penalty_tokens IS 'What of the price is kept when a student cancels later.';
COMMENT ON COLUMN mentoring.mentors.direct_booking IS 'Whether slots may be booked without asking.';
COMMENT ON COLUMN mentoring.mentors.meeting_url IS 'Where to meet, unless a slot says otherwise.';
COMMENT ON COLUMN mentoring.mentors.is_active IS 'Whether slots can be had at present.';
COMMENT ON COLUMN mentoring.mentors.slots_until IS 'First day that has no generated slots yet; null before the first generation.';
COMMENT ON COLUMN mentoring.mentors.version IS 'Goes up with each edit of the profile.';
COMMENT ON COLUMN mentoring.mentors.availability_version IS 'Goes up with each edit of rules and overrides.';
COMMENT ON COLUMN mentoring.mentors.search IS 'Words of headline and bio.';
COMMENT ON COLUMN mentoring.mentors.created_at IS 'When the person became a mentor.';
COMMENT ON COLUMN mentoring.mentors.updated_at IS 'When profile or availability last changed.';
GRANT SELECT, INSERT, UPDATE ON mentoring.mentors TO ashlar_app;
--rollback DROP TABLE mentoring.mentors;
