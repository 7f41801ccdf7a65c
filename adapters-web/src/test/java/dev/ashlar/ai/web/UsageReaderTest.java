// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.ai.domain.UsageSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class UsageReaderTest {
    @Test
    void readsTheShapeOfChatCompletions() {
        assertThat(read("""
                {"prompt_tokens": 1117, "completion_tokens": 46, "total_tokens": 1163,
                 "prompt_tokens_details": {"cached_tokens": 1024, "audio_tokens": 0},
                 "completion_tokens_details": {"reasoning_tokens": 20}}""")).isEqualTo(usage(1117, 46, 1024, 20));
    }

    @Test
    void readsTheShapeOfResponses() {
        assertThat(read("""
                {"input_tokens": 36, "input_tokens_details": {"cached_tokens": 6},
                 "output_tokens": 87, "output_tokens_details": {"reasoning_tokens": 7}, "total_tokens": 123}""")).isEqualTo(usage(36, 87, 6, 7));
    }

    @Test
    void readsUsageWithoutDetails() {
        assertThat(read("{\"prompt_tokens\": 5, \"completion_tokens\": 2, \"prompt_tokens_details\": null}"))
                .isEqualTo(usage(5, 2, 0, 0));
    }

    @Test
    void addsTokensOfReasoningThatAreCountedBesideTheAnswer() {
        assertThat(read("""
                {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 115,
                 "completion_tokens_details": {"reasoning_tokens": 100}}""")).isEqualTo(usage(10, 105, 0, 100));
    }

    @Test
    void bringsNonsenseIntoItsBounds() {
        assertThat(read("""
                {"prompt_tokens": 10, "completion_tokens": -5, "prompt_tokens_details": {"cached_tokens": 99},
                 "completion_tokens_details": {"reasoning_tokens": "many"}}""")).isEqualTo(usage(10, 0, 10, 0));
    }

    @Test
    void readsNoFractions() {
        assertThat(read("""
                {"prompt_tokens": 10, "completion_tokens": 2.5, "total_tokens": 12.5,
                 "prompt_tokens_details": {"cached_tokens": 1e400}}""")).isEqualTo(usage(10, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "17",
                "{\"prompt_tokens\": \"5\"}",
                "{\"prompt_tokens\": 5.5}",
                "{\"total_tokens\": 5}"
            })
    void findsNoUsageWhereThereIsNone(String json) {
        assertThat(read(json)).isNull();
    }

    private static TokenUsage read(String json) {
        return UsageReader.read(JsonMapper.shared().readTree(json));
    }

    private static TokenUsage usage(long prompt, long completion, long cached, long reasoning) {
        return new TokenUsage(prompt, completion, cached, reasoning, UsageSource.PROVIDER);
    }
}
