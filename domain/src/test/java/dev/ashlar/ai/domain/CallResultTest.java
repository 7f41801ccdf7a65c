// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.DomainException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallResultTest {
    @Test
    void keepsAnErrorOfAnyTextInPrintableCharacters() {
        assertThat(error("Bad \u0000 gate\uD83Dway\r\n")).isEqualTo("Bad   gate way");
        assertThat(error(" \u0007 ")).isEqualTo("Unknown error");
        assertThat(error("😀".repeat(3000))).isEqualTo("😀".repeat(CallResult.MAX_ERROR));
    }

    @Test
    void refusesValuesOutOfRange() {
        assertRefused("/result/error", () -> result(InteractionStatus.PENDING, 200, "Error", 1));
        assertRefused("/result/error", () -> result(InteractionStatus.FAILED, 200, null, 1));
        assertRefused("/result/error", () -> result(InteractionStatus.FAILED, 200, "", 1));
        assertRefused("/result/error", () -> result(InteractionStatus.FAILED, 200, "e".repeat(2001), 1));
        assertRefused("/result/statusCode", () -> result(InteractionStatus.PENDING, 99, null, 1));
        assertRefused("/result/statusCode", () -> result(InteractionStatus.PENDING, 600, null, 1));
        assertRefused("/result/responseTimeMs", () -> result(InteractionStatus.PENDING, null, null, -1));
        assertRefused("/result/ttftMs", () -> CallResult.succeeded(200, 1, -1));
        assertThat(result(InteractionStatus.PROCESSED, null, null, null)).isNotNull();
    }

    private static String error(String text) {
        return String.valueOf(CallResult.failed(502, text, null, null).error());
    }

    private static CallResult result(
            InteractionStatus status,
            @Nullable Integer statusCode,
            @Nullable String error,
            @Nullable Integer responseTimeMs) {
        return new CallResult(status, statusCode, error, responseTimeMs, null);
    }

    private static void assertRefused(String pointer, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.errors().getFirst().pointer())
                                .isEqualTo(pointer));
    }
}
