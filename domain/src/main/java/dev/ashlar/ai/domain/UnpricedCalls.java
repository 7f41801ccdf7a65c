// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

/** Treatment of calls of a model that has no price. */
public enum UnpricedCalls {
    /** The call is refused. */
    REFUSE,
    /** The call is made and stored without a cost. */
    STORE
}
