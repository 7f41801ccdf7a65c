// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import org.jspecify.annotations.Nullable;

/**
 * Interaction with its contents.
 *
 * @param request body of the request as JSON; null if it is not kept
 * @param response body of the answer as JSON; null if it is not kept
 */
public record InteractionDetails(
        InteractionView interaction,
        @Nullable String request,
        @Nullable String response) {}
