// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.ashlar.rules.Place;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads records from a database that answers in JSON: an array that is null is empty, a place is called by its name. */
final class CatalogReader {
    private CatalogReader() {}

    /** Reads the one value of a query; empty if it has no row. */
    static <T> Optional<T> read(DataSource database, String sql, Class<T> type, Function<String, Place> places) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.of(mapper(places).readValue(rows.getString(1), type)) : Optional.empty();
        } catch (SQLException failed) {
            throw new IllegalStateException("The catalog cannot be read.", failed);
        }
    }

    private static JsonMapper mapper(Function<String, Place> places) {
        var module = new SimpleModule().addDeserializer(Place.class, new ValueDeserializer<Place>() {
            @Override
            public Place deserialize(JsonParser parser, DeserializationContext context) {
                return places.apply(parser.getString());
            }
        });
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .withConfigOverride(
                        List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                .addModule(module)
                .build();
    }
}
