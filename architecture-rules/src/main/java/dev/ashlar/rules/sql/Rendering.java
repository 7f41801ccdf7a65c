// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.sql.MapperStatement.Variants;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.ibatis.builder.StaticSqlSource;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.parsing.PropertyParser;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.parsing.XPathParser;
import org.apache.ibatis.reflection.ReflectionException;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.UnknownTypeHandler;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * MyBatis renders the variants itself. As its language driver, this is handed each statement with all includes in place; it
 * keeps a copy, and later hands unfolded copies back to be rendered.
 */
final class Rendering {
    private final Configuration configuration;
    private final Driver driver = new Driver();

    Rendering(Configuration configuration) {
        this.configuration = configuration;
        configuration.getLanguageRegistry().register(driver);
        configuration.getLanguageRegistry().setDefaultDriverClass(Driver.class);
    }

    /** A statement's element with all includes and configuration variables in place, and the kind of database it is for. */
    private record Template(XNode node, String databaseId) {
        boolean isOf(MapperStatement statement) {
            return databaseId.equals(statement.databaseId());
        }
    }

    private static final class Driver extends XMLLanguageDriver {
        private final Map<String, Template> statements = new HashMap<>();

        @Override
        public SqlSource createSqlSource(Configuration configuration, XNode script, Class<?> parameterType) {
            var element = (Element) script.getNode();
            var namespace = element.getOwnerDocument().getDocumentElement().getAttribute("namespace");
            keep(namespace, element, script, configuration.getVariables());
            return new StaticSqlSource(configuration, "");
        }

        /** MyBatis hands over the text of an annotation without its method, so that it is kept elsewhere. */
        @Override
        public SqlSource createSqlSource(Configuration configuration, String script, Class<?> parameterType) {
            return new StaticSqlSource(configuration, "");
        }

        void keep(String namespace, Element element, XNode script, Properties variables) {
            var top = MapperFile.topLevel(element);
            var id = element.getTagName().equals("selectKey")
                    ? top.getAttribute("id") + "!selectKey"
                    : element.getAttribute("id");
            var copy = (Element) element.cloneNode(true);
            substitute(copy, variables);
            statements.put(namespace + "." + id, new Template(script.newXNode(copy), top.getAttribute("databaseId")));
        }

        private static void substitute(Node node, Properties variables) {
            if (node.getNodeValue() != null) {
                node.setNodeValue(PropertyParser.parse(node.getNodeValue(), variables));
            }
            var attributes = node.getAttributes();
            for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
                substitute(attributes.item(i), variables);
            }
            if (node instanceof Element) {
                for (@Nullable Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                    substitute(child, variables);
                }
            }
        }

        SqlSource render(Configuration configuration, XNode unfolded) {
            return super.createSqlSource(configuration, unfolded, Object.class);
        }
    }

    /** Takes a statement that was written as an annotation, of which MyBatis knows the rest. */
    void add(String namespace, Element element) {
        var document = new XPathParser(element.getOwnerDocument(), false, configuration.getVariables());
        driver.keep(
                namespace,
                element,
                new XNode(document, element, configuration.getVariables()),
                configuration.getVariables());
    }

    /** True if MyBatis did not read a statement because it is for another kind of database, or has read one of this id that is for it. */
    boolean isForAnotherDatabase(MapperStatement statement) {
        var template = driver.statements.get(statement.fullId());
        return template == null
                ? !statement.databaseId().isEmpty() && !statement.databaseId().equals(configuration.getDatabaseId())
                : !template.isOf(statement);
    }

    /** All variants of a statement that can be rendered. */
    Variants variants(MapperStatement statement) {
        var template = driver.statements.get(statement.fullId());
        if (template == null || !template.isOf(statement)) {
            return Variants.none("MyBatis cannot complete it: an include or a result map is missing.");
        }
        var expanded = new ArrayList<Variants>();
        var failure = CannotTell.failure(() -> {
            Row.of(statement);
            expanded.add(expand(statement, template.node()));
        });
        return failure.isEmpty() ? expanded.getFirst() : Variants.none(failure);
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
        return new Variants(List.copyOf(variants), expansion.complete(), failures.isEmpty() ? "" : failures.getFirst());
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

    /** The texts that an enum's constants put into the SQL, by themselves or by a property such as {@code sort.column}. */
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
