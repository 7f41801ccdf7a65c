// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.DomainException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reader of reference data: a JSON array of rows on the class path. It reads all rows before it returns any, and refuses a file with
 * a row that is not valid. The message names the file, the line and the field.
 */
public final class JsonFixtures {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private JsonFixtures() {}

    /**
     * Reads the rows of a file beside a class.
     *
     * @throws IllegalStateException if the file is missing or a row is not valid
     */
    public static <T extends Record> List<T> read(Class<?> owner, String file, Class<T> type) {
        try (var text = owner.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException(file + " is missing beside " + owner.getName() + ".");
            }
            return read(text, file, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    static <T extends Record> List<T> read(InputStream text, String file, Class<T> type) {
        try (var parser = STRICT.createParser(text)) {
            require(parser.nextToken() == JsonToken.START_ARRAY, parser, file, "must be an array of rows");
            var rows = new ArrayList<T>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                require(parser.currentToken() == JsonToken.START_OBJECT, parser, file, "must be an object");
                rows.add(row(parser, file, type));
            }
            require(parser.nextToken() == null, parser, file, "must end after the array");
            return List.copyOf(rows);
        } catch (JacksonException malformed) {
            throw broken(file, line(malformed, 1), "", malformed.getOriginalMessage(), malformed);
        }
    }

    private static <T> T row(JsonParser parser, String file, Class<T> type) {
        int line = parser.currentTokenLocation().getLineNr();
        try {
            return parser.readValueAs(type);
        } catch (JacksonException invalid) {
            var field = invalid.getPath().stream()
                    .map(reference -> "/" + reference.getPropertyName())
                    .collect(Collectors.joining());
            if (invalid.getCause() instanceof DomainException refusal) {
                var errors = refusal.errors();
                var own = errors.isEmpty() ? "" : errors.getFirst().pointer();
                throw broken(file, line, field + own, refusal.detail(), invalid);
            }
            throw broken(file, line(invalid, line), field, invalid.getOriginalMessage(), invalid);
        }
    }

    private static int line(JacksonException failure, int otherwise) {
        var place = failure.getLocation();
        return place == null || place.getLineNr() < 1 ? otherwise : place.getLineNr();
    }

    private static void require(boolean valid, JsonParser parser, String file, String expectation) {
        if (!valid) {
            throw broken(file, parser.currentTokenLocation().getLineNr(), "", expectation, null);
        }
    }

    private static IllegalStateException broken(
            String file, int line, String field, String message, @Nullable Exception cause) {
        return new IllegalStateException(
                file + ", line " + line + (field.isEmpty() ? "" : ", " + field) + ": " + message, cause);
    }
}
