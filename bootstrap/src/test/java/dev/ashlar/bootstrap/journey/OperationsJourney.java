package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.application.EventResubmissionWorkflow;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

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
        var id = giveUpOnTokensFor(buyer);
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

    /** As the registry leaves it when nobody could credit the tokens for half a day. */
    private UUID giveUpOnTokensFor(Buyer buyer) {
        var id = UUID.randomUUID();
        var event = """
                {"orderId": "%s", "orderNo": "7Q2M-9XD4-T1BK", "buyer": "%s", "tokens": 7,
                 "total": {"amount": "2.50", "currency": "EUR"}, "at": "2026-01-31T09:30:00Z"}""".formatted(buyer.order, buyer.id);
        var psql = JdbcClient.create(databases.database().owner());
        buyer.pay("tok_hangs").is(202);
        psql.sql("""
                        WITH captured AS (
                            UPDATE commerce.payments SET status = 'captured', external_id = 'captured-' || id
                            WHERE order_id = :order::uuid
                        )
                        UPDATE commerce.orders SET status = 'paid' WHERE id = :order::uuid""").param("order", buyer.order).update();
        psql.sql("""
                        INSERT INTO kernel.event_publication (
                            id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts,
                            last_resubmission_date
                        )
                        VALUES (?, 'commerce.credit-tokens', 'dev.ashlar.commerce.OrderPaid', ?, now(), 'FAILED', 20, now())""").params(id, event).update();
        return id;
    }
}
