// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Spelling;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Result of a call.
 *
 * @param statusCode HTTP status of the provider's answer; null if there was none
 * @param error reason for the failure; null unless the call failed
 * @param responseTimeMs milliseconds from the call to the end of the answer; null if unknown
 * @param ttftMs milliseconds from the call to the first token of a stream; null for an answer in one piece
 */
public record CallResult(
        InteractionStatus status,
        @Nullable Integer statusCode,
        @Nullable String error,
        @Nullable Integer responseTimeMs,
        @Nullable Integer ttftMs) {
    /** Greatest length of an error in characters. */
    public static final int MAX_ERROR = 2000;

    private static final int MIN_STATUS_CODE = 100;
    private static final int MAX_STATUS_CODE = 599;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\n\t]]");

    public CallResult {
        Fields.require(
                (status == InteractionStatus.FAILED) == (error != null),
                "/result/error",
                "must be there if the call failed, and only then");
        Fields.require(
                error == null || (!error.isEmpty() && Spelling.length(error) <= MAX_ERROR),
                "/result/error",
                "must be from 1 to " + MAX_ERROR + " characters");
        Fields.require(
                statusCode == null || (statusCode >= MIN_STATUS_CODE && statusCode <= MAX_STATUS_CODE),
                "/result/statusCode",
                "must be from " + MIN_STATUS_CODE + " to " + MAX_STATUS_CODE);
        Fields.require(responseTimeMs == null || responseTimeMs >= 0, "/result/responseTimeMs", "must be at least 0");
        Fields.require(ttftMs == null || ttftMs >= 0, "/result/ttftMs", "must be at least 0");
    }

    /** Returns the result of a call that succeeded, and that nobody has processed yet. */
    public static CallResult succeeded(
            @Nullable Integer statusCode, @Nullable Integer responseTimeMs, @Nullable Integer ttftMs) {
        return new CallResult(InteractionStatus.PENDING, statusCode, null, responseTimeMs, ttftMs);
    }

    /** Returns the result of a call that failed, with as much of the error as is kept and without unprintable characters. */
    public static CallResult failed(
            @Nullable Integer statusCode, String error, @Nullable Integer responseTimeMs, @Nullable Integer ttftMs) {
        var printable = UNPRINTABLE.matcher(error).replaceAll(" ").strip();
        return new CallResult(
                InteractionStatus.FAILED,
                statusCode,
                printable.isEmpty() ? "Unknown error" : Spelling.cut(printable, MAX_ERROR),
                responseTimeMs,
                ttftMs);
    }
}
