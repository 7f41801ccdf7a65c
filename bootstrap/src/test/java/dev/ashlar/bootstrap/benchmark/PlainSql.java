// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.ObjectTypeHandler;
import org.apache.ibatis.type.TypeAliasRegistry;
import org.jspecify.annotations.Nullable;

/** The very SQL of Ashlar's mappers as text for plain JDBC, put together once for each variant. */
final class PlainSql {
    /** Condition of a filter without conditions. */
    static final Map<String, @Nullable Object> NO_FILTER = noFilter();

    private static final List<String> MAPPERS = List.of(
            "dev/ashlar/kernel/persistence/SoftDelete.xml", "dev/ashlar/publishing/persistence/ArticleViewMapper.xml");

    private final Configuration configuration = new TextOnly();
    private final Map<String, Statement> known = new ConcurrentHashMap<>();

    PlainSql() {
        for (var mapper : MAPPERS) {
            try (var xml = Resources.getResourceAsStream(mapper)) {
                new XMLMapperBuilder(xml, configuration, mapper, configuration.getSqlFragments()).parse();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** The statement of that id for these arguments; whether there is a reader makes the variant. */
    Statement of(String id, Map<String, @Nullable Object> arguments) {
        return known.computeIfAbsent(id + (arguments.get("reader") == null), variant -> {
            var bound = configuration.getMappedStatement(id).getBoundSql(arguments);
            return new Statement(
                    bound.getSql(),
                    bound.getParameterMappings().stream()
                            .map(ParameterMapping::getProperty)
                            .toList());
        });
    }

    private static Map<String, @Nullable Object> noFilter() {
        var filter = new HashMap<String, @Nullable Object>();
        for (var condition : List.of("tag", "author", "authorName", "favoritedBy", "category")) {
            filter.put(condition, null);
        }
        return filter;
    }

    /** Configuration that knows none of Ashlar's types: the text of a statement does not depend on them. */
    private static final class TextOnly extends Configuration {
        @Override
        public TypeAliasRegistry getTypeAliasRegistry() {
            return new TypeAliasRegistry() {
                @Override
                @SuppressWarnings("unchecked")
                public <T> Class<T> resolveAlias(String alias) {
                    boolean isRecord = alias.contains(".");
                    return (Class<T>) (isRecord ? Map.class : ObjectTypeHandler.class);
                }
            };
        }
    }

    /**
     * SQL with question marks.
     *
     * @param arguments the names of what stands for them
     */
    record Statement(String text, List<String> arguments) {}
}
