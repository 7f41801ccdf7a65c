// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.Identifier;
import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.JsonDocument;
import dev.ashlar.kernel.Labels;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.util.NameTransformer;

/**
 * A collection of records as one {@code jsonb} array, for {@code jsonb_to_recordset(#{rows, typeHandler=JsonRows}) AS r (…)}. Names are in
 * snake case, and ids, enums, time ranges and documents look as in columns of their types. A nested record, money included, is
 * a nested object, {@code (r.price->>'amount')::numeric}, unless it is {@link Flat}: its components are columns then.
 */
public class JsonRowsTypeHandler extends BaseTypeHandler<Collection<? extends Record>> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .annotationIntrospector(new FlatRecords())
            .changeDefaultPropertyInclusion(always -> always.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule()
                    .addSerializer(new Column<Identifier>(
                            Identifier.class,
                            (json, id) -> json.writeString(id.value().toString())))
                    .addSerializer(
                            new Column<Enum<?>>(Enum.class, (json, constant) -> json.writeString(Labels.of(constant))))
                    .addSerializer(new Column<InstantRange>(
                            InstantRange.class,
                            (json, range) -> json.writeString(InstantRangeTypeHandler.literal(range))))
                    .addSerializer(new Column<JsonDocument>(
                            JsonDocument.class,
                            (json, document) -> json.writeRawValue(JsonDocumentTypeHandler.json(document)))))
            .build();

    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int index, Collection<? extends Record> rows, JdbcType jdbcType)
            throws SQLException {
        statement.setObject(index, JSON.writeValueAsString(rows), Types.OTHER);
    }

    @Override
    public Collection<? extends Record> getNullableResult(ResultSet row, String column) {
        throw onlyAParameter();
    }

    @Override
    public Collection<? extends Record> getNullableResult(ResultSet row, int column) {
        throw onlyAParameter();
    }

    @Override
    public Collection<? extends Record> getNullableResult(CallableStatement call, int column) {
        throw onlyAParameter();
    }

    private static IllegalStateException onlyAParameter() {
        return new IllegalStateException("Rows of JSON are a parameter and cannot be read.");
    }

    private static final class FlatRecords extends JacksonAnnotationIntrospector {
        @Override
        public @Nullable NameTransformer findUnwrappingNameTransformer(MapperConfig<?> config, AnnotatedMember member) {
            return member.hasAnnotation(Flat.class)
                    ? NameTransformer.NOP
                    : super.findUnwrappingNameTransformer(config, member);
        }
    }

    /** Writes values of one type as the type handler of their column does. */
    private static final class Column<T> extends StdSerializer<T> {
        private final BiConsumer<JsonGenerator, T> writer;

        Column(Class<?> type, BiConsumer<JsonGenerator, T> writer) {
            super(type);
            this.writer = writer;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            writer.accept(json, value);
        }
    }
}
