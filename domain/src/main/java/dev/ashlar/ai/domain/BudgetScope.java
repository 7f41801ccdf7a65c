// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

/** Kind of calls that a budget covers. */
public enum BudgetScope {
    /** Calls of one user. */
    USER,
    /** Calls of one provider. */
    PROVIDER,
    /** Calls that came through one platform. */
    PLATFORM
}
