// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

/** Trail of the decisions about payments. */
@FunctionalInterface
public interface PaymentDecisions {
    /** Adds a decision; none is ever changed or removed. */
    void add(PaymentDecision decision);
}
