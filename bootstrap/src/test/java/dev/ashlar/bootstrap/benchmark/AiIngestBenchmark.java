// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.Benchmarks;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A million calls of language models, reported over HTTP as lines of JSON, 4,000 in a request, beside COPY of the same rows into the same table by
 * the same number of connections. Ashlar also prices each call, marks its hour for the statistics and charges budgets.
 */
@Tag("benchmark")
class AiIngestBenchmark {
    private static final ReportedCalls CALLS = new ReportedCalls(Benchmarks.ARE_MEASURING ? 4000 : 100);

    @TempDir
    private Path home;

    @Test
    void reportsAMillionCalls() {
        try (var ashlar = ServedAshlar.start(home)) {
            ReportedCalls.prepare(ashlar.psql());
            var load = new Load("Batch of " + CALLS.callsOfABatch() + " reported calls", 2, 25, 3, 7);
            var tokens = IntStream.range(0, ReportedCalls.USERS)
                    .mapToObj(number -> "Bearer " + ashlar.token(ReportedCalls.user(number), "student"))
                    .toList();

            load.contender("Ashlar", client -> {
                        var http = ashlar.connect();
                        return number -> http.post(
                                        "/api/v1/ai/interactions/bulk",
                                        CALLS.json(number),
                                        "Authorization",
                                        tokens.get(number % ReportedCalls.USERS),
                                        "Content-Type",
                                        "application/jsonl")
                                .is(200);
                    })
                    .contender("COPY", client -> number -> copy(ashlar, number))
                    .run(ashlar.statements())
                    .add("Memory of Ashlar", ashlar.memory())
                    .print();

            long calls = (long) load.requestsPerContender() * CALLS.callsOfABatch();
            var sums = "SELECT count(*) || ' ' || sum(cost_usd) || ' ' || sum(total_tokens) FROM ai.ai_interactions"
                    + " WHERE substr(id::text, 18, 1) = ";
            assertThat(text(ashlar.psql(), sums + "'0'"))
                    .startsWith(calls + " ")
                    .isEqualTo(text(ashlar.psql(), sums + "'1'"));
        }
    }

    private static void copy(ServedAshlar ashlar, int batch) throws Exception {
        try (var connection = ashlar.connections().getConnection()) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(ReportedCalls.COPY, new StringReader(CALLS.text(batch)));
            assertThat(rows).isEqualTo(CALLS.callsOfABatch());
        }
    }

    private static String text(JdbcClient psql, String sql) {
        return psql.sql(sql).query(String.class).single();
    }
}
