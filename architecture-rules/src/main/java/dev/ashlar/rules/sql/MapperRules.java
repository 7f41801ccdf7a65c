package dev.ashlar.rules.sql;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Rule;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Function;
import org.apache.ibatis.io.Resources;

/** Rules of a mapper besides its SQL: its methods, how rows become objects, what its attributes say. */
final class MapperRules {
    /** These rules. */
    static final List<Rule> RULES = List.of(noNestedSelects(), mapperMethods(), lockingRead());

    private static final String[] MAPPINGS = {"association", "collection", "arg", "idArg", "result", "id", "case"};
    private static final Pattern ADVISORY_LOCK = Pattern.compile("(?i)pg_(try_)?advisory_(xact_)?lock(_shared)?");

    private MapperRules() {}

    private static Rule noNestedSelects() {
        return Rule.of(
                        "no-nested-selects",
                        "No result map loads what belongs to a row by a select of its own, eagerly or lazily.")
                .because("it is one more query for each row, which nobody sees where the list is read")
                .mend("join it, or read all children with one query by the parents' ids")
                .whole(Checkpoint.MAPPER, (project, findings) -> {
                    Mappers.of(project).files().forEach(file -> nestedSelects(file, findings));
                    if (project.freshConfiguration().isLazyLoadingEnabled()) {
                        findings.violation(Place.of(project.name()), "MyBatis is configured with lazyLoadingEnabled");
                    }
                });
    }

    private static void nestedSelects(MapperFile file, Findings findings) {
        findings.looked();
        for (var mapping : file.elements(MAPPINGS)) {
            var place = file.place(
                    mapping,
                    file.simpleName() + " " + mapping.getTagName() + " " + mapping.getAttribute("property")
                            + mapping.getAttribute("name"));
            if (!mapping.getAttribute("select").isEmpty()) {
                findings.violation(place, "loads by the nested select " + mapping.getAttribute("select"));
            }
            if (mapping.getAttribute("fetchType").equals("lazy")) {
                findings.violation(place, "loads lazily");
            }
        }
    }

    private static Rule mapperMethods() {
        return Rule.of("mapper-methods", "Each method of a mapper has a statement, and each statement a method.")
                .because("a method without one fails only when it is called, a statement without one is dead")
                .mend("write the statement, or remove what nobody calls")
                .each(Checkpoint.MAPPER, project -> Mappers.of(project).files(), MapperRules::unmatched);
    }

    private static void unmatched(MapperFile file, Findings findings) {
        var statements = file.elements("select", "insert", "update", "delete");
        if (statements.isEmpty()) {
            return; // fragments alone need no interface
        }
        var methods = methods(file);
        var ids = new HashSet<String>();
        for (var statement : statements) {
            var id = statement.getAttribute("id");
            if (ids.add(id)
                    && methods.stream().noneMatch(method -> method.getName().equals(id))) {
                findings.violation(
                        file.place(statement, file.simpleName() + "." + id), "no method of the mapper is called " + id);
            }
        }
        methods.stream()
                .filter(method -> !ids.contains(method.getName()) && !hasAnnotatedStatement(method))
                .forEach(method -> findings.violation(
                        file,
                        "has no statement for " + method.getDeclaringClass().getSimpleName() + "." + method.getName()));
    }

    private static List<Method> methods(MapperFile file) {
        try {
            return Arrays.stream(Resources.classForName(file.namespace()).getMethods())
                    .filter(method -> Modifier.isAbstract(method.getModifiers()))
                    .toList();
        } catch (ClassNotFoundException | LinkageError none) {
            throw new CannotTell("its namespace " + file.namespace() + " is no interface on the class path", none);
        }
    }

    private static boolean hasAnnotatedStatement(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation
                        .annotationType()
                        .getSimpleName()
                        .matches("(Select|Insert|Update|Delete)(Provider)?"));
    }

    private static Rule lockingRead() {
        return Rule.of("locking-read", "A <select> that locks or writes is marked affectData.")
                .because("the mark is what tells a guard that it needs a transaction, and one that may write")
                .mend("add affectData=\"true\" to the <select>")
                .with(Reading.check(
                        reading -> reading.statement().kind().equals("select") && locksOrWrites(reading.query()),
                        (reading, breach) -> {
                            if (!reading.statement().attribute("affectData").equals("true")) {
                                breach.accept("locks or writes, and is not marked affectData");
                            }
                        }));
    }

    private static boolean locksOrWrites(Query query) {
        return query.locks()
                || query.target().isPresent()
                || query.own(Function.class).stream()
                        .anyMatch(function -> ADVISORY_LOCK
                                .matcher(String.valueOf(function.getName()))
                                .matches());
    }
}
