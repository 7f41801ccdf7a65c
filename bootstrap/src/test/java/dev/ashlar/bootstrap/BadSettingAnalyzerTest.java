// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.ClassUtils;

class BadSettingAnalyzerTest {
    @ParameterizedTest
    @CsvSource({
        "int,a whole number",
        "java.lang.Long,a whole number",
        "double,a number",
        "java.time.Duration,a duration such as 30s",
        "org.springframework.util.unit.DataSize,a size such as 2MB",
        "boolean,true or false"
    })
    @Tag("rule-numeric-settings")
    void oneSentenceNamesTheSettingAndWhatItShouldBe(String type, String expected) throws ClassNotFoundException {
        var settings = new MockEnvironment().withProperty("some.setting", "lots");
        var target = ClassUtils.forName(type, null);
        var failure = catchThrowableOfType(
                BindException.class, () -> Binder.get(settings).bind("some.setting", target));
        assertThat(Objects.requireNonNull(new BadSettingAnalyzer().analyze(failure))
                        .getDescription())
                .startsWith("some.setting must be " + expected + ", but it is \"lots\"")
                .endsWith(".")
                .doesNotContain("\n");
    }

    @Test
    void aSettingThatSpringReadsDirectlyIsNoDifferent() {
        var failure = new InvalidConfigurationPropertyValueException(
                "server.port", "eighty", "Failed to convert to type java.lang.Integer");
        assertThat(Objects.requireNonNull(new BadSettingAnalyzer().analyze(failure))
                        .getDescription())
                .isEqualTo("server.port must be a whole number, but it is \"eighty\".");
    }

    @Test
    void otherFailuresAreLeftToOthers() {
        var failure = new InvalidConfigurationPropertyValueException("server.port", "99999", "It is out of range");
        assertThat(new BadSettingAnalyzer().analyze(failure)).isNull();
    }
}
