// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.application.EventDelivery;
import dev.ashlar.kernel.application.EventPublicationId;
import dev.ashlar.kernel.application.OutstandingEvent;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Example answers of operations in the API description. */
@Component
class OperationsExamples implements ExampleRecords {
    @Override
    public List<Record> all() {
        return List.of(new OutstandingEvent(
                new EventPublicationId(UUID.fromString("5b1f3c7e-8a44-4c6e-9d0b-2f6a1c3e5d7f")),
                "commerce.credit-tokens",
                "dev.ashlar.commerce.OrderPaid",
                "{\"orderId\": \"019a0b1c-2d3e-7f40-8a5b-00000000000d\", \"tokens\": 100}",
                EventDelivery.FAILED,
                3,
                Instant.parse("2026-02-03T16:05:12Z"),
                Instant.parse("2026-02-03T16:05:42Z")));
    }
}
