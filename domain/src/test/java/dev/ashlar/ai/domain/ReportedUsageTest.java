// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedUsageTest {
    @Test
    void keepsWhatAgrees() {
        assertThat(TokenUsage.reported(10, 7, 4, 3)).isEqualTo(new TokenUsage(10, 7, 4, 3, UsageSource.PROVIDER));
    }

    @Test
    void bringsContradictionsIntoTheirBounds() {
        assertThat(TokenUsage.reported(10, 7, 40, 30)).isEqualTo(new TokenUsage(10, 7, 10, 7, UsageSource.PROVIDER));
        assertThat(TokenUsage.reported(-1, -7, -4, -3)).isEqualTo(new TokenUsage(0, 0, 0, 0, UsageSource.PROVIDER));
    }

    @Property
    void isAlwaysAUsage(@ForAll long prompt, @ForAll long completion, @ForAll long cached, @ForAll long reasoning) {
        var usage = TokenUsage.reported(prompt, completion, cached, reasoning);
        var priced = 0L;
        for (var type : UsageType.values()) {
            assertThat(usage.tokens(type)).isNotNegative();
            priced += usage.tokens(type);
        }
        assertThat(priced).isEqualTo(usage.totalTokens());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "4, 1", "5, 2", "9000000000, 1000000000"})
    void estimatesATokenForFourBytes(long bytes, long tokens) {
        assertThat(TokenUsage.estimated(bytes, bytes))
                .isEqualTo(new TokenUsage(tokens, tokens, 0, 0, UsageSource.ESTIMATED));
    }
}
