// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.prepare;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.expand.Variant;
import dev.ashlar.rules.sql.plan.Explain;
import dev.ashlar.rules.sql.plan.PlanNode;
import dev.ashlar.rules.sql.plan.Scan;
import dev.ashlar.rules.sql.query.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every variant as PostgreSQL prepares and explains it. None is run. All on one connection, which is closed afterwards.
 *
 * @param usable the variants that PostgreSQL accepts, in order: those that rules examine
 * @param refusals the others, those that refuse an empty collection included
 */
public record Preparation(List<Prepared> usable, List<Refused> refusals) {
    private static final int OLDEST = 18;

    /** Prepares them, once a project. */
    public static Preparation of(Project project) {
        return project.part(Preparation.class, () -> {
            var variants = Mappers.of(project).variants();
            var tables = Tables.of(project);
            try (var connection = project.database().getConnection()) {
                refuseUnlessReadable(connection.getMetaData().getDatabaseMajorVersion());
                var session = new Session(connection, Explain.on(connection), tables);
                variants.forEach(session::prepare);
                return new Preparation(List.copyOf(session.usable), List.copyOf(session.refusals));
            } catch (SQLException noConnection) {
                throw new IllegalStateException(noConnection);
            }
        });
    }

    /** Older ones do not say in their plans which node they would rather not have. */
    static void refuseUnlessReadable(int version) {
        if (version < OLDEST) {
            throw new CannotTell(
                    "plans are read as PostgreSQL " + OLDEST + " writes them, and the database is a PostgreSQL "
                            + version + "; only the tests need the newer one");
        }
    }

    /** Returns the refusals but for those of an empty collection. One rule tells them. */
    public List<Refused> refused() {
        return refusals.stream().filter(refused -> !refused.isEmptyCollection()).toList();
    }

    private static final class Session {
        private static final PlanNode UNPLANNED = PlanNode.parse("[]");

        private final Connection connection;
        private final Explain explain;
        private final Tables tables;
        private final List<Prepared> usable = new ArrayList<>();
        private final List<Refused> refusals = new ArrayList<>();

        Session(Connection connection, Explain explain, Tables tables) {
            this.connection = connection;
            this.explain = explain;
            this.tables = tables;
        }

        /** First with no types at all, so that PostgreSQL infers them; then, where it cannot, with those that the handlers send. */
        void prepare(Variant variant) {
            try {
                usable.add(prepared(variant, false));
            } catch (SQLException undetermined) {
                try {
                    usable.add(prepared(variant, true));
                } catch (SQLException | RuntimeException refused) {
                    refusals.add(new Refused(
                            variant,
                            "PostgreSQL refuses it: " + message(undetermined) + "\n     in " + variant,
                            String.valueOf(undetermined.getSQLState())));
                }
            } catch (RuntimeException failed) {
                refusals.add(new Refused(variant, "its plan cannot be read: " + failed + " " + variant, ""));
            }
        }

        private Prepared prepared(Variant variant, boolean isTyped) throws SQLException {
            try (var statement = connection.prepareStatement(variant.sql())) {
                if (isTyped) {
                    Binding.bind(statement, variant);
                }
                var types = new ArrayList<String>();
                var parameters = statement.getParameterMetaData();
                for (int i = 1; i <= parameters.getParameterCount(); i++) {
                    types.add(parameters.getParameterTypeName(i));
                }
                boolean isPlanned = Explain.plans(variant.sql());
                var plan = isPlanned ? explain.plan(variant.sql(), types) : UNPLANNED;
                return new Prepared(
                        variant,
                        types,
                        isPlanned ? ResultColumn.all(statement.getMetaData(), plan.list("Output")) : List.of(),
                        plan,
                        Scan.of(plan, tables),
                        refusedBinding(variant));
            }
        }

        /** Returns PostgreSQL's refusal when each parameter comes with the type that its handler sends; null if it accepts it. */
        private @Nullable String refusedBinding(Variant variant) {
            try (var statement = connection.prepareStatement(variant.sql())) {
                Binding.bind(statement, variant);
                statement.getMetaData();
                return null;
            } catch (SQLException | RuntimeException refused) {
                return "with the types that the handlers send, PostgreSQL refuses it: " + message(refused);
            }
        }

        private static String message(Exception refused) {
            return String.valueOf(refused.getMessage()).replaceAll("\\s+", " ");
        }
    }
}
