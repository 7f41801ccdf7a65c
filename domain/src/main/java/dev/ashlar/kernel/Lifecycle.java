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
 * Which states may follow which, declared once as a table. The aggregate asks it before it changes, the tests walk it, and
 * the diagram in the documentation is drawn from it, so that the three cannot say different things.
 *
 * <pre>{@code
 * static final Lifecycle<DoorStatus> LIFECYCLE = Lifecycle.startingAt(OPEN)
 *         .may(OPEN, CLOSED, "pushed")
 *         .may(CLOSED, OPEN, "pulled")
 *         .may(CLOSED, LOCKED, "key turned")
 *         .build();
 * }</pre>
 *
 * @param <S> the states; their names in lower case are what clients, tables and diagrams show
 */
public final class Lifecycle<S extends Enum<S>> {
    /** What ends a label in a Mermaid diagram. */
    private static final Pattern NOT_IN_A_LABEL = Pattern.compile("[:;\\n]");

    private final S start;
    private final Map<S, Map<S, String>> table;

    private Lifecycle(S start, Map<S, Map<S, String>> table) {
        this.start = start;
        this.table = table;
    }

    /** Begins a table with the state that everything is born in. */
    public static <S extends Enum<S>> Builder<S> startingAt(S start) {
        return new Builder<>(start);
    }

    /** The state that everything is born in. */
    public S start() {
        return start;
    }

    /** The states that may follow this one; none, if it is an end. */
    public Set<S> next(S from) {
        return Collections.unmodifiableSet(reasons(from).keySet());
    }

    /** The states that may precede this one: what a compare-and-set to it accepts. */
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

    /** Whether nothing follows this state. */
    public boolean endsAt(S state) {
        return reasons(state).isEmpty();
    }

    /** Returns the state to go to if it may follow, else throws the refusal, which names both and what may follow. */
    public S require(S from, S to, ProblemType refusal) {
        if (!allows(from, to)) {
            throw refusal.because(
                    "It is " + label(from) + " and cannot become " + label(to) + "; " + whatMayFollow(from) + ".");
        }
        return to;
    }

    /** The name of a state as clients, tables and diagrams show it. */
    public String label(S state) {
        return Labels.of(state);
    }

    /** The table as a Mermaid state diagram, the same text every time. */
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

    /** A table that is being written. */
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
                throw new IllegalArgumentException(from + " to " + to + " is no change or stands here twice");
            }
            return this;
        }

        /** The table; every state must be reachable. */
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
