// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.ashlar.ai.application.InteractionDetails;
import dev.ashlar.ai.application.InteractionView;
import dev.ashlar.kernel.Flat;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Interaction with its contents.
 *
 * @param request body of the request; null if it is not kept
 * @param response body of the answer; null if it is not kept
 */
record StoredInteraction(
        @Flat InteractionView interaction,

        @JsonRawValue @Schema(implementation = Object.class) @Nullable
        String request,

        @JsonRawValue @Schema(implementation = Object.class) @Nullable
        String response) {
    static StoredInteraction of(InteractionDetails details) {
        return new StoredInteraction(details.interaction(), details.request(), details.response());
    }
}
