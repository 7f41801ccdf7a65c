package dev.ashlar.rules.sql;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ibatis.builder.StaticSqlSource;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.UnknownTypeHandler;
import org.w3c.dom.Element;

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

    private static final class Driver extends XMLLanguageDriver {
        private final Map<String, XNode> statements = new HashMap<>();

        @Override
        public SqlSource createSqlSource(Configuration configuration, XNode script, Class<?> parameterType) {
            var element = (Element) script.getNode();
            var namespace = element.getOwnerDocument().getDocumentElement().getAttribute("namespace");
            var id = element.getTagName().equals("selectKey")
                    ? MapperFile.topLevel(element).getAttribute("id") + "!selectKey"
                    : element.getAttribute("id");
            statements.put(namespace + "." + id, script.newXNode(element.cloneNode(true)));
            return new StaticSqlSource(configuration, "");
        }

        SqlSource render(Configuration configuration, XNode unfolded) {
            return super.createSqlSource(configuration, unfolded, Object.class);
        }
    }

    /** All variants of a statement; none of a statement that belongs to another kind of database. */
    MapperStatement.Variants variants(MapperStatement statement, String failure) {
        var template = driver.statements.get(statement.fullId());
        if (template == null) {
            var own = Objects.requireNonNullElse(configuration.getDatabaseId(), "");
            boolean other = !statement.attribute("databaseId").isEmpty()
                    && !statement.attribute("databaseId").equals(own);
            var why =
                    failure.isEmpty() ? "MyBatis cannot complete it: an include or a result map is missing." : failure;
            return new MapperStatement.Variants(
                    other ? List.of() : List.of(new Variant(statement, List.of(), "", List.of(), why)), true);
        }
        var signature = new Signature(statement.mapper(), statement.mapperMethod(), configuration);
        var expansion = Expansion.of((Element) template.getNode(), expression -> constants(signature, expression));
        return new MapperStatement.Variants(
                expansion.unfolded().stream()
                        .map(unfolded -> variant(statement, template, signature, unfolded))
                        .toList(),
                expansion.complete());
    }

    private Variant variant(
            MapperStatement statement, XNode template, Signature signature, Expansion.Unfolded unfolded) {
        if (unfolded.element() == null) {
            return new Variant(statement, unfolded.choices(), "", List.of(), unfolded.failure());
        }
        try {
            var sql = driver.render(configuration, template.newXNode(unfolded.element()))
                    .getBoundSql(null);
            var parameters = sql.getParameterMappings().stream()
                    .map(mapping -> parameter(mapping, signature, unfolded.bound()))
                    .toList();
            return new Variant(statement, unfolded.choices(), sql.getSql().strip(), parameters, "");
        } catch (RuntimeException refused) {
            return new Variant(
                    statement, unfolded.choices(), "", List.of(), "MyBatis cannot render it: " + refused.getMessage());
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
        return owner == null || !owner.isEnum()
                ? List.of()
                : Arrays.stream(owner.getEnumConstants())
                        .map(constant -> property(constant, expression.substring(dot + 1)))
                        .toList();
    }

    private static String property(Object constant, String property) {
        return String.valueOf(SystemMetaObject.forObject(constant).getValue(property));
    }
}
