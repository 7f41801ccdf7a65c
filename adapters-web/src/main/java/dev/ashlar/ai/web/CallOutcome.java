// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import org.jspecify.annotations.Nullable;

/**
 * Outcome of a call of a provider.
 *
 * @param statusCode HTTP status of the provider's answer; null if there was none, or one that HTTP does not have, such as 999
 * @param error reason for a failure; null if the client has the whole answer
 * @param completion completion, as far as it was received; null if there was none
 * @param isFinal true if something has reached the client, or the client has left
 * @param blame party that has failed
 */
record CallOutcome(
        @Nullable Integer statusCode,
        @Nullable String error,
        @Nullable Completion completion,
        boolean isFinal,
        Blame blame) {
    private static final int LEAST_STATUS = 100;
    private static final int GREATEST_STATUS = 599;

    CallOutcome {
        statusCode =
                statusCode != null && statusCode >= LEAST_STATUS && statusCode <= GREATEST_STATUS ? statusCode : null;
    }

    static CallOutcome answered(int statusCode, Completion completion) {
        return new CallOutcome(statusCode, null, completion, true, Blame.NOBODY);
    }

    /** The client got the provider's refusal of its request. */
    static CallOutcome refused(int statusCode) {
        return new CallOutcome(
                statusCode,
                "The provider refused the request with status " + statusCode + ".",
                null,
                true,
                Blame.NOBODY);
    }

    /** Nothing has reached the client, so that another provider may answer. */
    static CallOutcome failed(@Nullable Integer statusCode, String error) {
        return new CallOutcome(statusCode, error, null, false, Blame.PROVIDER);
    }

    /** The answer got no memory in time. Nothing has reached the client, so that another provider may answer. */
    static CallOutcome crowdedOut(int statusCode) {
        return new CallOutcome(statusCode, "Other large answers had the memory.", null, false, Blame.ASHLAR);
    }

    static CallOutcome brokenOff(int statusCode, String error, Completion received) {
        return new CallOutcome(statusCode, error, received, true, Blame.PROVIDER);
    }

    static CallOutcome abandoned(@Nullable Integer statusCode, Completion received) {
        return new CallOutcome(
                statusCode, "The client left before the end of the answer.", received, true, Blame.CLIENT);
    }

    /** Party that has failed. */
    enum Blame {
        NOBODY,
        PROVIDER,
        CLIENT,
        ASHLAR
    }
}
