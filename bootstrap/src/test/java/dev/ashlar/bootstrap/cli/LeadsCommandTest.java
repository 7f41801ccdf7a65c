// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands that mend leads, on a separate database: counted first, then run twice. */
@Tag("exhaustive")
@ExtendWith(OutputCaptureExtension.class)
class LeadsCommandTest {
    @Test
    void copiesLegacyLeadsAndGivesThemOwners(CapturedOutput output) {
        try (var database = TestDatabase.migrated()) {
            var psql = database.psql();
            psql.sql("""
                            INSERT INTO crm.raw_leads (id, name, email, created_at)
                            VALUES
                                (gen_random_uuid(), 'Ada', 'ada@example.com', now()),
                                (gen_random_uuid(), 'Nobody', 'no address', now())""").update();

            assertThat(run(database, "copy", "--dry-run")).isZero();
            assertThat(output).contains("Read 2 rows, 1 to change.", "Dry run: read 2 rows, 1 to change.");
            assertThat(leads(psql)).isZero();

            assertThat(run(database, "copy")).isZero();
            assertThat(run(database, "copy")).isZero();
            assertThat(output).contains("Done: read 2 rows, changed 1.", "Done: read 1 rows, changed 0.");
            assertThat(leads(psql)).isEqualTo(1);

            assertThat(run(database, "assign-owners", "--dry-run")).isZero();
            assertThat(run(database, "assign-owners")).isZero();
            assertThat(output)
                    .contains("Dry run: read 0 rows, 0 to change.", "Done: read 0 rows, changed 0.")
                    .doesNotContain("Ashlar serves");
        }
    }

    private static long leads(JdbcClient psql) {
        return psql.sql("SELECT count(*) FROM crm.leads").query(Long.class).single();
    }

    private static int run(TestDatabase database, String... command) {
        var owner = database.owner();
        var settings = Stream.of(
                "leads",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + owner.getUser(),
                "--spring.datasource.password=" + owner.getPassword());
        return AshlarCommand.run(Stream.concat(settings, Stream.of(command)).toArray(String[]::new));
    }
}
