// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.configuration;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules of settings for migrations and for the database connection. */
final class DatabaseRules {
    private static final Pattern VERIFIED = Pattern.compile("[?&]sslmode=verify-(full|ca)(&|$)");
    private static final Pattern SEEDS = Pattern.compile(".*(demodata|seed|seeding|sampledata|testdata)(enabled)?");

    static final List<Rule> RULES = List.of(
            Rule.of("no-schema-generation").refuse(Checkpoint.CONFIGURATION, Settings::all, DatabaseRules::derivation),
            Rule.of("migrations-at-deploy").whole(Checkpoint.CONFIGURATION, DatabaseRules::migrationsByHand),
            Rule.of("verified-tls").whole(Checkpoint.CONFIGURATION, DatabaseRules::verified),
            Rule.also("gated-reset")
                    .refuse(Checkpoint.CONFIGURATION, Settings::inProduction, DatabaseRules::gatedSeeds));

    private DatabaseRules() {}

    private static @Nullable String derivation(Setting setting) {
        boolean derives = setting.says("ddl-auto", "create.*|update")
                || setting.says("hbm2ddl.auto", "create.*|update")
                || setting.says("spring.jpa.generate-ddl", "true")
                || setting.says("spring.sql.init.schema-locations", ".+")
                || setting.says("spring.liquibase.drop-first", "true")
                || setting.says("spring.flyway.clean-on-validation-error", "true");
        return derives ? "changes the schema by itself: " + setting.fallback() : null;
    }

    private static void migrationsByHand(Project project, Findings findings) {
        findings.looked();
        var switches = List.of("spring.liquibase.enabled", "spring.flyway.enabled");
        if (switches.stream().noneMatch(key -> isFalseInProduction(project, key))) {
            findings.violation(production(project), "no setting keeps the start from migrating");
        }
    }

    private static boolean isFalseInProduction(Project project, String key) {
        return Settings.inProduction(project, key)
                .filter(setting -> setting.value().equals("false"))
                .isPresent();
    }

    private static void verified(Project project, Findings findings) {
        findings.looked();
        var url = Settings.inProduction(project, "spring.datasource.url");
        var mode = Settings.inProduction(project, "spring.datasource.hikari.data-source-properties.sslmode");
        boolean byUrl =
                url.filter(setting -> VERIFIED.matcher(setting.value()).find()).isPresent();
        boolean byUrlNot =
                url.filter(setting -> setting.value().contains("sslmode=")).isPresent() && !byUrl;
        boolean byMode = mode.filter(setting -> setting.value().matches("verify-(full|ca)"))
                .isPresent();
        if (byUrlNot || !(byUrl || byMode)) {
            findings.violation(
                    url.or(() -> mode).map(Setting::place).orElseGet(() -> production(project)),
                    "nothing demands that the server proves who it is");
        }
        Settings.inProduction(project).stream()
                .filter(setting -> setting.value().contains("NonValidatingFactory"))
                .forEach(setting -> findings.violation(setting, "believes any server"));
    }

    private static @Nullable String gatedSeeds(Setting setting) {
        boolean seeds =
                (SEEDS.matcher(setting.name()).matches() && setting.fallback().equals("true"))
                        || setting.says("spring.sql.init.mode", "always")
                        || setting.says("spring.liquibase.drop-first", "true")
                        || setting.says("spring.flyway.clean-disabled", "false")
                        || setting.says("spring.liquibase.contexts", ".*\\b(dev|demo|test|seed)\\b.*");
        return seeds ? "fills or empties the database at the start in production: " + setting.fallback() : null;
    }

    /** Returns the place of production's settings, for settings that are missing there. */
    static Place production(Project project) {
        var settings = Settings.ofProductionAlone(project);
        return (settings.isEmpty() ? Settings.all(project) : settings)
                .stream()
                        .findFirst()
                        .map(setting -> Place.in(
                                setting.file(),
                                1,
                                0,
                                setting.file().getFileName().toString()))
                        .orElseGet(() -> Place.of(project.name()));
    }
}
