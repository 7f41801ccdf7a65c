// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static dev.ashlar.rules.Checkpoint.ARCHITECTURE;
import static dev.ashlar.rules.Checkpoint.TYPES;

import com.tngtech.archunit.core.domain.JavaModifier;
import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules of documentation: Javadoc of published types, and names of tests. */
final class DocumentationRules {
    private static final Set<String> TESTABLE = Set.of("org.junit.platform.commons.annotation.Testable");

    static final List<Rule> RULES = List.of(
            Rule.of("documented-api")
                    .refuse(TYPES, DocumentationRules::published, DocumentationRules::documentedApi)
                    .whole(TYPES, DocumentationRules::packages),
            Rule.of("test-names").refuse(ARCHITECTURE, DocumentationRules::testClasses, DocumentationRules::testNames));

    private DocumentationRules() {}

    private static @Nullable String documentedApi(Type type) {
        var place = type.place();
        if (place.file() == null || place.line() == 0) {
            throw new CannotTell("the source of " + type.name() + " is in none of the named directories");
        }
        var lines = type.code().sources().lines(place.file());
        return documented(lines, place.line()) ? null : "has no Javadoc";
    }

    private static List<Type> published(Project project) {
        Code.of(project).sources();
        return Code.of(project)
                .types(type -> type.is(JavaModifier.PUBLIC) && (type.in(Layer.PUBLISHED) || type.port()));
    }

    /** True if Javadoc ends right above a declaration, or above the annotations in front of it. */
    private static boolean documented(List<String> lines, int declaration) {
        int depth = 0;
        for (int i = declaration - 2; i >= 0; i--) {
            var line = lines.get(i).strip();
            if (line.endsWith("*/")) {
                return startsAsJavadoc(lines, i);
            }
            depth += count(line, ')') - count(line, '(');
            if (depth == 0 && !line.startsWith("@") && !line.startsWith("//")) {
                return false;
            }
        }
        return false;
    }

    private static boolean startsAsJavadoc(List<String> lines, int end) {
        for (int i = end; i >= 0; i--) {
            if (lines.get(i).contains("/*")) {
                return lines.get(i).contains("/**");
            }
        }
        return false;
    }

    private static int count(String line, char wanted) {
        return (int) line.chars().filter(character -> character == wanted).count();
    }

    private static void packages(Project project, Findings findings) {
        var seen = new HashSet<String>();
        for (var type : published(project)) {
            var place = type.place();
            if (place.file() == null || !seen.add(type.java().getPackageName())) {
                continue;
            }
            findings.looked();
            var info = place.file().resolveSibling("package-info.java");
            if (!Files.exists(info)) {
                findings.violation(type, "The package " + type.java().getPackageName() + " has no package-info.java.");
            } else if (Code.of(project).sources().lines(info).stream().noneMatch(line -> line.contains("/**"))) {
                findings.violation(
                        type, "The package-info.java of " + type.java().getPackageName() + " says nothing.");
            }
        }
    }

    private static @Nullable String testNames(Type type) {
        var name = type.java().getSimpleName();
        if (type.is(JavaModifier.ABSTRACT) || type.java().isInterface()) {
            return name.endsWith("Contract") ? null : "holds tests for others to inherit, but is not called a Contract";
        }
        if (!name.matches(".*(Test|IT|Journey|Benchmark)")) {
            return "holds tests, but no build looks for this name";
        }
        return name.endsWith("Benchmark")
                        && !Type.carries(type.java(), "org.junit.jupiter.api.Tag", "org.junit.jupiter.api.Tags")
                ? "measures, but has no @Tag to leave it out by"
                : null;
    }

    /** Top-level test classes: nested ones run with them. */
    private static List<Type> testClasses(Project project) {
        return Code.of(project).tests().stream()
                .filter(type -> type.java().isTopLevelClass())
                .filter(type -> type.java().getMethods().stream()
                        .anyMatch(method -> method.getAnnotations().stream()
                                .anyMatch(annotation ->
                                        TESTABLE.stream().anyMatch(annotation.getRawType()::isMetaAnnotatedWith))))
                .toList();
    }
}
