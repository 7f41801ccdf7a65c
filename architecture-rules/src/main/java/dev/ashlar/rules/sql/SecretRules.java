// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.parse.MapperFile;
import dev.ashlar.rules.sql.query.Nodes;
import dev.ashlar.rules.sql.query.Reading;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Rules of text substitution and of sensitive columns. */
final class SecretRules {
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern PLACEHOLDER = Pattern.compile("[#$]\\{[^}]*}");
    private static final Pattern SENSITIVE =
            Pattern.compile("(?i)(.*_)?(password|passwd|secret|hash|api_key|private_key)(_(hash|salt|key|encrypted))?");

    private static final Set<Class<?>> LISTS = Set.of(Map.class, Stream.class, void.class); // void: for a ResultHandler

    static final List<Rule> RULES = List.of(
            Rule.of("string-substitution")
                    .refuse(
                            Checkpoint.MAPPER,
                            SecretRules::substituting,
                            statement -> takesAnyText(statement) ? statement.failure() : null),
            Rule.of("bound-parameters")
                    .whole(
                            Checkpoint.MAPPER,
                            (project, findings) -> Mappers.of(project).files().forEach(file -> {
                                for (var element : file.elements("select", "insert", "update", "delete", "sql")) {
                                    findings.looked();
                                    unbound(file, element, findings);
                                }
                            })),
            Rule.of("marked-sensitive-reads")
                    .with(Reading.check(
                            reading -> StatementMark.SENSITIVE.isOn(reading.statement())
                                    || secrets(reading).findAny().isPresent(),
                            SecretRules::unmarked)),
            Rule.of("single-sensitive-reads")
                    .with(Reading.refuse(reading -> secrets(reading).findAny().isPresent(), SecretRules::single)));

    private SecretRules() {}

    /** True if it cannot be rendered because of a {@code ${}}. */
    static boolean takesAnyText(MapperStatement statement) {
        return statement.failure().startsWith("${");
    }

    /** Returns the statements whose text, or a fragment of it, has {@code ${}}. */
    private static List<MapperStatement> substituting(Project project) {
        return Mappers.of(project).statements().stream()
                .filter(statement -> Stream.concat(
                                Stream.of(statement.element()), fragments(project, statement.fragments()))
                        .anyMatch(element ->
                                SUBSTITUTION.matcher(element.getTextContent()).find()))
                .toList();
    }

    private static Stream<Element> fragments(Project project, Set<String> ids) {
        return Mappers.of(project).files().stream()
                .flatMap(file -> file.elements("sql").stream()
                        .filter(fragment -> ids.contains(file.namespace() + "." + fragment.getAttribute("id"))));
    }

    private static void unbound(MapperFile file, Element element, Findings findings) {
        var place = file.place(element);
        if (element.getAttribute("statementType").equals("STATEMENT")) {
            findings.violation(place, "statementType STATEMENT glues values into the text");
        }
        var text = element.getTextContent();
        LITERAL.matcher(text)
                .results()
                .map(literal -> literal.group())
                .filter(literal -> PLACEHOLDER.matcher(literal).find())
                .forEach(literal -> findings.violation(place, "has a placeholder within quotes: " + literal));
        for (var bind : MapperFile.elements(element, Set.of("bind"))) {
            if (text.contains("${" + bind.getAttribute("name") + "}")) {
                findings.violation(place, "builds SQL in <bind>: " + bind.getAttribute("value"));
            }
        }
    }

    private static void unmarked(Reading reading, Consumer<String> breach) {
        if (!StatementMark.SENSITIVE.isOn(reading.statement())) {
            secrets(reading).forEach(column -> breach.accept("reads " + column + " and does not say why"));
        } else if (reading.siblings().allMatch(any -> secrets(any).findAny().isEmpty())) {
            breach.accept("says that it reads something sensitive, but does not");
        }
    }

    /** Returns the columns a query answers with that hold secrets, by their name or by their comment. Whether one is null is none. */
    private static Stream<Column> secrets(Reading reading) {
        return reading.query().items().stream()
                .filter(item -> !(item.getExpression() instanceof IsNullExpression))
                .flatMap(item -> Nodes.columns(item).stream())
                .filter(column ->
                        SENSITIVE.matcher(column.getUnquotedColumnName()).matches()
                                || reading.origin(column)
                                        .flatMap(origin -> origin.table().column(origin.column()))
                                        .filter(found -> found.comment().startsWith("Sensitive"))
                                        .isPresent());
    }

    private static @Nullable String single(Reading reading) {
        var method = reading.statement().mapperMethod();
        if (method == null) {
            throw new CannotTell("has no mapper method whose result could be looked at");
        }
        var result = method.getReturnType();
        return result.isArray() || Iterable.class.isAssignableFrom(result) || LISTS.contains(result)
                ? method.getName() + " answers " + result.getSimpleName() + " with "
                        + secrets(reading).findAny().orElseThrow()
                : null;
    }
}
