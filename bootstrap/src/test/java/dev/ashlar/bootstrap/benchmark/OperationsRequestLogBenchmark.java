// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.benchmark.Load.Request;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Throughput and p99 of short requests with the log of requests and without it. */
@Tag("benchmark")
class OperationsRequestLogBenchmark {
    private static final String PATH = "/api/tags";

    @TempDir
    private Path logged;

    @TempDir
    private Path unlogged;

    @Test
    void comparesRequestsWithAndWithoutTheirLog() {
        try (var with = ServedAshlar.start(logged);
                var without = ServedAshlar.start(unlogged, "--ashlar.request-log.enabled=false")) {
            var load = new Load("Log of requests", 16, 8_000, 10, 7);
            load.contender("with the log", clients(with))
                    .contender("without the log", clients(without))
                    .run(with.statements())
                    .add("Memory of Ashlar with the log", with.memory())
                    .print();

            await().untilAsserted(() -> assertThat(rows(with)).isGreaterThan(load.requestsPerContender() / 2));
            assertThat(rows(without)).isZero();
        }
    }

    private static IntFunction<Request> clients(ServedAshlar ashlar) {
        return client -> {
            var http = ashlar.connect();
            return number -> http.get(PATH).is(200);
        };
    }

    private static long rows(ServedAshlar ashlar) {
        return ashlar.psql()
                .sql("SELECT count(*) FROM operations.api_requests")
                .query(Long.class)
                .single();
    }
}
