// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Reports a setting that is no valid number, duration or size, with its name and origin. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BadSettingAnalyzer implements FailureAnalyzer {
    private static final Pattern NOT_CONVERTED = Pattern.compile("Failed to convert to type (\\S+)");

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var sentence = switch (cause) {
                case BindException bound -> sentence(bound);
                case InvalidConfigurationPropertyValueException read -> sentence(read);
                default -> null;
            };
            if (sentence != null) {
                return new FailureAnalysis(sentence, null, cause);
            }
        }
        return null;
    }

    private static @Nullable String sentence(BindException failure) {
        var property = failure.getProperty();
        if (property == null) {
            return null;
        }
        var from = property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        return sentence(
                property.getName().toString(), failure.getTarget().getType().resolve(), property.getValue(), from);
    }

    private static @Nullable String sentence(InvalidConfigurationPropertyValueException failure) {
        var type = NOT_CONVERTED.matcher(failure.getReason());
        return type.find()
                ? sentence(failure.getName(), ClassUtils.resolveClassName(type.group(1), null), failure.getValue(), "")
                : null;
    }

    private static @Nullable String sentence(
            String name, @Nullable Class<?> type, @Nullable Object value, String from) {
        var expected = describe(type);
        return expected == null ? null : "%s must be %s, but it is \"%s\"%s.".formatted(name, expected, value, from);
    }

    private static @Nullable String describe(@Nullable Class<?> type) {
        if (type == null) {
            return null;
        }
        var boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (Number.class.isAssignableFrom(boxed)) {
            return boxed == Double.class || boxed == Float.class ? "a number" : "a whole number";
        }
        if (boxed == Duration.class) {
            return "a duration such as 30s";
        }
        if (boxed == DataSize.class) {
            return "a size such as 2MB";
        }
        return boxed == Boolean.class ? "true or false" : null;
    }
}
