package dev.ashlar.identity.domain;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a well-formed field of a person looks like. Each method returns the value as it is stored or refuses it. */
final class Input {
    static final int MAX_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[!-~&&[^@<>\",;:]]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{2,29}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/-]{4,29}");
    private static final Pattern URL = Pattern.compile("https?://[!-~]{1,500}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private Input() {}

    static String email(String value) {
        var email = value.strip();
        return email.length() <= MAX_EMAIL && EMAIL.matcher(email).matches()
                ? email
                : refuse("/email", "must be an email address such as ada@example.org");
    }

    static String username(String value) {
        return matching(USERNAME, "/username", value, "must be 3 to 30 letters, digits, '_', '.' or '-'");
    }

    static @Nullable String phoneNumber(@Nullable String value) {
        return value == null || value.isBlank()
                ? null
                : matching(PHONE, "/phoneNumber", value, "must be a phone number such as +49 30 901820");
    }

    static @Nullable String avatarUrl(@Nullable String value) {
        return value == null || value.isBlank()
                ? null
                : matching(URL, "/avatarUrl", value, "must be an http or https URL of at most 500 characters");
    }

    static String text(String pointer, @Nullable String value, int max) {
        var text = optionalText(pointer, value, max);
        return text == null ? refuse(pointer, "must not be empty") : text;
    }

    static @Nullable String optionalText(String pointer, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var text = value.strip();
        return text.length() <= max && !UNPRINTABLE.matcher(text).find()
                ? text
                : refuse(pointer, "must be at most " + max + " printable characters");
    }

    static @Nullable LocalDate birthDate(@Nullable LocalDate value, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (value != null && (value.isBefore(EARLIEST_BIRTH) || !value.isBefore(today))) {
            throw invalid("/birthDate", "must be a day in the past, since " + EARLIEST_BIRTH);
        }
        return value;
    }

    static String timeZone(@Nullable String value) {
        try {
            return ZoneId.of(text("/timeZone", value, 60)).getId();
        } catch (DateTimeException unknown) {
            return refuse("/timeZone", "must be a time zone such as Europe/Berlin");
        }
    }

    static String locale(@Nullable String value) {
        try {
            return new Locale.Builder()
                    .setLanguageTag(text("/locale", value, 35))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException malformed) {
            return refuse("/locale", "must be a language tag such as en or pt-BR");
        }
    }

    private static String matching(Pattern pattern, String pointer, String value, String message) {
        var stripped = value.strip();
        return pattern.matcher(stripped).matches() ? stripped : refuse(pointer, message);
    }

    private static String refuse(String pointer, String message) {
        throw invalid(pointer, message);
    }

    static DomainException invalid(String pointer, String message) {
        return KernelProblem.INVALID_REQUEST
                .because("The value at " + pointer + " " + message + ".")
                .at(pointer, message);
    }
}
