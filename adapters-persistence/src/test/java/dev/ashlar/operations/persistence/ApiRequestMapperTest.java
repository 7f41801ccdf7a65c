// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import static dev.ashlar.operations.domain.SampleRequests.NOW;
import static dev.ashlar.operations.domain.SampleRequests.ORDER;
import static dev.ashlar.operations.domain.SampleRequests.TRACE;
import static dev.ashlar.operations.domain.SampleRequests.USER;
import static dev.ashlar.operations.domain.SampleRequests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.operations.domain.ApiRequest;
import dev.ashlar.operations.domain.ApiRequests;
import dev.ashlar.operations.domain.ApiRequestsContract;
import dev.ashlar.operations.domain.RequestClient;
import dev.ashlar.operations.domain.RequestedOperation;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class ApiRequestMapperTest extends ApiRequestsContract {
    @Autowired
    private ApiRequestMapper requests;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected ApiRequests requests() {
        return requests;
    }

    @Override
    protected List<Sum> sums() {
        return jdbc.sql("""
                        SELECT bucket, method, requests, client_errors, server_errors, response_bytes, latency
                        FROM operations.api_request_stats
                        ORDER BY bucket, method, route""")
                .query((row, _) -> new Sum(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getBigDecimal(7)))
                .list();
    }

    @Override
    protected long personal() {
        return jdbc.sql(
                        "SELECT count(*) FROM operations.api_requests WHERE num_nonnulls(user_id, path, address, user_agent, trace_id) > 0")
                .query(Long.class)
                .single();
    }

    @Test
    void writesEachColumn() {
        var request = request(NOW, 201, Duration.ofNanos(3_456_789));
        requests.insertAll(List.of(request));
        assertThat(jdbc.sql("SELECT *, host(address) AS host FROM operations.api_requests")
                        .query()
                        .singleRow())
                .containsEntry("id", request.id().value())
                .containsEntry("method", "GET")
                .containsEntry("route", ORDER)
                .containsEntry("path", "/api/v1/orders/7")
                .containsEntry("status", 201)
                .containsEntry("duration_ms", new BigDecimal("3.4"))
                .containsEntry("response_bytes", 1000L)
                .containsEntry("user_id", USER.value())
                .containsEntry("platform", "mentor")
                .containsEntry("host", "203.0.113.7")
                .containsEntry("user_agent", "curl/8")
                .containsEntry("trace_id", TRACE)
                .containsEntry("created_at", Timestamp.from(NOW))
                .hasSize(14);
    }

    @Test
    void writesRequestsOfWhichLittleIsKnown() {
        var known = request(NOW, 400, Duration.ZERO);
        requests.insertAll(List.of(new ApiRequest(
                known.id(),
                RequestedOperation.of("x", null, "/x"),
                known.outcome(),
                RequestClient.of(null, null, null, null),
                null,
                NOW)));
        assertThat(jdbc.sql(
                                "SELECT num_nulls(path, user_id, platform, address, user_agent, trace_id) FROM operations.api_requests")
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latency = 0",
                "latency = latency + 1",
                "client_errors = 2",
                "server_errors = 1, client_errors = 1",
                "requests = 0",
                "bucket = bucket + INTERVAL '1 minute'"
            })
    void refusesSumsThatContradictEachOther(String change) {
        requests.insertAll(List.of(request(NOW, 200, Duration.ofMillis(2))));
        requests.sumUp(NOW, NOW);
        assertThatException()
                .isThrownBy(() -> jdbc.sql("UPDATE operations.api_request_stats SET " + change)
                        .update())
                .withStackTraceContaining("chk_api_request_stats_");
    }
}
