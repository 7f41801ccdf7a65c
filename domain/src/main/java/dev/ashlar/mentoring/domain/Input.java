package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.KernelProblem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a well-formed field looks like. Each method returns the value as it is stored, or refuses it. */
final class Input {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
    private static final Pattern URL = Pattern.compile("https://[!-~]{1,491}");

    private Input() {}

    static String text(String pointer, String value, int max) {
        var text = optionalText(pointer, value, max);
        require(text != null, pointer, "must not be empty");
        return String.valueOf(text);
    }

    static @Nullable String optionalText(String pointer, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var text = value.strip();
        require(
                text.length() <= max && !UNPRINTABLE.matcher(text).find(),
                pointer,
                "must be at most " + max + " printable characters");
        return text;
    }

    static @Nullable String url(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        require(URL.matcher(value).matches(), pointer, "must be an https URL of at most 500 characters");
        return value;
    }

    /** The form in which tags are stored and searched. */
    static String tag(String pointer, String value, int max) {
        return text(pointer, value, max).toLowerCase(Locale.ROOT);
    }

    static ZoneId timeZone(String pointer, String value) {
        try {
            return ZoneId.of(text(pointer, value, 60));
        } catch (DateTimeException unknown) {
            throw KernelProblem.INVALID_REQUEST
                    .because("The value at " + pointer + " is no time zone.")
                    .at(pointer, "must be a time zone such as Europe/Berlin");
        }
    }

    static long within(String pointer, long value, long min, long max) {
        require(value >= min && value <= max, pointer, "must be from " + min + " to " + max);
        return value;
    }

    static void require(boolean fine, String pointer, String message) {
        if (!fine) {
            throw KernelProblem.INVALID_REQUEST
                    .because("The value at " + pointer + " " + message + ".")
                    .at(pointer, message);
        }
    }
}
