// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import org.jspecify.annotations.Nullable;

/**
 * Facts about a request for a completion, without its texts.
 *
 * @param start place of the first field, in bytes
 * @param choices number of answers that it asks for
 * @param maxCompletionTokens most tokens of one answer; null if the request leaves them to the model
 * @param includesUsage true if the client wants the usage at the end of its stream
 * @param imageBytes bytes of the images inside the body
 */
record ChatFacts(
        int start,
        String model,
        boolean stream,
        boolean includesUsage,
        int choices,
        @Nullable Long maxCompletionTokens,
        int images,
        long imageBytes) {}
