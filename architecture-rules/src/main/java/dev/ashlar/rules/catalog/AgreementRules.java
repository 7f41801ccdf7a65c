// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.HARNESS;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.io.ResolverUtil;

/** Rules on what stands in the schema and in the code, and must be the same. */
final class AgreementRules {
    /** All of them. */
    static final List<Rule> RULES = List.of(enums());

    private AgreementRules() {}

    private static Rule enums() {
        return Rule.of("enum-labels-match-java").core().warning().whole(HARNESS, (project, findings) -> {
            var enums = enums(project);
            for (var type : Catalog.of(project).enums()) {
                findings.looked();
                try {
                    compare(type, counterpart(type, enums), findings);
                } catch (CannotTell unclear) {
                    findings.violation(type, unclear.getMessage());
                }
            }
        });
    }

    private static void compare(EnumType type, Class<?> java, Findings findings) {
        var constants = Arrays.stream(java.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
        var labels = type.labels().stream()
                .map(label -> label.toLowerCase(Locale.ROOT))
                .toList();
        if (!constants.equals(labels)) {
            findings.violation(
                    type, type.qualified() + " has the labels " + labels + ", " + java.getName() + " " + constants);
        }
    }

    /** The one that is called most like the type; among equals, one of the schema's own package. */
    private static Class<?> counterpart(EnumType type, List<Class<?>> enums) {
        var alike = enums.stream().filter(java -> likeness(type, java) > 0).toList();
        int most = alike.stream().mapToInt(java -> likeness(type, java)).max().orElse(0);
        var best = alike.stream()
                .filter(java -> likeness(type, java) == most)
                .sorted(Comparator.comparing(Class::getName))
                .toList();
        if (best.size() == 1) {
            return best.get(0);
        }
        throw new CannotTell(
                best.isEmpty()
                        ? "no Java enum is called like " + type.qualified()
                        : "several Java enums are called like " + type.qualified() + ": " + best);
    }

    private static int likeness(EnumType type, Class<?> java) {
        var nested = snake(java.getName().substring(java.getPackageName().length() + 1));
        boolean home = List.of(java.getPackageName().split("\\.")).contains(type.schema());
        int longest = Arrays.stream(new String[] {nested, snake(java.getSimpleName())})
                .filter(name -> ("_" + type.name()).endsWith("_" + name))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return longest == 0 ? 0 : 2 * longest + (home ? 1 : 0);
    }

    private static String snake(String name) {
        return name.replace("$", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static List<Class<?>> enums(Project project) {
        return project.part(Enums.class, () -> {
                    var scan = new ResolverUtil<Enum<?>>();
                    project.basePackages().forEach(base -> scan.find(Class::isEnum, base));
                    return new Enums(List.copyOf(scan.getClasses()));
                })
                .classes();
    }

    private record Enums(List<Class<?>> classes) {}
}
