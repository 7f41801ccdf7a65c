// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Table of the transitions between the states of an aggregate. The aggregate asks it before it changes, tests walk it, and the
 * documentation's diagram is drawn from it, so that the three always agree.
 *
 * <pre>{@code
 * static final Lifecycle<DoorStatus> LIFECYCLE = Lifecycle.startingAt(OPEN)
 *         .may(OPEN, CLOSED, "pushed")
 *         .may(CLOSED, OPEN, "pulled")
 *         .may(CLOSED, LOCKED, "key turned")
 *         .build();
 * }</pre>
 *
 * @param <S> the states; clients, tables and diagrams show their {@link Labels}
 */
public final class Lifecycle<S extends Enum<S>> {
    /** Characters that end a label in a Mermaid diagram. */
    private static final Pattern NOT_IN_A_LABEL = Pattern.compile("[:;\\n]");

    private final S start;
    private final Map<S, Map<S, String>> table;

    private Lifecycle(S start, Map<S, Map<S, String>> table) {
        this.start = start;
        this.table = table;
    }

    /** Begins a table with the state of new aggregates. */
    public static <S extends Enum<S>> Builder<S> startingAt(S start) {
        return new Builder<>(start);
    }

    /** Returns the state of new aggregates. */
    public S start() {
        return start;
    }

    /** Returns the states that may follow a state; none if it is final. */
    public Set<S> next(S from) {
        return Collections.unmodifiableSet(reasons(from).keySet());
    }

    /** Returns the states that may precede a state, which a compare-and-set to it accepts. */
    public Set<S> before(S to) {
        var before = EnumSet.noneOf(start.getDeclaringClass());
        table.forEach((from, reasons) -> {
            if (reasons.containsKey(to)) {
                before.add(from);
            }
        });
        return Collections.unmodifiableSet(before);
    }

    public boolean allows(S from, S to) {
        return reasons(from).containsKey(to);
    }

    /** True if nothing follows the state. */
    public boolean endsAt(S state) {
        return reasons(state).isEmpty();
    }

    /**
     * Returns the next state if it may follow, and refuses it otherwise with the states that may.
     *
     * @param object what is in the state, as in {@code Order 7Q2M-9XD4-T1BK}
     */
    public S require(S from, S to, ProblemType refusal, String object) {
        if (!allows(from, to)) {
            throw refusal.because(object + " is " + label(from) + " and cannot become " + label(to) + "; "
                    + whatMayFollow(from) + ".");
        }
        return to;
    }

    /** Returns the label of a state, which clients, tables and diagrams show. */
    public String label(S state) {
        return Labels.of(state);
    }

    /** Draws the table as a Mermaid state diagram, always with the same text. */
    public String diagram() {
        var arrows = Stream.of(start.getDeclaringClass().getEnumConstants()).flatMap(this::arrowsFrom);
        return Stream.concat(Stream.of("stateDiagram-v2", "    [*] --> " + label(start)), arrows)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> arrowsFrom(S from) {
        if (endsAt(from)) {
            return Stream.of("    " + label(from) + " --> [*]");
        }
        return reasons(from).entrySet().stream()
                .map(arrow -> "    " + label(from) + " --> " + label(arrow.getKey()) + " : " + arrow.getValue());
    }

    private String whatMayFollow(S from) {
        return endsAt(from)
                ? "nothing follows"
                : "it may become "
                        + reasons(from).keySet().stream().map(this::label).collect(Collectors.joining(" or "));
    }

    private Map<S, String> reasons(S from) {
        return Objects.requireNonNull(table.get(from));
    }

    /** Builder of a table. */
    public static final class Builder<S extends Enum<S>> {
        private final S start;
        private final Map<S, Map<S, String>> table;

        private Builder(S start) {
            this.start = start;
            table = new EnumMap<>(start.getDeclaringClass());
            for (var state : start.getDeclaringClass().getEnumConstants()) {
                table.put(state, new LinkedHashMap<>());
            }
        }

        /**
         * Adds a transition.
         *
         * @param reason what happened, in a few words for the diagram
         */
        public Builder<S> may(S from, S to, String reason) {
            if (reason.isBlank() || NOT_IN_A_LABEL.matcher(reason).find()) {
                throw new IllegalArgumentException("A reason is a few words without colon or semicolon: " + reason);
            }
            if (from == to || Objects.requireNonNull(table.get(from)).putIfAbsent(to, reason) != null) {
                throw new IllegalArgumentException(from + " to " + to + " is no change or is declared twice");
            }
            return this;
        }

        /** Builds the table, in which every state must be reachable. */
        public Lifecycle<S> build() {
            var reached = EnumSet.of(start);
            for (var news = EnumSet.of(start); !news.isEmpty(); reached.addAll(news)) {
                news = news.stream()
                        .flatMap(state -> Objects.requireNonNull(table.get(state)).keySet().stream())
                        .filter(state -> !reached.contains(state))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(start.getDeclaringClass())));
            }
            var lost = EnumSet.complementOf(reached);
            if (!lost.isEmpty()) {
                throw new IllegalStateException("Nothing leads from " + start + " to " + lost);
            }
            return new Lifecycle<>(start, table);
        }
    }
}
