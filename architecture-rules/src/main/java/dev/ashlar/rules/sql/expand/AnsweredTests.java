// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import dev.ashlar.rules.sql.parse.Parentheses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tests that are answered, and what follows for others on the same properties: {@code type == 'A'} is off where {@code type == 'B'}
 * is on, and {@code a} is off where {@code a or b} is.
 */
final class AnsweredTests {
    /** More are not tried: then either answer counts as possible. */
    private static final int MOST_CASES = 2_000;

    private static final Pattern NEGATION = Pattern.compile("(?:! ?|not )(\\(.*\\)|[^=<>!]+)");
    private static final String LITERAL = "(null|true|false|-?\\d[\\d.]*|'[^']*'|\"[^\"]*\")(?:\\.toString\\(\\))?";
    private static final Pattern COMPARISON = Pattern.compile("(.+?) ?(==|!=|\\beq\\b|\\bneq\\b) ?" + LITERAL);
    private static final Pattern REVERSED = Pattern.compile(LITERAL + " ?(==|!=|\\beq\\b|\\bneq\\b) ?(.+)");
    private static final Set<String> FALSE = Set.of("null", "false", "0");
    private static final String OTHER = "any other value";

    /** Formulas by their tests, which each variant of a statement asks again. */
    private static final Map<String, Formula> FORMULAS = new ConcurrentHashMap<>();

    /**
     * A test as a formula.
     *
     * @param values values by the property that is compared with them
     * @param holds true if it holds for a value of each property
     */
    private record Formula(Map<String, Set<String>> values, Predicate<Map<String, String>> holds) {
        Formula join(Formula other, Predicate<Map<String, String>> both) {
            var all = new HashMap<>(values);
            other.values.forEach((property, more) -> all.merge(property, more, AnsweredTests::union));
            return new Formula(all, both);
        }
    }

    private record Answer(Formula formula, boolean given) {
        boolean agreesWith(Map<String, String> values) {
            return formula.holds().test(values) == given;
        }
    }

    private final List<Answer> answers = new ArrayList<>();

    /** Remembers an answer. */
    void add(String test, boolean holds) {
        answers.add(new Answer(known(test), holds));
    }

    /** Returns the only answer that agrees with those given; null if both do. */
    @Nullable
    Boolean implied(String test) {
        var asked = known(test);
        var related = related(asked);
        if (related.isEmpty()) {
            return null;
        }
        var all = asked;
        for (var answer : related) {
            all = all.join(answer.formula(), all.holds());
        }
        var possible = new HashSet<Boolean>();
        for (var values : cases(all.values())) {
            if (related.stream().allMatch(answer -> answer.agreesWith(values))) {
                possible.add(asked.holds().test(values));
            }
        }
        return possible.size() == 1 ? possible.iterator().next() : null;
    }

    /** Answers to tests that share a property with a test, or with one that does. */
    private List<Answer> related(Formula asked) {
        var properties = new HashSet<>(asked.values().keySet());
        var related = new ArrayList<Answer>();
        for (boolean more = true; more; ) {
            var next = answers.stream()
                    .filter(answer -> !related.contains(answer))
                    .filter(answer -> !Collections.disjoint(
                            properties, answer.formula().values().keySet()))
                    .toList();
            next.forEach(answer -> properties.addAll(answer.formula().values().keySet()));
            more = related.addAll(next);
        }
        return related;
    }

    /** Returns all combinations of values; none if there are too many. */
    private static List<Map<String, String>> cases(Map<String, Set<String>> values) {
        var cases = List.of(Map.<String, String>of());
        for (var property : values.entrySet()) {
            var longer = new ArrayList<Map<String, String>>();
            for (var value : union(property.getValue(), Set.of(OTHER))) {
                for (var known : cases) {
                    var next = new HashMap<>(known);
                    next.put(property.getKey(), value);
                    longer.add(next);
                }
            }
            if (longer.size() > MOST_CASES) {
                return List.of();
            }
            cases = longer;
        }
        return cases;
    }

    private static Formula known(String test) {
        return FORMULAS.computeIfAbsent(test, text -> formula(squeezed(text)));
    }

    private static Formula formula(String test) {
        var text = Parentheses.unwrapped(test.strip());
        for (boolean isOr : new boolean[] {true, false}) {
            var parts = Parentheses.split(text, isOr ? " or " : " and ");
            if (parts.size() > 1) {
                return parts.stream()
                        .map(AnsweredTests::formula)
                        .reduce((left, right) -> left.join(
                                right,
                                isOr
                                        ? left.holds().or(right.holds())
                                        : left.holds().and(right.holds())))
                        .orElseThrow();
            }
        }
        var negation = NEGATION.matcher(text);
        if (negation.matches()) {
            var positive = formula(negation.group(1));
            return new Formula(positive.values(), positive.holds().negate());
        }
        var comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            return equality(comparison.group(1), comparison.group(2), comparison.group(3));
        }
        var reversed = REVERSED.matcher(text);
        return reversed.matches()
                ? equality(reversed.group(3), reversed.group(2), reversed.group(1))
                : new Formula(
                        Map.of(text, Set.of("null", "false")),
                        values -> !FALSE.contains(values.getOrDefault(text, "null")));
    }

    private static Formula equality(String property, String operator, String literal) {
        var value = literal.replaceAll("^['\"]|['\"]$", "");
        Predicate<Map<String, String>> equal = values -> value.equals(values.get(property));
        return new Formula(Map.of(property, Set.of(value)), operator.matches("==|eq") ? equal : equal.negate());
    }

    private static String squeezed(String test) {
        return test.replace("&&", " and ")
                .replace("||", " or ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
