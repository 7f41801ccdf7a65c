// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Statements of the application's role, as the server has counted them in {@code
 * pg_stat_statements}: from any class and library. Statements inside of triggers are not counted.
 */
final class Statements {
    private final JdbcClient psql;

    Statements(JdbcClient psql) {
        this.psql = psql;
    }

    /** All that was sent so far. */
    Sent sent() {
        var sent = new Sent();
        psql.sql("""
                        SELECT regexp_replace(query, '\\s+', ' ', 'g') AS text, calls
                        FROM pg_stat_statements
                        WHERE userid = 'ashlar_app'::regrole
                          AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())""")
                .query((row, index) -> sent.add(row.getString("text"), row.getLong("calls")))
                .list();
        return sent;
    }

    /** Statements, and how often each was sent. */
    static final class Sent {
        private final Map<String, Long> calls = new TreeMap<>();

        long add(String text, long times) {
            return calls.merge(text, times, Long::sum);
        }

        void addAll(Sent more) {
            more.calls.forEach(this::add);
        }

        /** Statements sent since then. */
        Sent minus(Sent before) {
            var since = new Sent();
            calls.forEach((text, times) -> {
                long more = times - before.calls.getOrDefault(text, 0L);
                if (more > 0) {
                    since.add(text, more);
                }
            });
            return since;
        }

        /** Number of statements, without those that begin and end transactions. */
        long statements() {
            return count(text -> !text.matches("(BEGIN|COMMIT|ROLLBACK).*"));
        }

        /** Number of transactions that were begun explicitly. */
        long transactions() {
            return count(text -> text.startsWith("BEGIN"));
        }

        /** Passes each statement on, the most frequent one first. */
        void forEach(BiConsumer<String, Long> reader) {
            calls.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(entry -> reader.accept(entry.getKey(), entry.getValue()));
        }

        private long count(Predicate<String> which) {
            return calls.entrySet().stream()
                    .filter(entry -> which.test(entry.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }
}
