// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Identifier;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.StorableTimes;
import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;

/**
 * Form of values that are strings in JSON, paths, queries and headers. Nothing is left out, and nothing is guessed.
 *
 * @param reader returns the value of a text, or null if the text does not have this form
 * @param expectation the form in the words of a field error
 */
public record TextForm<T>(Class<T> type, Function<String, @Nullable T> reader, String expectation) {
    /** Text that PostgreSQL can store: without NUL, and with every surrogate in its pair. */
    public static final TextForm<String> STRING = new TextForm<>(
            String.class,
            text -> text.indexOf(0) < 0 && UTF_8.newEncoder().canEncode(text) ? text : null,
            "must not contain NUL characters or unpaired surrogates");

    /** Decimals are strings, because half of all clients would read a number as a floating point one. */
    static final TextForm<BigDecimal> DECIMAL = matching(
            BigDecimal.class,
            "-?\\d{1,20}(\\.\\d{1,10})?",
            BigDecimal::new,
            "must be a decimal number as a string, such as \"12.50\"");

    /** UUIDs in their canonical form; {@link UUID#fromString} alone would also take {@code 1-1-1-1-1}. */
    static final TextForm<UUID> KEY =
            new TextForm<>(UUID.class, TextForm::uuid, "must be a UUID in its form of 36 characters");

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String TIME = "\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?";
    private static final String YEARS = ", in a year from 0001 to 9999";

    /** Times in the forms of RFC 3339, as far as the database stores them. Digits after the microsecond are cut off. */
    static final List<TextForm<?>> TIMES = List.of(
            matching(
                    Instant.class,
                    DATE + "T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})",
                    text -> StorableTimes.of(OffsetDateTime.parse(text).toInstant()),
                    "must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z" + YEARS),
            matching(
                    LocalDate.class,
                    DATE,
                    text -> StorableTimes.of(LocalDate.parse(text)),
                    "must be a date such as 2026-01-31" + YEARS),
            matching(
                    LocalTime.class,
                    TIME,
                    text -> LocalTime.parse(text).truncatedTo(ChronoUnit.MICROS),
                    "must be a time of day such as 09:30"),
            matching(
                    LocalDateTime.class,
                    DATE + 'T' + TIME,
                    TextForm::storable,
                    "must be a date and time without an offset, such as 2026-01-31T09:30" + YEARS));

    /** Returns the form of a type, or null if its values are no strings. */
    public static @Nullable TextForm<?> of(Class<?> type) {
        if (type.isEnum()) {
            return label(type);
        }
        if (Identifier.class.isAssignableFrom(type)) {
            return identifier(type.asSubclass(Identifier.class));
        }
        return Stream.concat(Stream.of(DECIMAL, KEY), TIMES.stream())
                .filter(form -> form.type() == type)
                .findFirst()
                .orElse(null);
    }

    private static <E> TextForm<E> label(Class<E> enumType) {
        return new TextForm<>(enumType, text -> Labels.find(enumType, text), Labels.expectation(enumType));
    }

    static <I extends Identifier> TextForm<I> identifier(Class<I> type) {
        var constructor = BeanUtils.getResolvableConstructor(type);
        return new TextForm<>(
                type,
                text -> {
                    var value = uuid(text);
                    return value == null ? null : newIdentifier(constructor, value);
                },
                KEY.expectation());
    }

    private static <I> I newIdentifier(Constructor<I> constructor, UUID value) {
        try {
            return BeanUtils.instantiateClass(constructor, value);
        } catch (BeanInstantiationException failed) {
            throw failed.getCause() instanceof DomainException refused ? refused : failed;
        }
    }

    private static @Nullable LocalDateTime storable(String text) {
        var time = LocalDateTime.parse(text);
        return StorableTimes.of(time.toLocalDate()) == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }

    private static <T> TextForm<T> matching(
            Class<T> type, String form, Function<String, @Nullable T> parser, String expectation) {
        var pattern = Pattern.compile(form);
        return new TextForm<>(
                type,
                text -> {
                    try {
                        return pattern.matcher(text).matches() ? parser.apply(text) : null;
                    } catch (DateTimeException notInTheCalendar) {
                        return null;
                    }
                },
                expectation);
    }

    /** Returns the value, or null if the text does not have this form. */
    public @Nullable T read(String text) {
        return reader.apply(text);
    }

    /** True if the text is a UUID in its canonical form. */
    public static boolean isUuid(@Nullable String text) {
        return text != null && uuid(text) != null;
    }

    private static @Nullable UUID uuid(String text) {
        try {
            var value = UUID.fromString(text);
            return value.toString().equalsIgnoreCase(text) ? value : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
