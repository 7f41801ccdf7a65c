// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.prepare;

import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Parameter;
import dev.ashlar.rules.sql.expand.Variant;
import dev.ashlar.rules.sql.expand.VariantCheck;
import dev.ashlar.rules.sql.plan.PlanNode;
import dev.ashlar.rules.sql.plan.Scan;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's description of a variant, without running it.
 *
 * {@snippet :
 * prepared.plan().all().filter(PlanNode::disabled).forEach(node -> findings.violation(prepared, "reads " + node.table()));
 * }
 *
 * @param variant the variant
 * @param parameterTypes the types of its parameters as PostgreSQL infers them, in order
 * @param columns the columns of its result; none for a statement that returns no rows
 * @param plan the top of the plan that it would take if it could not read whole tables
 * @param scans the tables that the plan reads, those behind views included
 * @param bindingRefusal PostgreSQL's refusal when each parameter comes with the type that its handler sends; null if it accepts that
 */
public record Prepared(
        Variant variant,
        List<String> parameterTypes,
        List<ResultColumn> columns,
        PlanNode plan,
        List<Scan> scans,
        @Nullable String bindingRefusal)
        implements Subject, VariantCheck.InVariant {
    public Prepared {
        parameterTypes = List.copyOf(parameterTypes);
        columns = List.copyOf(columns);
        scans = List.copyOf(scans);
    }

    /** Returns a check of the variants that a rule is about, with what PostgreSQL says of them. One that it refuses is not examined. */
    public static Check check(Predicate<Prepared> about, BiConsumer<Prepared, Consumer<String>> examination) {
        return check(Checkpoint.PLAN, about, examination);
    }

    /** Returns the same for a rule that looks at the text as well. */
    public static Check check(
            Checkpoint at, Predicate<Prepared> about, BiConsumer<Prepared, Consumer<String>> examination) {
        return VariantCheck.of(at, project -> Preparation.of(project).usable().stream(), about, examination);
    }

    /** Returns a check for a rule that says at most one thing of a variant; null if nothing is wrong with it. */
    public static Check refuse(
            Checkpoint at, Predicate<Prepared> about, Function<Prepared, ? extends @Nullable String> breach) {
        return check(at, about, VariantCheck.refusing(breach));
    }

    /** Returns the statement it is a variant of. */
    public MapperStatement statement() {
        return variant.statement();
    }

    /**
     * A parameter with its type on the server.
     *
     * @param parameter what Java knows of it
     * @param type the type as PostgreSQL infers it
     */
    public record TypedParameter(Parameter parameter, String type) {}

    /** Its parameters with their types, in order. */
    public Stream<TypedParameter> parameters() {
        return IntStream.range(0, parameterTypes.size())
                .mapToObj(i -> new TypedParameter(variant.parameters().get(i), parameterTypes.get(i)));
    }

    /** Returns the table that a node of the plan reads, if it reads one. */
    @SuppressWarnings("ReferenceEquality") // the very same node: another one may be equal
    public @Nullable Scan scan(PlanNode node) {
        return scans.stream().filter(scan -> scan.node() == node).findFirst().orElse(null);
    }

    @Override
    public Place place() {
        return variant.place();
    }

    @Override
    public String toString() {
        return variant.toString();
    }
}
