// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.sql.expand.ResultRow.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.session.AutoMappingBehavior;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/** Columns that a result map, those nested in it and its cases name, and the classes whose properties take the others. */
final class MappedColumns {
    private final Configuration configuration;
    private final boolean nests;
    private final List<Part> parts = new ArrayList<>();
    private final List<AutomaticMapping> automatic = new ArrayList<>();
    /** Maps with their prefix: one may nest itself. */
    private final Set<String> entered = new HashSet<>();

    /** @throws CannotTell if a nested map is in no mapper file */
    MappedColumns(ResultMap map, Configuration configuration) {
        this.configuration = configuration;
        nests = map.hasNestedResultMaps();
        read(map, "", false);
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    List<AutomaticMapping> automatic() {
        return List.copyOf(automatic);
    }

    private void read(ResultMap map, String prefix, boolean repeated) {
        if (mapsTheRest(map)) {
            automatic.add(new AutomaticMapping(map.getType(), prefix, repeated, configuration));
        }
        for (var mapping : map.getResultMappings()) {
            if (mapping.getNestedResultMapId() != null) {
                nested(mapping.getNestedResultMapId(), mapping, prefix, repeated);
            } else if (mapping.getNestedQueryId() != null) {
                arguments(mapping, prefix, repeated);
            } else if (mapping.getColumn() != null) {
                parts.add(new Part(prefix + mapping.getColumn(), mapping.getJavaType(), nullable(map, mapping))
                        .readBy(mapping.getTypeHandler())
                        .repeated(repeated));
            }
        }
        var discriminator = map.getDiscriminator();
        if (discriminator != null) {
            var decides = discriminator.getResultMapping();
            parts.add(new Part(prefix + decides.getColumn(), decides.getJavaType(), true).repeated(repeated));
            discriminator.getDiscriminatorMap().values().forEach(id -> nested(id, null, prefix, repeated));
        }
    }

    private void nested(String id, @Nullable ResultMapping mapping, String prefix, boolean repeated) {
        if (!configuration.hasResultMap(id)) {
            throw new CannotTell("its result map nests " + id + ", which is in no mapper file");
        }
        var within = mapping == null ? prefix : prefix + Objects.requireNonNullElse(mapping.getColumnPrefix(), "");
        if ((mapping == null || mapping.getResultSet() == null) && entered.add(within + id)) {
            read(
                    configuration.getResultMap(id),
                    within,
                    repeated
                            || (mapping != null
                                    && mapping.getJavaType() != null
                                    && Collection.class.isAssignableFrom(mapping.getJavaType())));
        }
    }

    /** Columns that a nested select is given; their types are those of its parameters. */
    private void arguments(ResultMapping mapping, String prefix, boolean repeated) {
        var columns = mapping.getComposites().isEmpty()
                ? List.of(mapping.getColumn())
                : mapping.getComposites().stream().map(ResultMapping::getColumn).toList();
        columns.forEach(column -> parts.add(new Part(prefix + column, null, true).repeated(repeated)));
    }

    /** True if columns that a map does not name are mapped by their names. Where maps are nested, MyBatis must be told so. */
    private boolean mapsTheRest(ResultMap map) {
        if (map.getType().isRecord()) {
            return false; // the components that the map leaves out cannot be set
        }
        if (map.getAutoMapping() != null) {
            return map.getAutoMapping();
        }
        var behavior = configuration.getAutoMappingBehavior();
        return nests ? behavior == AutoMappingBehavior.FULL : behavior != AutoMappingBehavior.NONE;
    }

    private static boolean nullable(ResultMap map, ResultMapping mapping) {
        return !map.getType().isRecord()
                || Arrays.stream(map.getType().getRecordComponents())
                        .filter(component -> component.getName().equals(mapping.getProperty()))
                        .allMatch(component -> ResultRow.isNullable(component.getAnnotatedType()));
    }
}
