// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.prepare;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Variant;
import dev.ashlar.rules.sql.plan.PlanNode;
import dev.ashlar.rules.sql.plan.Scan;
import dev.ashlar.rules.sql.query.Tables;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's description of a variant, without running it: the types of its parameters, its result's columns, and the plan
 * it would take if it could not read whole tables.
 *
 * {@snippet :
 * prepared.plan().all().filter(PlanNode::disabled).forEach(node -> findings.violation(prepared, "reads " + node.table()));
 * }
 */
public final class Prepared implements Subject {
    private final Variant variant;
    private final List<String> parameterTypes;
    private final List<ResultColumn> columns;
    private final @Nullable PlanNode plan;
    private final List<Scan> scans;
    private final IdentityHashMap<PlanNode, Scan> readings = new IdentityHashMap<>();
    private final String refusal;
    private final String bindingRefusal;
    private final String sqlState;

    private Prepared(
            Variant variant,
            List<String> parameterTypes,
            List<ResultColumn> columns,
            @Nullable PlanNode plan,
            List<Scan> scans,
            String refusal,
            String sqlState,
            String bindingRefusal) {
        this.variant = variant;
        this.parameterTypes = List.copyOf(parameterTypes);
        this.columns = List.copyOf(columns);
        this.plan = plan;
        this.scans = scans;
        scans.forEach(scan -> readings.put(scan.node(), scan));
        this.refusal = refusal;
        this.sqlState = sqlState;
        this.bindingRefusal = bindingRefusal;
    }

    static Prepared accepted(
            Variant variant,
            List<String> parameterTypes,
            List<ResultColumn> columns,
            PlanNode plan,
            Tables tables,
            String bindingRefusal) {
        return new Prepared(variant, parameterTypes, columns, plan, Scan.of(plan, tables), "", "", bindingRefusal);
    }

    public static Prepared refused(Variant variant, String refusal, String sqlState) {
        return new Prepared(variant, List.of(), List.of(), null, List.of(), refusal, sqlState, "");
    }

    /** The variant. */
    public Variant variant() {
        return variant;
    }

    /** The statement it is a variant of. */
    public MapperStatement statement() {
        return variant.statement();
    }

    /** The types of its parameters as PostgreSQL infers them, in order. */
    public List<String> parameterTypes() {
        accepted();
        return parameterTypes;
    }

    /** The columns of its result; none for a statement that returns no rows. */
    public List<ResultColumn> columns() {
        accepted();
        return columns;
    }

    /** The top of its plan. */
    public PlanNode plan() {
        accepted();
        return Objects.requireNonNull(plan);
    }

    /** The tables it reads, those behind views included. */
    public List<Scan> scans() {
        accepted();
        return scans;
    }

    /** Table that a node of the plan reads, if it reads one. */
    @Nullable
    public Scan scan(PlanNode node) {
        return readings.get(node);
    }

    /** PostgreSQL's refusal; empty if it accepts the statement. */
    public String refusal() {
        return refusal;
    }

    /** Refusal without the place in the text and the choices that led to it. */
    public String reason() {
        return refusal.replaceAll(" Position: \\d+", "").replace(variant.toString(), "");
    }

    /** PostgreSQL's refusal when each parameter comes with the type that its handler sends; empty if it accepts that. */
    public String bindingRefusal() {
        return bindingRefusal;
    }

    /**
     * True if PostgreSQL cannot even parse it because a collection is empty. Then an empty collection is refused, as it should
     * be: nothing is wrong with the statement, and nothing else is to be said about this variant.
     */
    public boolean refusesEmptyCollection() {
        return sqlState.equals("42601") && variant.hasEmptyCollection();
    }

    private void accepted() {
        if (!refusal.isEmpty()) {
            throw new CannotTell(refusal);
        }
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
