// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.sql.expand.MapperStatement.Variants;
import dev.ashlar.rules.sql.parse.TemplateDriver;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.reflection.ReflectionException;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.UnknownTypeHandler;
import org.w3c.dom.Element;

/** Variants as MyBatis renders them: it is handed copies of a statement's template that leave it nothing to decide. */
final class Rendering {
    private final Configuration configuration;
    private final TemplateDriver driver;

    Rendering(Configuration configuration, TemplateDriver driver) {
        this.configuration = configuration;
        this.driver = driver;
    }

    /** True if MyBatis did not read a statement because it is for another kind of database, or has read one of this id that is for it. */
    boolean isForAnotherDatabase(MapperStatement statement) {
        var template = driver.template(statement.fullId());
        return template == null
                ? !statement.databaseId().isEmpty() && !statement.databaseId().equals(configuration.getDatabaseId())
                : !template.databaseId().equals(statement.databaseId());
    }

    /** Returns all variants of a statement that can be rendered. */
    Variants variants(MapperStatement statement) {
        var template = driver.template(statement.fullId());
        if (template == null || !template.databaseId().equals(statement.databaseId())) {
            return Variants.none("MyBatis cannot complete it: an include or a result map is missing.");
        }
        var expanded = new ArrayList<Variants>();
        var failure = CannotTell.failure(() -> {
            ResultRow.of(statement);
            expanded.add(expand(statement, template.node()));
        });
        return failure.isEmpty() ? expanded.get(0) : Variants.none(failure);
    }

    private Variants expand(MapperStatement statement, XNode template) {
        var signature = new Signature(statement.mapper(), statement.mapperMethod(), configuration);
        var expansion = Expansion.of((Element) template.getNode(), expression -> constants(signature, expression));
        var variants = new ArrayList<Variant>();
        var failures = new ArrayList<String>();
        for (var unfolded : expansion.unfolded()) {
            var failure = CannotTell.failure(() -> {
                for (var variant : texts(statement, template, signature, unfolded)) {
                    if (!variant.sql().isEmpty()) {
                        variants.add(variant);
                    } else if (!variant.hasEmptyCollection()) { // nothing to do for no items is as it should be
                        throw new CannotTell("no SQL is left of it " + variant);
                    }
                }
            });
            if (!failure.isEmpty()) {
                failures.add(failure);
            }
        }
        return new Variants(List.copyOf(variants), expansion.complete(), failures.isEmpty() ? "" : failures.get(0));
    }

    private List<Variant> texts(
            MapperStatement statement, XNode template, Signature signature, Expansion.Unfolded unfolded) {
        if (unfolded.element() == null) {
            throw new CannotTell(unfolded.failure());
        }
        return DriverText.of(rendered(template.newXNode(unfolded.element()))).stream()
                .map(text -> new Variant(
                        statement,
                        unfolded.choices(),
                        text.sql(),
                        text.parameters().stream()
                                .map(mapping -> parameter(mapping, signature, unfolded.bound()))
                                .toList()))
                .toList();
    }

    private BoundSql rendered(XNode unfolded) {
        try {
            return driver.render(configuration, unfolded).getBoundSql(null);
        } catch (RuntimeException refused) {
            throw new CannotTell("MyBatis cannot render it: " + refused.getMessage(), refused);
        }
    }

    private static Parameter parameter(ParameterMapping mapping, Signature signature, Map<String, String> bound) {
        var handler = mapping.getTypeHandler();
        Type type = signature.typeOf(mapping.getProperty(), bound);
        return new Parameter(
                mapping.getProperty(),
                type,
                handler instanceof UnknownTypeHandler ? null : handler,
                mapping.getJdbcType());
    }

    /** Returns the texts that an enum's constants put into the SQL, by themselves or by a property such as {@code sort.column}. */
    private static List<String> constants(Signature signature, String expression) {
        var whole = Signature.raw(signature.typeOf(expression, Map.of()));
        if (whole != null && whole.isEnum()) {
            return Arrays.stream(whole.getEnumConstants()).map(Object::toString).toList();
        }
        int dot = expression.lastIndexOf('.');
        var owner = dot < 0 ? null : Signature.raw(signature.typeOf(expression.substring(0, dot), Map.of()));
        if (owner == null || !owner.isEnum()) {
            return List.of();
        }
        try {
            return Arrays.stream(owner.getEnumConstants())
                    .map(constant -> property(constant, expression.substring(dot + 1)))
                    .toList();
        } catch (ReflectionException noSuchProperty) {
            return List.of();
        }
    }

    private static String property(Object constant, String property) {
        var name = property.replace("()", "");
        return name.equals("name")
                ? ((Enum<?>) constant).name() // a field that reflection may not read
                : String.valueOf(SystemMetaObject.forObject(constant).getValue(name));
    }
}
