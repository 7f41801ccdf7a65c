// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "-1.5e+300",
                "\"\"",
                "{\"text\": \"a \\\" \\\\u0000 \\u00e4 \\ud83d\\ude00 😀\", \"n\": [1, 0.25, -3E-9, true]}"
            })
    void keepsWhatPostgresqlStores(String json) {
        assertThat(JsonText.storable(json)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"a\\u0000b\",\"a\\ufffdb\"",
                "\"\\\\\\u0000\",\"\\\\\\ufffd\"",
                "\"\\ud83d\",\"\\ufffd\"",
                "\"\\ud83dx\",\"\\ufffdx\"",
                "\"\\ude00\\ud83d\",\"\\ufffd\\ufffd\"",
                "\"\\ud83d\\ud83d\\ude00\",\"\\ufffd\\ud83d\\ude00\""
            })
    void replacesWhatPostgresqlRefusesInTexts(String json, String storable) {
        assertThat(JsonText.storable(json)).isEqualTo(storable);
    }

    @Test
    void keepsNothingOfDocumentsWithoutBounds() {
        assertThat(JsonText.storable(null)).isNull();
        assertThat(JsonText.storable("{\"n\": 1e1000}")).isNull();
        assertThat(JsonText.storable("[1e-1000]")).isNull();
        assertThat(JsonText.storable("1".repeat(301))).isNull();
        assertThat(JsonText.storable("1".repeat(300))).isNotNull();
        assertThat(JsonText.storable("[".repeat(501) + "]".repeat(501))).isNull();
        assertThat(JsonText.storable("[".repeat(500) + "]".repeat(500))).isNotNull();
        assertThat(JsonText.storable("[" + "[],".repeat(600) + "\"1e1000\"]")).isNotNull();
    }

    @Test
    void tellsTheSizesOfTexts() {
        assertThat(JsonText.sizes(null)).isNull();
        assertThat(JsonText.sizes("""
                {"model": "gpt", "n" : 2, "messages": [{"role": "user", "content": "Hi\\u00e4\\n"}, {"role" : "assistant",
                "content": [{"type": "image_url", "image_url": {"url": "data:"}}]}], "stop": ["a", "bc"], "user": ""}""")).isEqualTo("""
                {"model": "gpt", "n" : 2, "messages": [{"role": "user", "content": 4}, {"role" : "assistant",
                "content": [{"type": "image_url", "image_url": {"url": 5}}]}], "stop": [1, 2], "user": 0}""");
        assertThat(JsonText.sizes("\"text\"")).isEqualTo("4");
        assertThat(JsonText.sizes("{\"role\": \"" + "r".repeat(65) + "\"}")).isEqualTo("{\"role\": 65}");
        assertThat(JsonText.sizes("[1e1000]")).isNull();
    }
}
