package dev.ashlar.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class AshlarCommandTest {
    @Test
    void helpListsCommandsAndExitCodes(CapturedOutput output) {
        assertThat(AshlarCommand.run("--help")).isZero();
        assertThat(output)
                .contains("serve", "migrate", "rollback", "seed", "sandbox-gateway", "3 migrations are pending");
    }

    @Test
    void versionIsPrinted(CapturedOutput output) {
        assertThat(AshlarCommand.run("--version")).isZero();
        assertThat(output).contains("ashlar ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"migrat", "--count=3", "rollback", "rollback --count x", "rollback --count 0", "seed --bogus"})
    void whatItDoesNotUnderstandIsTwo(String line) {
        assertThat(AshlarCommand.run(line.split(" "))).isEqualTo(2);
    }

    @Test
    void migratesAndRollsBackSayingHowItStands(CapturedOutput output) {
        try (var database = TestDatabase.empty()) {
            assertThat(run(database, "migrate", "--status")).isEqualTo(3);
            assertThat(output).contains("pending      kernel:001-create-schema").doesNotContain("applied");
            assertThat(run(database, "migrate")).isZero();
            assertThat(output).contains("applied      kernel:003-create-scheduled-tasks");
            assertThat(run(database, "migrate", "--status")).isZero();
            assertThat(output).contains("The schema is up to date.");
            assertThat(run(database, "rollback", "--count", "1")).isZero();
            assertThat(output).contains("rolled back  ");
            assertThat(run(database, "migrate", "--status")).isEqualTo(3);
        }
    }

    @Test
    @Tag("rule-119")
    void seedsAnyNumberOfTimesAndDemoDataOnlyWhenAsked(CapturedOutput output) {
        try (var database = TestDatabase.migrated()) {
            assertThat(run(database, "seed")).isZero();
            assertThat(output).contains("seeded       platforms", "Done.").doesNotContain("demo");
            assertThat(run(database, "seed", "--demo")).isZero();
            var first = rows(database);
            assertThat(run(database, "seed", "--demo")).isZero();
            assertThat(rows(database)).isEqualTo(first).doesNotContainValue(0L);
            assertThat(output).contains("seeded       demo people").doesNotContain("Ashlar serves");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsOneSentence(CapturedOutput output) {
        assertThat(AshlarCommand.run("migrate", "--spring.datasource.url=jdbc:postgresql://localhost:1/none"))
                .isEqualTo(1);
        assertThat(output)
                .contains("Failed: The database at jdbc:postgresql://localhost:1/none refuses the connection")
                .doesNotContain("\tat ");
    }

    @Test
    void aMigrationIsGuardedInProduction(CapturedOutput output) {
        assertThat(AshlarCommand.run("migrate", "--spring.profiles.active=prod"))
                .isEqualTo(1);
        assertThat(output)
                .contains("Profile prod refuses to start", "DATABASE_URL is not set")
                .doesNotContain("ASHLAR_JWT_SECRET", "\tat ");
    }

    private static Map<String, @Nullable Object> rows(TestDatabase database) {
        return JdbcClient.create(database.owner()).sql("""
                        SELECT
                            (SELECT count(*) FROM publishing.posts) AS articles,
                            (SELECT count(*) FROM publishing.post_tags) AS tags,
                            (SELECT count(*) FROM publishing.comments) AS comments,
                            (SELECT count(*) FROM publishing.favorites) AS favorites,
                            (SELECT count(*) FROM publishing.follows) AS follows,
                            (SELECT count(*) FROM publishing.categories) AS categories""").query().singleRow();
    }

    private static int run(TestDatabase database, String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of(arguments));
        all.add("--spring.datasource.url=" + database.url());
        all.add("--spring.datasource.username=" + database.owner().getUser());
        all.add("--spring.datasource.password=" + database.owner().getPassword());
        return AshlarCommand.run(all.toArray(String[]::new));
    }
}
