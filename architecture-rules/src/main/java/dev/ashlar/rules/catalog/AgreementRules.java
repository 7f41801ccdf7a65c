// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.HARNESS;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.java.Code;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rules on what is both in the schema and in the code, and must be the same. */
final class AgreementRules {
    static final List<Rule> RULES = List.of(
            Rule.of("enum-labels-match-java").refuse(HARNESS, AgreementRules::types, AgreementRules::difference));

    private AgreementRules() {}

    /** A type with the Java enums of the project. */
    private record Compared(Place place, UserType labels, List<Class<?>> enums) implements Subject {}

    private static List<Compared> types(Project project) {
        var enums = Code.of(project).types(type -> type.java().isEnum()).stream()
                .<Class<?>>map(type -> type.java().reflect())
                .filter(Class::isEnum) // but no constant that has a body
                .toList();
        return Catalog.of(project).types().stream()
                .filter(UserType::isEnum)
                .map(type -> new Compared(type.place(), type, enums))
                .toList();
    }

    private static @Nullable String difference(Compared compared) {
        var type = compared.labels();
        var java = counterpart(type, compared.enums());
        var constants = Arrays.stream(java.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
        var labels = type.labels().stream()
                .map(label -> label.toLowerCase(Locale.ROOT))
                .toList();
        return constants.equals(labels)
                ? null
                : type.qualified() + " has the labels " + labels + ", " + java.getName() + " " + constants;
    }

    /** Returns the one that is called most like the type; among equals, one of the schema's own package. */
    private static Class<?> counterpart(UserType type, List<Class<?>> enums) {
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

    private static int likeness(UserType type, Class<?> java) {
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
}
