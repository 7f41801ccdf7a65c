// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

/**
 * Result of processing interactions.
 *
 * @param processed number of interactions that are processed now
 * @param more true if further ones are pending that meet the conditions
 */
public record ProcessedInteractions(int processed, boolean more) {}
