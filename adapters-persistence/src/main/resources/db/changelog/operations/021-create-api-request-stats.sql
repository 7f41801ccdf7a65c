--liquibase formatted sql
-- waive migrations-on-filled-tables operations.api_request_stats: rows are made of times that are no multiple of five minutes
-- waive optimistic-lock operations.api_request_stats: nobody edits the sums; a job computes them anew
-- waive row-timestamps operations.api_request_stats: computed anew each time, at the time that updated_at says
-- waive timestamp-style operations.api_request_stats.bucket: a name of the requirements

--changeset operations:021-create-api-request-stats
--comment: Percentiles of any range are read from few rows. The counts of the histogram are the digits of one number to base 10^12, so that sum() adds histograms; modulo 10^12 - 1 the number is the sum of the counts.
CREATE TABLE operations.api_request_stats (
    bucket         timestamptz  NOT NULL,
    method         text         NOT NULL,
    route          text         NOT NULL,
    requests       bigint       NOT NULL,
    client_errors  bigint       NOT NULL,
    server_errors  bigint       NOT NULL,
    response_bytes bigint       NOT NULL,
    latency        numeric(984) NOT NULL,
    updated_at     timestamptz  NOT NULL,
    CONSTRAINT pk_api_request_stats PRIMARY KEY (bucket, method, route),
    CONSTRAINT chk_api_request_stats_bucket CHECK (extract(epoch FROM bucket) % 300 = 0),
    CONSTRAINT chk_api_request_stats_method CHECK (length(method) BETWEEN 1 AND 10),
    CONSTRAINT chk_api_request_stats_route CHECK (length(route) BETWEEN 1 AND 300),
    CONSTRAINT chk_api_request_stats_requests CHECK (requests > 0),
    CONSTRAINT chk_api_request_stats_client_errors CHECK (client_errors BETWEEN 0 AND requests),
    CONSTRAINT chk_api_request_stats_server_errors CHECK (server_errors BETWEEN 0 AND requests - client_errors),
    CONSTRAINT chk_api_request_stats_response_bytes CHECK (response_bytes >= 0),
    CONSTRAINT chk_api_request_stats_latency CHECK (latency > 0 AND latency % 999999999999 = requests)
);
COMMENT ON TABLE operations.api_request_stats IS 'Requests by method and route, summed up for each five minutes. Delete policy: hard.';
COMMENT ON COLUMN operations.api_request_stats.bucket IS 'Start of the five minutes.';
COMMENT ON COLUMN operations.api_request_stats.requests IS 'Requests of all statuses.';
COMMENT ON COLUMN operations.api_request_stats.client_errors IS 'Answers with a status of 4xx.';
COMMENT ON COLUMN operations.api_request_stats.server_errors IS 'Answers with a status of 5xx.';
COMMENT ON COLUMN operations.api_request_stats.response_bytes IS 'Of the bodies of all answers.';
COMMENT ON COLUMN operations.api_request_stats.latency IS 'Histogram of the durations in tenths of a millisecond; digits to base 10^12.';
COMMENT ON COLUMN operations.api_request_stats.updated_at IS 'Run of the job that last changed the row.';
GRANT SELECT, INSERT, UPDATE, DELETE ON operations.api_request_stats TO ashlar_app;
--rollback DROP TABLE operations.api_request_stats;
