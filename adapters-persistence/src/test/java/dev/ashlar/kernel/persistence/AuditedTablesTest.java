// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each table with money, tokens, seats, roles or decisions is audited, or its changelogs say why not, as in {@code -- not audited
 * ai.ai_stats: recomputed from the interactions}.
 */
@PersistenceTest
class AuditedTablesTest {
    private static final Pattern EXEMPTION = Pattern.compile("(?m)^-- not audited (\\w+\\.\\w+): .{10,}$");

    /** Names of columns with money, tokens, seats, roles or decisions. */
    private static final String DECISIVE =
            "(^|_)(status|role|stage|action|attention|is_active|decided_by|price|amount|total|balance|held|limit|cost"
                    + "|tokens|stock|reserved|capacity|seats|enrolled|spent)(_|$)";

    /** Names of columns with secrets, or with texts that must go with their author. */
    private static final String CONFIDENTIAL =
            "secret|hash|password|credential|recovery|email|phone|birth|first_name|last_name|username|body|bio|reason|note"
                    + "|comment|title|description|metadata|meeting_url|settings|idempotency";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void auditsWhateverHoldsMoneyTokensSeatsRolesOrDecisions() {
        var audited =
                tables("SELECT tgrelid FROM pg_trigger WHERE tgname = 'audit' AND tgfoid = 'kernel.audit'::regproc");
        var decisive = tables("SELECT attrelid FROM pg_attribute WHERE attnum > 0 AND attname ~ '" + DECISIVE + "'");
        var exempt = exemptions();
        assertThat(decisive).hasSizeGreaterThan(20);
        assertThat(decisive.stream().filter(table -> !audited.contains(table) && !exempt.contains(table)))
                .as("Audit these tables with a trigger that executes kernel.audit(key, columns to log), or say in their"
                        + " changelog why not: -- not audited schema.table: reason")
                .isEmpty();
        assertThat(exempt)
                .as("audited or gone")
                .allMatch(table -> decisive.contains(table) && !audited.contains(table));
    }

    @Test
    void logsColumnsThatExistAndNoSecrets() {
        assertThat(jdbc.sql("""
                        SELECT t.tgrelid::regclass || '.' || argument
                        FROM pg_trigger t,
                            unnest(string_to_array(rtrim(encode(t.tgargs, 'escape'), '\\000'), '\\000')) AS argument
                        WHERE t.tgfoid = 'kernel.audit'::regproc
                            AND (
                                argument ~ ? OR NOT EXISTS (
                                    SELECT FROM pg_attribute a WHERE a.attrelid = t.tgrelid AND a.attname = argument
                                )
                            )""").param(CONFIDENTIAL).query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM pg_trigger WHERE tgfoid = 'kernel.audit'::regproc AND tgnargs >= 2")
                        .query(Integer.class)
                        .single())
                .isEqualTo(jdbc.sql("SELECT count(*) FROM pg_trigger WHERE tgname = 'audit'")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(15);
    }

    /** Returns tables of contexts by their ids, partitions by their parents. */
    private Set<String> tables(String ids) {
        return Set.copyOf(jdbc.sql("""
                        SELECT c.relnamespace::regnamespace || '.' || c.relname
                        FROM pg_class c
                        WHERE c.relkind IN ('r', 'p')
                            AND NOT c.relispartition
                            AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema|public|kernel)'
                            AND c.oid IN (""" + ids + ")").query(String.class).list());
    }

    private static Set<String> exemptions() {
        return changelogs()
                .flatMap(changelog -> EXEMPTION.matcher(changelog).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> changelogs() {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:db/changelog/*/*.sql"))
                    .stream()
                    .map(AuditedTablesTest::text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Resource changelog) {
        try {
            return changelog.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
