package dev.ashlar.bootstrap;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Reports a setting that is not the number, duration or size it should be, by its name and where it was set. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BadSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException failure) {
        var property = failure.getProperty();
        var expected = describe(failure.getTarget().getType().resolve());
        if (property == null || expected == null) {
            return null;
        }
        var sentence = "%s must be %s, but it is \"%s\"%s."
                .formatted(property.getName(), expected, property.getValue(), from(property.getOrigin()));
        return new FailureAnalysis(sentence, null, failure);
    }

    private static String from(@Nullable Origin origin) {
        return origin == null ? "" : " (" + origin + ")";
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
