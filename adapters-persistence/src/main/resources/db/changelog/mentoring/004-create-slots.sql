--liquibase formatted sql

--changeset mentoring:004-create-slot-status
CREATE TYPE mentoring.slot_status AS ENUM (
    'tentative', 'meeting_requested', 'under_review', 'confirmed', 'cancellation_requested', 'cancelled', 'completed'
);
COMMENT ON TYPE mentoring.slot_status IS 'Lifecycle of a slot.';
--rollback DROP TYPE mentoring.slot_status;

--changeset mentoring:004-create-person-range
--comment: Range of one person, so that a constraint can compare the participants of two slots in either role.
CREATE TYPE mentoring.person_range AS RANGE (SUBTYPE = uuid, MULTIRANGE_TYPE_NAME = mentoring.person_ranges);
COMMENT ON TYPE mentoring.person_range IS 'Range that contains one person.';
--rollback DROP TYPE mentoring.person_range;

--changeset mentoring:004-create-slots
--comment: Slots. Three exclusion constraints make double bookings impossible, also for rows written by hand.
CREATE TABLE mentoring.slots (
    id                  uuid                  NOT NULL,
    mentor_id           uuid                  NOT NULL,
    student_id          uuid,
    starts_at           timestamptz           NOT NULL,
    ends_at             timestamptz           NOT NULL,
    during              tstzrange             NOT NULL GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
    status              mentoring.slot_status NOT NULL DEFAULT 'tentative',
    is_available        boolean               NOT NULL DEFAULT TRUE,
    is_generated        boolean               NOT NULL DEFAULT FALSE,
    price_tokens        bigint,
    earning_tokens      bigint,
    penalty_tokens      bigint,
    cutoff_minutes      int,
    request_expires_at  timestamptz,
    confirmed_at        timestamptz,
    cancel_requested_by uuid,
    cancel_requested_at timestamptz,
    cancel_reason       text,
    meeting_url         text,
    no_show             boolean               NOT NULL DEFAULT FALSE,
    earnings_credited   boolean               NOT NULL DEFAULT FALSE,
    put_aside_at        timestamptz,
    version             int                   NOT NULL DEFAULT 1,
    created_at          timestamptz           NOT NULL,
    updated_at          timestamptz           NOT NULL,
    CONSTRAINT pk_slots PRIMARY KEY (id),
    CONSTRAINT fk_slots_mentor_id
        FOREIGN KEY (mentor_id) REFERENCES mentoring.mentors (user_id) ON DELETE RESTRICT,
    CONSTRAINT ex_slots_mentor
        EXCLUDE USING gist (mentor_id WITH =, during WITH &&) WHERE (status <> 'cancelled'),
    CONSTRAINT ex_slots_student
        EXCLUDE USING gist (student_id WITH =, during WITH &&)
        WHERE (status IN ('meeting_requested', 'under_review', 'confirmed', 'cancellation_requested')),
    -- A mentor of one meeting must not be the student of another at the same time.
    CONSTRAINT ex_slots_people
        EXCLUDE USING gist (
            during WITH &&,
            (mentoring.person_ranges(
                mentoring.person_range(mentor_id, mentor_id, '[]'), mentoring.person_range(student_id, student_id, '[]')
            )) WITH &&
        )
        WHERE (status IN ('meeting_requested', 'under_review', 'confirmed', 'cancellation_requested')),
    CONSTRAINT chk_slots_length
        CHECK (ends_at - starts_at BETWEEN INTERVAL '15 minutes' AND INTERVAL '480 minutes'),
    CONSTRAINT chk_slots_student CHECK (student_id <> mentor_id),
    CONSTRAINT chk_slots_booking CHECK (
        num_nonnulls(student_id, price_tokens, earning_tokens, penalty_tokens, cutoff_minutes)
            = CASE WHEN student_id IS NULL THEN 0 ELSE 5 END
    ),
    CONSTRAINT chk_slots_booked CHECK (
        CASE status
            WHEN 'tentative' THEN student_id IS NULL
            WHEN 'cancelled' THEN TRUE
            ELSE student_id IS NOT NULL
        END
    ),
    CONSTRAINT chk_slots_terms CHECK (
        earning_tokens BETWEEN 0 AND price_tokens AND penalty_tokens BETWEEN 0 AND price_tokens AND cutoff_minutes >= 0
    ),
    CONSTRAINT chk_slots_paid CHECK (
        CASE
            WHEN status IN ('confirmed', 'cancellation_requested', 'completed') THEN confirmed_at IS NOT NULL
            WHEN status = 'cancelled' THEN confirmed_at IS NULL OR student_id IS NOT NULL
            ELSE confirmed_at IS NULL
        END
    ),
    CONSTRAINT chk_slots_cancellation CHECK (
        (cancel_requested_by IS NULL) = (cancel_requested_at IS NULL)
        AND (status <> 'cancellation_requested' OR cancel_requested_by IS NOT NULL)
        AND (status IN ('cancellation_requested', 'cancelled') OR cancel_requested_by IS NULL)
    ),
    CONSTRAINT chk_slots_available CHECK (
        CASE status WHEN 'tentative' THEN is_available WHEN 'cancelled' THEN TRUE ELSE NOT is_available END
    ),
    CONSTRAINT chk_slots_earnings CHECK (earnings_credited = (status = 'completed')),
    CONSTRAINT chk_slots_no_show CHECK (status = 'completed' OR NOT no_show),
    CONSTRAINT chk_slots_cancel_reason CHECK (length(cancel_reason) BETWEEN 1 AND 500),
    CONSTRAINT chk_slots_meeting_url CHECK (meeting_url ~ '^https://' AND length(meeting_url) <= 500)
);
CREATE INDEX ix_slots_mentor_id ON mentoring.slots (mentor_id, starts_at, id);
CREATE INDEX ix_slots_student_id ON mentoring.slots (student_id, starts_at, id) WHERE student_id IS NOT NULL;
CREATE INDEX ix_slots_mentor_id_meetings ON mentoring.slots (mentor_id, starts_at, id) WHERE student_id IS NOT NULL;
CREATE INDEX ix_slots_mentor_id_open ON mentoring.slots (mentor_id, starts_at) WHERE status = 'tentative';
CREATE INDEX ix_slots_open ON mentoring.slots (starts_at, id) WHERE status = 'tentative';
CREATE INDEX ix_slots_request_expires_at
    ON mentoring.slots (request_expires_at, id)
    WHERE status IN ('meeting_requested', 'under_review') AND put_aside_at IS NULL;
CREATE INDEX ix_slots_undecided
    ON mentoring.slots (starts_at, id) WHERE status = 'cancellation_requested' AND put_aside_at IS NULL;
CREATE INDEX ix_slots_confirmed ON mentoring.slots (ends_at, id) WHERE status = 'confirmed' AND put_aside_at IS NULL;
CREATE INDEX ix_slots_taken_back
    ON mentoring.slots USING gist (mentor_id, during) WHERE status = 'cancelled' AND NOT is_available;
-- Hard, because the policy says which rows a DELETE may meet, and open slots are deleted.
COMMENT ON TABLE mentoring.slots IS 'Time of mentors, with its booking. An open slot may be removed; all others only change their status. Delete policy: hard.';
COMMENT ON COLUMN mentoring.slots.student_id IS 'User of identity; null without a booking.';
COMMENT ON COLUMN mentoring.slots.ends_at IS 'First instant after the slot.';
COMMENT ON COLUMN mentoring.slots.during IS 'Time of the slot, for exclusion constraints.';
COMMENT ON COLUMN mentoring.slots.is_available IS 'True if the time may be offered: while the slot is open, and after a cancellation by its student.';
COMMENT ON COLUMN mentoring.slots.is_generated IS 'True if the slot comes from the availability and is replaced when that changes.';
COMMENT ON COLUMN mentoring.slots.price_tokens IS 'Tokens that the student pays; fixed at booking, null without one.';
COMMENT ON COLUMN mentoring.slots.earning_tokens IS 'Tokens that the mentor earns on completion; fixed at booking, null without one.';
COMMENT ON COLUMN mentoring.slots.penalty_tokens IS 'Tokens of the price that are kept on a late cancellation; fixed at booking, null without one.';
COMMENT ON COLUMN mentoring.slots.cutoff_minutes IS 'Minutes before the start until which a cancellation is free; fixed at booking, null without one.';
COMMENT ON COLUMN mentoring.slots.request_expires_at IS 'End of the mentor''s time to decide; null without a request.';
COMMENT ON COLUMN mentoring.slots.confirmed_at IS 'Moment at which the tokens were spent; null before.';
COMMENT ON COLUMN mentoring.slots.cancel_requested_by IS 'Requester of a cancellation, a user of identity; null without one.';
COMMENT ON COLUMN mentoring.slots.cancel_requested_at IS 'Moment of the request, which decides about the penalty; null without one.';
COMMENT ON COLUMN mentoring.slots.cancel_reason IS 'Reason of a cancellation or rejection; null if none is given.';
COMMENT ON COLUMN mentoring.slots.meeting_url IS 'Place of the meeting; null before its confirmation, or if the mentor named none.';
COMMENT ON COLUMN mentoring.slots.no_show IS 'True if the student missed the meeting.';
COMMENT ON COLUMN mentoring.slots.earnings_credited IS 'True if the mentor has earned.';
COMMENT ON COLUMN mentoring.slots.put_aside_at IS 'Moment from which jobs skip the slot, because its tokens could not be moved; null for all others.';
GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring.slots TO ashlar_app;
--rollback DROP TABLE mentoring.slots;
