--liquibase formatted sql

--changeset planner:041-create-friendship-status
CREATE TYPE planner.friendship_status AS ENUM ('pending', 'accepted', 'declined', 'blocked');
COMMENT ON TYPE planner.friendship_status IS 'Status of a friendship.';
--rollback DROP TYPE planner.friendship_status;

--changeset planner:041-create-friendships
--comment: Relations of two people. Ended ones are removed, because only both together may begin anew.
CREATE TABLE planner.friendships (
    id           uuid                      NOT NULL,
    requester_id uuid                      NOT NULL,
    addressee_id uuid                      NOT NULL,
    lower_id     uuid                      NOT NULL GENERATED ALWAYS AS (LEAST(requester_id, addressee_id)) STORED,
    higher_id    uuid                      NOT NULL GENERATED ALWAYS AS (GREATEST(requester_id, addressee_id)) STORED,
    status       planner.friendship_status NOT NULL DEFAULT 'pending',
    blocked_by   uuid,
    created_at   timestamptz               NOT NULL,
    updated_at   timestamptz               NOT NULL,
    version      int                       NOT NULL DEFAULT 0,
    CONSTRAINT pk_friendships PRIMARY KEY (id),
    -- Whoever of the two asked: they have one row, so that a block leaves no other one that the blocked person finds.
    CONSTRAINT uq_friendships_people UNIQUE (lower_id, higher_id),
    CONSTRAINT chk_friendships_people CHECK (requester_id <> addressee_id),
    CONSTRAINT chk_friendships_blocked_by CHECK (
        (status = 'blocked') = (blocked_by IS NOT NULL)
        AND (blocked_by IS NULL OR blocked_by IN (requester_id, addressee_id))
    ),
    CONSTRAINT chk_friendships_version CHECK (version >= 0)
);
CREATE INDEX ix_friendships_requester_id ON planner.friendships (requester_id, id);
CREATE INDEX ix_friendships_requester_id_status ON planner.friendships (requester_id, status, id);
CREATE INDEX ix_friendships_addressee_id ON planner.friendships (addressee_id, id);
CREATE INDEX ix_friendships_addressee_id_status ON planner.friendships (addressee_id, status, id);
COMMENT ON TABLE planner.friendships IS 'Relations of two people, from the request on. Delete policy: hard.';
COMMENT ON COLUMN planner.friendships.requester_id IS 'User of identity.';
COMMENT ON COLUMN planner.friendships.addressee_id IS 'User of identity.';
COMMENT ON COLUMN planner.friendships.lower_id IS 'The user of identity with the lower id.';
COMMENT ON COLUMN planner.friendships.higher_id IS 'The user of identity with the higher id.';
COMMENT ON COLUMN planner.friendships.blocked_by IS 'User of identity who has blocked the other; null unless blocked.';
GRANT SELECT, INSERT, UPDATE, DELETE ON planner.friendships TO ashlar_app;
--rollback DROP TABLE planner.friendships;
