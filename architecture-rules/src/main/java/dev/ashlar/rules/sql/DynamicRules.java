// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.expand.Choice;
import dev.ashlar.rules.sql.expand.Decision;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.expand.Variant;
import dev.ashlar.rules.sql.parse.MapperFile;
import dev.ashlar.rules.sql.query.NormalizedSql;
import dev.ashlar.rules.sql.query.SqlTree;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Rules of dynamic elements. */
final class DynamicRules {
    private static final String PATH = "([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*?)";
    private static final Pattern WHEN_FILLED = Pattern.compile("(?:(?:!|not) ?" + PATH + "\\.(?:isEmpty|empty)\\b|"
            + PATH + "\\.(?:size|length)(?:\\(\\))? ?(?:>|!=|gt|neq) ?0)");
    private static final Pattern WHEN_EMPTY = Pattern.compile(
            "(?:" + PATH + "\\.(?:isEmpty|empty)\\b|" + PATH + "\\.(?:size|length)(?:\\(\\))? ?(?:==|eq) ?0)");
    private static final Pattern NEVER = Pattern.compile("false|1 = 0|0 = 1|1 <> 1");

    private static final Pattern CHARACTER = Pattern.compile("'[^']'(?!\\s*\\.)");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![=!<>])=(?!=)");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern WITH_TEXT =
            Pattern.compile("\\b" + PATH + " ?(?:==|!=|\\beq\\b|\\bneq\\b) ?(?:'[^']*'|\"[^\"]*\")(?! ?\\.)");

    static final List<Rule> RULES = List.of(
            Rule.of("empty-collection").each(Checkpoint.MAPPER, DynamicRules::withCollections, DynamicRules::vanishing),
            Rule.of("ognl-traps").whole(Checkpoint.MAPPER, DynamicRules::ognl));

    private DynamicRules() {}

    private static List<MapperStatement> withCollections(Project project) {
        return Mappers.of(project).statements().stream()
                .filter(statement -> statement.variants().stream()
                        .flatMap(variant -> variant.choices().stream())
                        .anyMatch(choice -> whenEmpty(statement, choice.decision()) >= 0))
                .toList();
    }

    /** Returns the answer of a decision that means an empty collection, or -1 if it is not about one. */
    private static int whenEmpty(MapperStatement statement, Decision decision) {
        if (decision.question().startsWith("foreach ")) {
            return 0;
        }
        var filled = WHEN_FILLED.matcher(decision.question());
        if (filled.find()) {
            return isCollection(statement, filled.group(1) != null ? filled.group(1) : filled.group(2)) ? 0 : -1;
        }
        var empty = WHEN_EMPTY.matcher(decision.question());
        return empty.find() && isCollection(statement, empty.group(1) != null ? empty.group(1) : empty.group(2))
                ? 1
                : -1;
    }

    /** A text has isEmpty() and length() too; an empty one may well mean no filter. */
    private static boolean isCollection(MapperStatement statement, String path) {
        return statement.variants().stream()
                .flatMap(variant -> variant.parameters().stream())
                .anyMatch(parameter -> parameter.path().startsWith(path + "[")
                        || (parameter.path().equals(path) && parameter.javaClass() != String.class));
    }

    private static void vanishing(MapperStatement statement, Findings findings) {
        for (var empty : statement.variants()) {
            for (var choice : empty.choices()) {
                boolean vanishes = choice.answer() == whenEmpty(statement, choice.decision())
                        && statement.variants().stream()
                                .filter(filled -> isSameBut(choice, empty, filled))
                                .anyMatch(filled -> narrowness(empty) < narrowness(filled));
                if (vanishes) {
                    findings.violation(statement, "loses a condition for " + choice);
                }
            }
        }
    }

    /** True if another text was made by the same answers but this one, and those that only come up because of it. */
    private static boolean isSameBut(Choice choice, Variant empty, Variant filled) {
        var given = Set.copyOf(filled.choices());
        return !given.contains(choice)
                && !filled.hasEmptyCollection()
                && filled.choices().stream().anyMatch(other -> other.decision().equals(choice.decision()))
                && empty.choices().stream().allMatch(other -> other.equals(choice) || given.contains(other));
    }

    /** Returns the number of conditions that narrow a text. One that is never true, or that the database refuses, could not be narrower. */
    private static int narrowness(Variant variant) {
        var queries = SqlTree.of(variant.sql()).queries();
        return queries.isEmpty()
                ? Integer.MAX_VALUE // IN () and VALUES without a row
                : queries.stream()
                        .flatMap(query -> query.conditions().stream())
                        .mapToInt(condition ->
                                NEVER.matcher(NormalizedSql.text(condition)).matches() ? 1000 : 1)
                        .sum();
    }

    private static void ognl(Project project, Findings findings) {
        for (var file : Mappers.of(project).files()) {
            for (var element : file.elements("if", "when")) {
                findings.looked();
                var test = element.getAttribute("test");
                traps(test, types(project, file, element))
                        .forEach(trap -> findings.violation(
                                file.place(element, file.simpleName() + " test=\"" + test + "\""), trap));
            }
        }
    }

    private static Set<String> traps(String test, Map<String, Class<?>> types) {
        var traps = new LinkedHashSet<String>();
        CHARACTER.matcher(test).results().forEach(found -> traps.add(found.group() + " is a character, not a text"));
        if (ASSIGNMENT.matcher(TEXT.matcher(test).replaceAll("''")).find()) {
            traps.add("= assigns to the parameter");
        }
        WITH_TEXT.matcher(test).results().forEach(found -> {
            var type = types.get(found.group(1));
            if (type != null && !CharSequence.class.isAssignableFrom(type) && type != Object.class) {
                traps.add(found.group() + " compares a text with " + found.group(1) + ", which is of type "
                        + type.getSimpleName());
            }
        });
        return traps;
    }

    /** Returns the types of what the statements around a test, or those that include it, bind. */
    private static Map<String, Class<?>> types(Project project, MapperFile file, Element test) {
        var top = MapperFile.topLevel(test);
        var id = file.namespace() + "." + top.getAttribute("id");
        var types = new HashMap<String, Class<?>>();
        Mappers.of(project).statements().stream()
                .filter(statement ->
                        statement.element().equals(top) || statement.fragments().contains(id))
                .flatMap(statement -> statement.variants().stream())
                .flatMap(variant -> variant.parameters().stream())
                .forEach(parameter -> {
                    var type = parameter.javaClass();
                    if (type != null) {
                        types.put(parameter.path(), type);
                    }
                });
        return types;
    }
}
