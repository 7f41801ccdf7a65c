// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import dev.ashlar.rules.CannotTell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Texts that a statement's dynamic elements can render: every combination of answers that leads somewhere else, where a
 * question within an {@code <if>} only counts when that is in. Above {@value #CAP} combinations it is all off, all on, and
 * as many as show every pair of answers together.
 *
 * @param unfolded the unfoldings, each with its choices
 * @param complete true if they are all there are
 */
public record Expansion(List<Unfolded> unfolded, boolean complete) {
    /** Combinations of answers that are expanded in full. */
    public static final int CAP = 64;

    private static final int CANDIDATES = 30;

    /** One way of unfolding: its element, or why it cannot be told. */
    record Unfolded(
            List<Choice> choices,
            Map<String, String> bound,
            @Nullable Element element,
            String failure) {}

    public static Expansion of(Element statement, Function<String, List<String>> constants) {
        Function<ToIntFunction<Decision>, Unfolded> run = answers -> unfold(statement, answers, constants);
        var all = new ArrayList<Unfolded>();
        List<Choice> path = List.of();
        do {
            var next = run.apply(following(path));
            all.add(next);
            path = successor(next.choices());
        } while (!path.isEmpty() && all.size() <= CAP);
        return path.isEmpty() ? new Expansion(all, true) : new Expansion(pairwise(run), false);
    }

    private static Unfolded unfold(
            Element statement, ToIntFunction<Decision> answers, Function<String, List<String>> constants) {
        var unfolding = new Unfolding(answers, constants);
        try {
            var element = unfolding.of(statement);
            return new Unfolded(unfolding.choices(), unfolding.bound(), element, "");
        } catch (CannotTell unclear) {
            return new Unfolded(unfolding.choices(), unfolding.bound(), null, unclear.getMessage());
        }
    }

    private static ToIntFunction<Decision> following(List<Choice> path) {
        var answers = path.stream().collect(Collectors.toMap(Choice::decision, Choice::answer));
        return decision -> answers.getOrDefault(decision, 0);
    }

    /** Like the next number of an odometer: the last choice that has a further answer takes it, those after it start anew. */
    private static List<Choice> successor(List<Choice> choices) {
        for (int i = choices.size() - 1; i >= 0; i--) {
            var last = choices.get(i);
            if (last.answer() + 1 < last.decision().answers().size()) {
                var next = new ArrayList<>(choices.subList(0, i));
                next.add(new Choice(last.decision(), last.answer() + 1));
                return next;
            }
        }
        return List.of();
    }

    private static List<Unfolded> pairwise(Function<ToIntFunction<Decision>, Unfolded> run) {
        var taken = new LinkedHashMap<List<Choice>, Unfolded>();
        var seen = new HashSet<Set<Choice>>();
        var random = new Random(57); // any seed, as long as two runs agree
        take(run.apply(decision -> 0), taken, seen);
        take(run.apply(decision -> decision.answers().size() - 1), taken, seen);
        boolean hasFailed = taken.values().stream().anyMatch(one -> one.element() == null);
        for (int idle = 0; idle < 3 && taken.size() < CAP; ) {
            var best = run.apply(decision -> 0);
            long gain = 0;
            for (int i = 0; i < CANDIDATES; i++) {
                double off = 0.1 + 0.2 * (i % 5); // the last branch of a choose needs all others off
                var candidate = run.apply(decision -> random.nextDouble() < off
                        ? 0
                        : random.nextInt(decision.answers().size()));
                // After the first one, those that cannot be told teach nothing more.
                long news = candidate.element() == null && hasFailed
                        ? 0
                        : pairs(candidate).stream()
                                .filter(pair -> !seen.contains(pair))
                                .count();
                if (news > gain) {
                    best = candidate;
                    gain = news;
                }
            }
            hasFailed |= best.element() == null;
            idle = gain == 0 ? idle + 1 : 0;
            take(best, taken, seen);
        }
        return List.copyOf(taken.values());
    }

    private static void take(Unfolded one, Map<List<Choice>, Unfolded> taken, Set<Set<Choice>> seen) {
        taken.putIfAbsent(one.choices(), one);
        seen.addAll(pairs(one));
    }

    private static Set<Set<Choice>> pairs(Unfolded one) {
        var pairs = new HashSet<Set<Choice>>();
        for (var left : one.choices()) {
            for (var right : one.choices()) {
                pairs.add(left.equals(right) ? Set.of(left) : Set.of(left, right));
            }
        }
        return pairs;
    }
}
