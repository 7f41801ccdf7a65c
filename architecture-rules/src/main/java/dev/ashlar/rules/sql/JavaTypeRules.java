// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.expand.Parameter;
import dev.ashlar.rules.sql.expand.ResultRow;
import dev.ashlar.rules.sql.expand.Signature;
import dev.ashlar.rules.sql.prepare.Prepared;
import dev.ashlar.rules.sql.prepare.Prepared.TypedParameter;
import dev.ashlar.rules.sql.prepare.ResultColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeReference;
import org.jspecify.annotations.Nullable;

/** Rules on what PostgreSQL's types become in Java. */
final class JavaTypeRules {
    private static final Set<Class<?>> FLOATS = Set.of(double.class, Double.class, float.class, Float.class);
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext");
    private static final Set<String> DOCUMENTS = Set.of("json", "jsonb");
    private static final Map<Class<?>, Set<String>> COLUMNS = Map.ofEntries(
            Map.entry(UUID.class, Set.of("uuid")),
            Map.entry(Instant.class, Set.of("timestamptz")),
            Map.entry(OffsetDateTime.class, Set.of("timestamptz")),
            Map.entry(LocalDateTime.class, Set.of("timestamp")),
            Map.entry(LocalDate.class, Set.of("date")),
            Map.entry(BigDecimal.class, Set.of("numeric")),
            Map.entry(boolean.class, Set.of("bool")),
            Map.entry(Boolean.class, Set.of("bool")),
            Map.entry(long.class, Set.of("int8", "int4", "int2")),
            Map.entry(Long.class, Set.of("int8", "int4", "int2")),
            Map.entry(int.class, Set.of("int4", "int2")),
            Map.entry(Integer.class, Set.of("int4", "int2")));
    private static final Set<String> MORE_THAN_TEXT =
            Set.of("uuid", "timestamptz", "timestamp", "date", "numeric", "bool", "int8", "int4", "int2");

    static final List<Rule> RULES = List.of(
            Rule.of("lossless-decimals")
                    .with(Prepared.check(
                            prepared -> passages(prepared)
                                            .anyMatch(passage -> passage.type().equals("numeric"))
                                    || prepared.columns().stream().anyMatch(JavaTypeRules::isCastToFloat),
                            JavaTypeRules::floats)),
            Rule.also("most-specific-type")
                    .with(Prepared.check(
                            prepared -> results(prepared).anyMatch(Passage::fromTable),
                            (prepared, breach) -> results(prepared)
                                    .filter(Passage::fromTable)
                                    .filter(JavaTypeRules::isLessSpecific)
                                    .forEach(passage -> breach.accept(passage.what() + " is " + passage.type()
                                            + " in its table and " + name(passage.javaClass()) + " in Java")))),
            Rule.also("typed-jsonb")
                    .with(Prepared.check(
                            prepared -> passages(prepared).anyMatch(JavaTypeRules::isDocument),
                            (prepared, breach) -> passages(prepared)
                                    .filter(JavaTypeRules::isDocument)
                                    .filter(passage -> !isDocumentClass(passage.javaClass()))
                                    .forEach(passage ->
                                            breach.accept(passage.what() + " is " + passage.type() + " and only "
                                                    + name(passage.javaClass()) + " in Java, not a separate record")))),
            Rule.of("parameter-types")
                    .with(Prepared.refuse(
                            Checkpoint.PLAN,
                            prepared -> !prepared.variant().parameters().isEmpty(),
                            Prepared::bindingRefusal)),
            Rule.of("type-handlers")
                    .with(Prepared.check(
                            prepared -> prepared.parameters().anyMatch(JavaTypeRules::isConverted),
                            (prepared, breach) -> prepared.parameters()
                                    .filter(JavaTypeRules::isConverted)
                                    .forEach(bound -> unregistered(prepared, bound.parameter(), breach)))));

    private JavaTypeRules() {}

    /** A value that passes between PostgreSQL and Java. */
    private record Passage(
            String what, String type, @Nullable Class<?> javaClass, boolean fromTable) {}

    private static Stream<Passage> passages(Prepared prepared) {
        var in = prepared.parameters()
                .map(bound -> new Passage(
                        "#{" + bound.parameter().path() + "}",
                        bound.type(),
                        isRows(bound.parameter())
                                ? Record.class
                                : bound.parameter().javaClass(),
                        false));
        return Stream.concat(in, results(prepared));
    }

    private static Stream<Passage> results(Prepared prepared) {
        return ResultRow.of(prepared.statement()).stream()
                .flatMap(row -> prepared.columns().stream()
                        .flatMap(column -> row.part(column.label()).stream()
                                .map(part -> new Passage(
                                        column.label(), column.type(), part.javaClass(), column.table() != null))));
    }

    private static void floats(Prepared prepared, Consumer<String> breach) {
        passages(prepared)
                .filter(passage -> passage.type().equals("numeric") && isFloat(passage.javaClass()))
                .forEach(passage -> breach.accept(
                        passage.what() + " is numeric in PostgreSQL and " + name(passage.javaClass()) + " in Java"));
        prepared.columns().stream()
                .filter(JavaTypeRules::isCastToFloat)
                .forEach(column ->
                        breach.accept(column.label() + " is cast to a binary fraction: " + column.expression()));
    }

    private static boolean isFloat(@Nullable Class<?> type) {
        return type != null && FLOATS.contains(type);
    }

    private static boolean isCastToFloat(ResultColumn column) {
        return column.expression().matches(".*::(double precision|real)\\b.*");
    }

    private static boolean isLessSpecific(Passage passage) {
        var type = passage.javaClass();
        if (type == null) {
            return false;
        }
        boolean isEnumType = passage.type().contains(".");
        if (type == String.class) {
            return MORE_THAN_TEXT.contains(passage.type()) || isEnumType;
        }
        return type.isEnum()
                ? TEXTS.contains(passage.type())
                : COLUMNS.containsKey(type)
                        && !COLUMNS.getOrDefault(type, Set.of()).contains(passage.type());
    }

    private static boolean isDocument(Passage passage) {
        return DOCUMENTS.contains(passage.type()) && passage.javaClass() != null;
    }

    private static boolean isDocumentClass(@Nullable Class<?> type) {
        return type != null && (type.isRecord() || type == Record.class || type.isSealed());
    }

    /** Returns true for a collection of records: rows of one parameter, for which no handler can be registered. */
    private static boolean isRows(Parameter parameter) {
        var type = parameter.javaClass();
        if (type == null || parameter.type() == null || !Collection.class.isAssignableFrom(type)) {
            return false;
        }
        var element = Signature.raw(Signature.element(parameter.type()));
        return element != null && Record.class.isAssignableFrom(element);
    }

    private static boolean isConverted(TypedParameter bound) {
        var javaClass = bound.parameter().javaClass();
        return javaClass != null
                && (bound.type().equals("uuid") || DOCUMENTS.contains(bound.type()) || javaClass.isEnum());
    }

    private static void unregistered(Prepared prepared, Parameter parameter, Consumer<String> breach) {
        var declared = parameter.declaredHandler();
        if (isRows(parameter) && isOfCollections(declared)) {
            return;
        }
        if (declared != null) {
            breach.accept(
                    "#{" + parameter.path() + "} names " + declared.getClass().getName() + " itself");
        } else if (!prepared.statement()
                .configuration()
                .getTypeHandlerRegistry()
                .hasTypeHandler(parameter.javaClass())) {
            breach.accept("no handler is registered for " + name(parameter.javaClass()) + ", which #{"
                    + parameter.path() + "} is");
        }
    }

    private static boolean isOfCollections(@Nullable TypeHandler<?> handler) {
        var type = handler instanceof TypeReference<?> reference ? Signature.raw(reference.getRawType()) : null;
        return type != null && Collection.class.isAssignableFrom(type);
    }

    static String name(@Nullable Class<?> type) {
        return type == null ? "unknown" : type.getSimpleName();
    }
}
