// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;
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

    /** The answer got no memory in time. Nothing has reached the client, so that another provider may answer. */
    static CallOutcome crowdedOut(int statusCode) {
        return new CallOutcome(statusCode, "Other large answers had the memory.", null, false, Blame.ASHLAR);
    }

    static CallOutcome abandoned(@Nullable Integer statusCode, @Nullable Completion received) {
        return new CallOutcome(
                statusCode, "The client left before the end of the answer.", received, true, Blame.CLIENT);
    }

    /** Returns the sentence about a failure of the provider that is stored. */
    static String reason(IOException failure) {
        return switch (failure) {
            case BadAnswer bad -> String.valueOf(bad.getMessage());
            case HttpTimeoutException _ -> "The provider did not answer in time.";
            case UnknownHostException _ -> "The host of the provider has no address.";
            case ConnectException _ -> "The provider could not be reached.";
            case SSLException _ -> "The TLS connection could not be established.";
            default -> "The connection to the provider failed.";
        };
    }

    /** Party that has failed. */
    enum Blame {
        NOBODY,
        PROVIDER,
        CLIENT,
        ASHLAR
    }
}
