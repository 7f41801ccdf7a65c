// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

/**
 * Result of storing interactions.
 *
 * @param stored number of interactions that are stored now
 * @param known number of interactions whose ids were known, from an earlier request or an earlier line
 */
public record IngestedInteractions(int stored, int known) {}
