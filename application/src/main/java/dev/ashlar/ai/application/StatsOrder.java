// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

/** Figure by which models and users are ranked, the largest first. */
public enum StatsOrder {
    COST,
    REQUESTS,
    /** Tokens of requests and answers. */
    TOKENS
}
