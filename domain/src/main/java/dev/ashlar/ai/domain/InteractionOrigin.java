// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Caller and receiver of a call.
 *
 * @param model name of the model, as the client names it
 * @param platform code of the product through which the call came
 * @param traceId trace of the request (W3C trace context); null if the call was made elsewhere
 */
public record InteractionOrigin(
        AiProviderId providerId,
        String model,
        UserId userId,
        String platform,
        @Nullable String traceId) {
    /** Greatest length of the name of a model. */
    public static final int MAX_MODEL = 200;

    private static final Pattern MODEL = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1," + MAX_MODEL + "}");
    private static final Pattern PLATFORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

    public InteractionOrigin {
        Fields.require(
                MODEL.matcher(model).matches() && !model.isBlank(),
                "/origin/model",
                "must be at most " + MAX_MODEL + " printable characters");
        Fields.require(PLATFORM.matcher(platform).matches(), "/origin/platform", "must be the code of a platform");
        Fields.require(
                traceId == null || TRACE_ID.matcher(traceId).matches(),
                "/origin/traceId",
                "must be 32 hexadecimal digits in lower case");
    }
}
