// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks of the fields that every context has. Each method returns the value in its stored form, or refuses it with {@link
 * KernelProblem#INVALID_REQUEST} and the field's JSON pointer. Checks of one context's own fields call {@link #require}.
 */
public final class Fields {
    public static final int MAX_TIME_ZONE = 60;
    public static final int MAX_EMAIL = 254;
    private static final Set<String> TIME_ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(Pattern.compile(
                            "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"
                                    + "|UTC|Etc/UTC")
                    .asMatchPredicate())
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\n\r\t]]");

    /** Control characters, line breaks and marks that reverse the direction of the text after them. */
    private static final Pattern NOT_IN_A_NAME =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    /** ASCII only, so that Java and PostgreSQL agree about its lower case. */
    private static final Pattern EMAIL =
            Pattern.compile("(?=.{3," + MAX_EMAIL + "}$)[!-~&&[^@<>\",;:]]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    /**
     * Scheme, and host with the rest. Letters of all scripts may be in it (RFC 3987); blanks, quotes and brackets, which would end it in
     * HTML, may not.
     */
    private static final Pattern URL =
            Pattern.compile("([A-Za-z]+)(://[^/?#X][^X]*)".replace("X", "\\s\\p{Cntrl}\\p{Z}\"'<>\\\\^`{|}"));

    private Fields() {}

    /** Text that must be present, without blanks around it, composed (NFC). */
    public static String text(String pointer, @Nullable String value, int max) {
        var text = optionalText(pointer, value, max);
        if (text == null) {
            throw invalid(pointer, "must not be blank");
        }
        return text;
    }

    /** Text that may be absent, without blanks around it, composed (NFC); null if nothing in it can be seen. */
    public static @Nullable String optionalText(String pointer, @Nullable String value, int max) {
        if (value == null || !Spelling.isVisible(value)) {
            return null;
        }
        var text = Spelling.stored(value);
        require(
                Spelling.length(text) <= max && !UNPRINTABLE.matcher(text).find(),
                pointer,
                "must be at most " + max + " printable characters");
        return text;
    }

    /** Markdown that must be present, without blanks at its end, composed (NFC). Blanks at its start make a code block. */
    public static String markdown(String pointer, @Nullable String value, int max) {
        text(pointer, value, max);
        var markdown = Spelling.document(Objects.requireNonNull(value));
        require(Spelling.length(markdown) <= max, pointer, "must be at most " + max + " printable characters");
        return markdown;
    }

    /** URL with the scheme http or https. */
    public static String httpUrl(String pointer, String value, int max) {
        return url(Set.of("http", "https"), pointer, value, "must be an http or https URL", max);
    }

    /** URL with the scheme https. */
    public static String httpsUrl(String pointer, String value, int max) {
        return url(Set.of("https"), pointer, value, "must be an https URL", max);
    }

    private static String url(Set<String> schemes, String pointer, String value, String expectation, int max) {
        var parts = URL.matcher(Spelling.stored(value));
        boolean isUrl = parts.matches() && schemes.contains(parts.group(1).toLowerCase(Locale.ROOT));
        var url = isUrl ? parts.group(1).toLowerCase(Locale.ROOT) + parts.group(2) : "";
        require(isUrl && Spelling.length(url) <= max, pointer, expectation + " of at most " + max + " characters");
        return url;
    }

    /** Name that people see: one line of text, without invisible characters, see {@link Spelling#name}. */
    public static String name(String pointer, @Nullable String value, int max) {
        var text = text(pointer, value, max);
        require(!NOT_IN_A_NAME.matcher(text).find(), pointer, "must be one line of printable characters");
        return Spelling.name(text);
    }

    /** Email address, with a domain of at least two labels. */
    public static String email(String pointer, String value) {
        return matching(EMAIL, pointer, value, "must be an email address of ASCII characters");
    }

    /** Text in a certain form, without blanks around it. */
    public static String matching(Pattern form, String pointer, String value, String expectation) {
        var text = Spelling.stored(value);
        require(form.matcher(text).matches(), pointer, expectation);
        return text;
    }

    /**
     * Identifier of a time zone, such as {@code Europe/Berlin}: a region of the IANA database, or UTC. Java knows more names, but
     * clients and calendars do not.
     */
    public static ZoneId timeZone(String pointer, @Nullable String value) {
        var zone = text(pointer, value, MAX_TIME_ZONE);
        require(
                TIME_ZONES.contains(zone),
                pointer,
                "must be UTC or a region of the IANA time zones, such as Europe/Berlin");
        return ZoneId.of(zone);
    }

    /** A number between two bounds, both inclusive. */
    public static long within(String pointer, long value, long min, long max) {
        require(value >= min && value <= max, pointer, "must be from " + min + " to " + max);
        return value;
    }

    /** Refuses a field unless the condition holds. */
    public static void require(boolean valid, String pointer, String expectation) {
        if (!valid) {
            throw invalid(pointer, expectation);
        }
    }

    /** Refusal of one field. */
    public static DomainException invalid(String pointer, String expectation) {
        var place = pointer.isEmpty()
                ? "The body"
                : "The value at " + pointer; // RFC 6901: an empty pointer is the whole document
        return KernelProblem.INVALID_REQUEST
                .because(place + " " + expectation + ".")
                .at(pointer, expectation);
    }
}
