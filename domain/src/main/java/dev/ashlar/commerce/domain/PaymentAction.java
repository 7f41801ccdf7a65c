// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

/** Action by which an administrator ends an attention case. */
public enum PaymentAction {
    /** Keep the money and deliver the order, or leave a paid order as it is. */
    ACCEPT,
    /** Return the money and reverse the order's tokens. */
    REFUND,
    /** Ask the gateway again. */
    RETRY
}
