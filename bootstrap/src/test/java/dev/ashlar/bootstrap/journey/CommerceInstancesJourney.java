// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Concurrent payments of the same orders at two instances. */
@Tag("exhaustive")
class CommerceInstancesJourney {
    private static final int ORDERS = 6;

    @TempDir
    private Path home;

    @Test
    void anOrderPaidAtTwoInstancesIsPaidAndCreditedOnce() {
        try (var instances = new Instances(home.resolve("home"))) {
            var first = instances.serve("first");
            var second = instances.serve("second");
            instances.sendWebhooksTo(second);
            var psql = instances.psql();
            var buyers = Stream.generate(() -> new Buyer(Api.at(first.address().getPort())))
                    .limit(ORDERS)
                    .toList();

            for (var buyer : buyers) {
                var path = "/api/v1/orders/" + buyer.order + "/pay";
                var key = UUID.randomUUID().toString();
                // Half of the requests share a key, like retries of an impatient client.
                var answers = Together.run(
                        8,
                        number -> () -> buyer.api
                                .on(number % 2 == 0 ? first.address() : second.address())
                                .post(
                                        path,
                                        Map.of("source", "tok_approve"),
                                        "Idempotency-Key",
                                        number < 4 ? key : key + number)
                                .status());
                assertThat(answers.stream().map(Outcome::value)).isSubsetOf(Set.of(200, 202, 409));
                await().atMost(Duration.ofSeconds(30)).until(() -> buyer.credits(psql) > 0);
            }

            await().atMost(Duration.ofSeconds(30)).until(() -> count(psql, "kernel.event_publication") == 0);
            assertThat(instances.gateway().payments().all())
                    .hasSize(ORDERS)
                    .allMatch(payment -> payment.status().equals("captured"));
            assertThat(buyers).allSatisfy(buyer -> {
                assertThat(buyer.status(psql)).isEqualTo("paid");
                assertThat(buyer.credits(psql)).isEqualTo(1);
                assertThat(buyer.balance(psql)).isEqualTo(100);
            });
        }
    }

    private static long count(JdbcClient psql, String from) {
        return psql.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }
}
