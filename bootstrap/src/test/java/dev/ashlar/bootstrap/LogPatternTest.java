// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Patterns of log lines outside production. */
class LogPatternTest {
    private static final String FORGED = "2026-01-01T00:00:00.000Z  INFO [main] [] forged : Role changed";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\f", "\n\n", "\n\r"})
    void keepsAValueFromBeginningALine(String lineBreak) throws IOException {
        for (var pattern : new String[] {"logging.pattern.console", "logging.pattern.file"}) {
            var failure = new IllegalArgumentException("Bad value" + lineBreak + FORGED);
            var written = write(pattern, "Refused parameter=" + lineBreak + FORGED, failure);

            assertThat(written.split("[\n\r\f\u0085\u2028]"))
                    .filteredOn(line -> line.startsWith("2026-01-01"))
                    .isEmpty();
            assertThat(written).contains("Refused parameter=", FORGED, "\tat ");
        }
    }

    @Test
    void replacesControlCharactersThatATerminalObeys() throws IOException {
        assertThat(write("logging.pattern.file", "name=\u001b[2K\b\u0000\r x", null))
                .endsWith("name=?[2K??? x\n");
        assertThat(write("logging.pattern.file", "name=\u009b2K\u0085 \u2028 \u2029 x", null))
                .endsWith("name=?2K? ? ? x\n");
    }

    @Test
    void replacesMarksThatReverseTheOrderOfText() throws IOException {
        assertThat(write("logging.pattern.file", "name=\u202eadmin\u202c\u2066x\u2069", null))
                .endsWith("name=?admin??x?\n");
    }

    @Test
    void leavesTheIndentedLinesOfALongMessage() throws IOException {
        assertThat(write("logging.pattern.file", "Ashlar serves\n  health\n\ttab", null))
                .endsWith(" : Ashlar serves\n  health\n\ttab\n");
    }

    private static String write(String pattern, String message, @Nullable Throwable failure) throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("clr", ColorConverter::new);
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.setPattern(environment.getRequiredProperty(pattern));
        layout.start();
        return layout.doLayout(new LoggingEvent(
                LogPatternTest.class.getName(), context.getLogger("test"), Level.INFO, message, failure, null));
    }
}
