// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

/**
 * Stored interaction.
 *
 * @param isNew true if it is stored now; false if its id was known
 */
public record IngestedInteraction(InteractionDetails details, boolean isNew) {}
