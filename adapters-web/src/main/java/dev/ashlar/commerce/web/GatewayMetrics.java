// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Log and counters of gateway messages that change nothing here, but that operators should know of. */
@Component
final class GatewayMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayMetrics.class);
    private static final String IGNORED = "ashlar.payments.ignored";

    private final MeterRegistry registry;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts a message about a payment that is not one of ours: the gateway account may serve other shops. */
    void foreign() {
        LOG.info("Webhook of a foreign payment ignored");
        count("foreign");
    }

    /** Counts a message without news: its status is unknown or what belongs to it is missing. */
    void unreadable(String status) {
        LOG.warn("Gateway message without news ignored status={}", status.replaceAll("[^\\w.-]", "?"));
        count("unreadable");
    }

    private void count(String cause) {
        registry.counter(IGNORED, "cause", cause).increment();
    }
}
