--liquibase formatted sql
-- waive migrations-on-filled-tables operations.kpi_snapshots: rows are made of times that are no full quarters of an hour
-- waive timestamp-style operations.kpi_snapshots.bucket: a name of the requirements

--changeset operations:012-create-kpi-snapshots
--comment: A run that is repeated finds the rows of its quarter of an hour, and changes nothing.
CREATE TABLE operations.kpi_snapshots (
    metric     text           NOT NULL,
    bucket     timestamptz    NOT NULL,
    dimensions text           NOT NULL,
    value      numeric(24, 4) NOT NULL,
    created_at timestamptz    NOT NULL,
    CONSTRAINT pk_kpi_snapshots PRIMARY KEY (metric, dimensions, bucket),
    CONSTRAINT chk_kpi_snapshots_metric CHECK (metric ~ '^[a-z]+\.[a-z]+(-[a-z]+)*$' AND length(metric) <= 60),
    CONSTRAINT chk_kpi_snapshots_bucket CHECK (extract(epoch FROM bucket) % 900 = 0),
    CONSTRAINT chk_kpi_snapshots_dimensions CHECK (
        dimensions ~ '^([a-z]+=[A-Za-z0-9_-]+(,[a-z]+=[A-Za-z0-9_-]+)*)?$' AND length(dimensions) <= 200
    )
);
CREATE INDEX ix_kpi_snapshots_bucket ON operations.kpi_snapshots (bucket);
COMMENT ON TABLE operations.kpi_snapshots IS 'Key figures of all contexts, every quarter of an hour. Delete policy: hard.';
COMMENT ON COLUMN operations.kpi_snapshots.metric IS 'Context and noun, as in commerce.orders.';
COMMENT ON COLUMN operations.kpi_snapshots.bucket IS 'Start of the quarter of an hour (UTC) in which it was counted.';
COMMENT ON COLUMN operations.kpi_snapshots.dimensions IS 'Part that was counted, as in status=paid; empty for the whole.';
COMMENT ON COLUMN operations.kpi_snapshots.value IS 'Number, or sum in the unit of the metric.';
GRANT SELECT, INSERT, DELETE ON operations.kpi_snapshots TO ashlar_app;
--rollback DROP TABLE operations.kpi_snapshots;
