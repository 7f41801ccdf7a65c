// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in one piece that PostgreSQL could not store, so that their calls would not be metered. */
class CompletionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\uFEFF{}",
                "{} x",
                "{}{}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":\"\n\"}",
                "{/**/}"
            })
    void refusesWhatIsNoObject(String body) {
        assertThatExceptionOfType(BadAnswer.class)
                .isThrownBy(() -> Completion.whole(body.getBytes(StandardCharsets.UTF_8)));
    }
}
