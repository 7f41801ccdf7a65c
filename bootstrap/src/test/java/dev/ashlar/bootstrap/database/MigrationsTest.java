package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void goesUpAndDownTellingEachChangeset() throws SQLException, LiquibaseException {
        try (var database = TestDatabase.empty();
                var connection = database.owner().getConnection()) {
            var migrations = new Migrations(connection);
            var all = migrations.pending();
            assertThat(all).contains("kernel:003-create-scheduled-tasks");

            var told = new ArrayList<String>();
            migrations.migrate(told::add);
            assertThat(told)
                    .containsExactlyElementsOf(
                            all.stream().map(name -> "applied      " + name).toList());
            assertThat(migrations.pending()).isEmpty();

            told.clear();
            migrations.rollback(2, told::add);
            assertThat(told)
                    .containsExactly("rolled back  " + all.getLast(), "rolled back  " + all.get(all.size() - 2));
            assertThat(migrations.pending()).isEqualTo(all.subList(all.size() - 2, all.size()));
        }
    }
}
