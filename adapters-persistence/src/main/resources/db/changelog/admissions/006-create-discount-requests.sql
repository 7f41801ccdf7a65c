--liquibase formatted sql

--changeset admissions:006-create-discount-status
CREATE TYPE admissions.discount_status AS ENUM ('pending', 'approved', 'rejected');
COMMENT ON TYPE admissions.discount_status IS 'Status of a discount request.';
--rollback DROP TYPE admissions.discount_status;

--changeset admissions:006-create-discount-requests
--comment: A lower price needs the approval of another person; a request after a rejection is another row.
CREATE TABLE admissions.discount_requests (
    id              uuid                       NOT NULL,
    application_id  uuid                       NOT NULL,
    batch_id        uuid                       NOT NULL,
    user_id         uuid                       NOT NULL,
    requested_price numeric(12, 2)             NOT NULL,
    approved_price  numeric(12, 2),
    currency        text                       NOT NULL,
    requested_by    uuid                       NOT NULL,
    status          admissions.discount_status NOT NULL DEFAULT 'pending',
    decided_by      uuid,
    decided_at      timestamptz,
    note            text,
    created_at      timestamptz                NOT NULL,
    updated_at      timestamptz                NOT NULL,
    CONSTRAINT pk_discount_requests PRIMARY KEY (id),
    CONSTRAINT fk_discount_requests_application_id
        FOREIGN KEY (application_id, user_id) REFERENCES admissions.applications (id, user_id) ON DELETE RESTRICT,
    CONSTRAINT fk_discount_requests_batch_id
        FOREIGN KEY (batch_id) REFERENCES admissions.batches (id) ON DELETE RESTRICT,
    CONSTRAINT chk_discount_requests_requested_price CHECK (
        requested_price >= 0 AND kernel.is_money(requested_price, currency)
    ),
    CONSTRAINT chk_discount_requests_approved_price CHECK (
        approved_price >= 0 AND kernel.is_money(approved_price, currency)
    ),
    CONSTRAINT chk_discount_requests_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT chk_discount_requests_note CHECK (length(note) BETWEEN 1 AND 500),
    CONSTRAINT chk_discount_requests_decider CHECK (decided_by <> requested_by AND decided_by <> user_id),
    CONSTRAINT chk_discount_requests_decision CHECK (
        CASE status
            WHEN 'pending' THEN decided_by IS NULL AND decided_at IS NULL AND approved_price IS NULL AND note IS NULL
            WHEN 'approved' THEN decided_by IS NOT NULL AND decided_at IS NOT NULL AND approved_price IS NOT NULL
            ELSE decided_at IS NOT NULL AND approved_price IS NULL AND note IS NOT NULL
        END
    )
);
CREATE UNIQUE INDEX uq_discount_requests_pending
    ON admissions.discount_requests (application_id) WHERE status = 'pending';
CREATE UNIQUE INDEX uq_discount_requests_approved
    ON admissions.discount_requests (application_id) WHERE status = 'approved';
CREATE INDEX ix_discount_requests_application_id ON admissions.discount_requests (application_id, user_id);
CREATE INDEX ix_discount_requests_batch_id ON admissions.discount_requests (batch_id);
CREATE INDEX ix_discount_requests_user_id ON admissions.discount_requests (user_id, id);
CREATE INDEX ix_discount_requests_status ON admissions.discount_requests (status, id);
COMMENT ON TABLE admissions.discount_requests IS 'Requests for lower prices and their decisions. Delete policy: status.';
COMMENT ON COLUMN admissions.discount_requests.batch_id IS 'Batch of the application when the discount was requested.';
COMMENT ON COLUMN admissions.discount_requests.user_id IS 'Applicant; a user of identity.';
COMMENT ON COLUMN admissions.discount_requests.requested_price IS 'Below the list price of the application.';
COMMENT ON COLUMN admissions.discount_requests.approved_price IS 'May differ from the requested price; null unless approved.';
COMMENT ON COLUMN admissions.discount_requests.requested_by IS 'Requester, a user of identity; never the decider.';
COMMENT ON COLUMN admissions.discount_requests.decided_by IS 'A user of identity; null if pending, or ended by a change of the application.';
COMMENT ON COLUMN admissions.discount_requests.decided_at IS 'Null while pending.';
COMMENT ON COLUMN admissions.discount_requests.note IS 'Comment of the decider, or the change that ended the request; required for a rejection.';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON admissions.discount_requests
    FOR EACH ROW EXECUTE FUNCTION kernel.audit(
        'id', 'application_id', 'batch_id', 'user_id', 'requested_price', 'approved_price', 'currency', 'requested_by',
        'status', 'decided_by'
    );
GRANT SELECT, INSERT, UPDATE ON admissions.discount_requests TO ashlar_app;
--rollback DROP TABLE admissions.discount_requests;
