--liquibase formatted sql
-- not audited admissions.application_events: append-only; the status of the application is audited

--changeset admissions:005-create-application-status
CREATE TYPE admissions.application_status AS ENUM (
    'draft', 'submitted', 'under_review', 'accepted', 'waitlisted', 'rejected', 'enrolled', 'withdrawn'
);
COMMENT ON TYPE admissions.application_status IS 'Status of an application.';
--rollback DROP TYPE admissions.application_status;

--changeset admissions:005-create-applications
--comment: The price is copied, so that an edit of the course changes no application.
CREATE TABLE admissions.applications (
    id               uuid                          NOT NULL,
    application_no   text                          NOT NULL,
    user_id          uuid                          NOT NULL,
    platform         text                          NOT NULL,
    course_id        uuid                          NOT NULL,
    batch_id         uuid,
    college_id       uuid,
    list_price       numeric(12, 2)                NOT NULL,
    final_amount     numeric(12, 2)                NOT NULL,
    currency         text                          NOT NULL,
    status           admissions.application_status NOT NULL DEFAULT 'draft',
    waitlisted_at    timestamptz,
    offer_expires_at timestamptz,
    decided_by       uuid,
    created_at       timestamptz                   NOT NULL,
    updated_at       timestamptz                   NOT NULL,
    version          int                           NOT NULL DEFAULT 0,
    CONSTRAINT pk_applications PRIMARY KEY (id),
    CONSTRAINT uq_applications_application_no UNIQUE (application_no),
    CONSTRAINT uq_applications_id_user_id UNIQUE (id, user_id),
    CONSTRAINT fk_applications_course_id FOREIGN KEY (course_id) REFERENCES admissions.courses (id) ON DELETE RESTRICT,
    CONSTRAINT fk_applications_batch_id
        FOREIGN KEY (batch_id, course_id) REFERENCES admissions.batches (id, course_id) ON DELETE RESTRICT,
    CONSTRAINT fk_applications_college_id
        FOREIGN KEY (college_id) REFERENCES admissions.colleges (id) ON DELETE RESTRICT,
    CONSTRAINT chk_applications_application_no CHECK (length(application_no) = 14),
    CONSTRAINT chk_applications_platform CHECK (length(platform) BETWEEN 1 AND 40),
    CONSTRAINT chk_applications_list_price CHECK (list_price > 0 AND kernel.is_money(list_price, currency)),
    CONSTRAINT chk_applications_final_amount CHECK (
        final_amount BETWEEN 0 AND list_price AND kernel.is_money(final_amount, currency)
    ),
    CONSTRAINT chk_applications_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT chk_applications_batch CHECK (batch_id IS NOT NULL OR status IN ('draft', 'withdrawn')),
    CONSTRAINT chk_applications_waitlisted_at CHECK ((waitlisted_at IS NOT NULL) = (status = 'waitlisted')),
    CONSTRAINT chk_applications_offer CHECK (offer_expires_at IS NULL OR status = 'accepted'),
    CONSTRAINT chk_applications_decider CHECK (decided_by <> user_id),
    CONSTRAINT chk_applications_decision CHECK (decided_by IS NOT NULL OR status IN ('draft', 'submitted', 'withdrawn')),
    CONSTRAINT chk_applications_version CHECK (version >= 0)
);
CREATE UNIQUE INDEX uq_applications_user_id_course_id
    ON admissions.applications (user_id, course_id) WHERE status <> 'rejected' AND status <> 'withdrawn';
CREATE INDEX ix_applications_user_id ON admissions.applications (user_id, id);
CREATE INDEX ix_applications_status ON admissions.applications (status, id);
CREATE INDEX ix_applications_course_id ON admissions.applications (course_id);
CREATE INDEX ix_applications_batch_id ON admissions.applications (batch_id, id);
CREATE INDEX ix_applications_batch_id_course_id ON admissions.applications (batch_id, course_id);
CREATE INDEX ix_applications_college_id ON admissions.applications (college_id);
CREATE INDEX ix_applications_waitlisted_at
    ON admissions.applications (batch_id, waitlisted_at, id) WHERE status = 'waitlisted';
CREATE INDEX ix_applications_offer_expires_at
    ON admissions.applications (offer_expires_at, id) WHERE offer_expires_at IS NOT NULL;
COMMENT ON TABLE admissions.applications IS 'Applications of people for courses. Delete policy: status.';
COMMENT ON COLUMN admissions.applications.application_no IS 'Number that people read, as in 7Q2M-9XD4-T1BK.';
COMMENT ON COLUMN admissions.applications.user_id IS 'Applicant; a user of identity.';
COMMENT ON COLUMN admissions.applications.platform IS 'Code of the platform through which the application was created.';
COMMENT ON COLUMN admissions.applications.batch_id IS 'A batch of the course; null in a draft without a choice.';
COMMENT ON COLUMN admissions.applications.college_id IS 'Null if it is not known.';
COMMENT ON COLUMN admissions.applications.list_price IS 'Price of the course when the application was created.';
COMMENT ON COLUMN admissions.applications.final_amount IS 'List price, or the price of an approved discount.';
COMMENT ON COLUMN admissions.applications.waitlisted_at IS 'Decides the order of the waiting list; null unless on it.';
COMMENT ON COLUMN admissions.applications.offer_expires_at IS 'End of the reservation of a seat; null unless one is offered.';
COMMENT ON COLUMN admissions.applications.decided_by IS 'Last reviewer, a user of identity and never the applicant; null before the review.';
COMMENT ON COLUMN admissions.applications.version IS 'Counts changes of any kind.';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON admissions.applications
    FOR EACH ROW EXECUTE FUNCTION kernel.audit(
        'id', 'user_id', 'course_id', 'batch_id', 'list_price', 'final_amount', 'currency', 'status', 'waitlisted_at',
        'offer_expires_at', 'decided_by'
    );
GRANT SELECT, INSERT, UPDATE ON admissions.applications TO ashlar_app;
--rollback DROP TABLE admissions.applications;

--changeset admissions:005-create-application-events
--comment: History that applicants and reviewers read.
CREATE TABLE admissions.application_events (
    application_id uuid                          NOT NULL,
    version        int                           NOT NULL,
    from_status    admissions.application_status,
    to_status      admissions.application_status NOT NULL DEFAULT 'draft',
    actor_id       uuid,
    note           text,
    created_at     timestamptz                   NOT NULL,
    CONSTRAINT pk_application_events PRIMARY KEY (application_id, version),
    CONSTRAINT fk_application_events_application_id
        FOREIGN KEY (application_id) REFERENCES admissions.applications (id) ON DELETE RESTRICT,
    CONSTRAINT chk_application_events_note CHECK (length(note) BETWEEN 1 AND 500)
);
COMMENT ON TABLE admissions.application_events IS 'Changes of the status of applications. Delete policy: append-only.';
COMMENT ON COLUMN admissions.application_events.version IS 'Version of the application that the change made.';
COMMENT ON COLUMN admissions.application_events.from_status IS 'Null for the creation.';
COMMENT ON COLUMN admissions.application_events.actor_id IS 'Person who made the change, a user of identity; null for a job.';
COMMENT ON COLUMN admissions.application_events.note IS 'Reason that the person gave; null without one.';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON admissions.application_events
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON admissions.application_events TO ashlar_app;
--rollback DROP TABLE admissions.application_events;
