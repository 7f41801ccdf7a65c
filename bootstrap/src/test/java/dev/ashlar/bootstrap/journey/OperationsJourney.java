// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.application.EventResubmissionWorkflow;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An event that has failed too often is found and tried again by an administrator. */
@JourneyTest
class OperationsJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private EventResubmissionWorkflow events;

    @Test
    void retriesAnEventThatWasGivenUp() {
        var admin = Api.at(port).demo("admin");
        var buyer = new Buyer(Api.at(port));
        var id = UncreditedOrder.of(buyer, databases.database().psql());
        assertThat(events.resubmit()).as("given up").isZero();

        var listed =
                admin.get("/api/v1/operations/events?limit=1").is(200).json().at("/items/0");
        assertThat(listed.at("/id").asString()).isEqualTo(id.toString());
        assertThat(listed.at("/listener").asString()).isEqualTo("commerce.credit-tokens");
        assertThat(listed.at("/delivery").asString()).isEqualTo("failed");

        var retried = admin.post("/api/v1/operations/events/" + id + "/retry", Map.of())
                .is(202)
                .json();
        assertThat(retried.at("/attempts").asInt()).isZero();
        assertThat(events.resubmit()).isEqualTo(1);

        await().until(() ->
                buyer.api.get("/api/v1/wallet").json().at("/balance").asInt() == 7);
        await().until(() -> admin.get("/api/v1/operations/events")
                .is(200)
                .json()
                .at("/items")
                .isEmpty());
    }
}
