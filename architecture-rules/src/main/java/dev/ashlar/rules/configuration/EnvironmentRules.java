// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.configuration;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules of settings per environment, so that production does not run on development settings. */
final class EnvironmentRules {
    private static final Pattern CREDENTIAL = Pattern.compile(
            ".*(password|passwd|secret|secretkey|privatekey|apikey|accesskey|signingkey|token|credentials?)");
    private static final Pattern NO_CREDENTIAL = Pattern.compile("|\\d+\\w*|true|false|classpath:.*|file:.*");
    private static final Pattern CREDENTIAL_IN_TEXT =
            Pattern.compile("://[^/\\s:@$]+:[^@\\s/$]+@|[?&]password=[^$&\\s]|-----BEGIN .*PRIVATE KEY");
    private static final Pattern DEVELOPMENT = Pattern.compile("dev|development|local|test|demo");
    private static final Pattern LISTS_DEVELOPMENT = Pattern.compile("(.*[,\\s])?(" + DEVELOPMENT + ")([,\\s].*)?");
    private static final Pattern NUMERIC =
            Pattern.compile("(max|min).*|.*(size|port|threads?|limit|count|attempts|timeout|interval"
                    + "|lifetime|seconds|millis|retries|capacity)");
    private static final Pattern NUMBER =
            Pattern.compile("|-?\\d+(\\.\\d+)?\\s*(ns|us|ms|s|m|h|d|B|KB|MB|GB)?|-?P[\\dTDHMS.]+");

    static final List<Rule> RULES = List.of(
            Rule.of("credentials-from-environment")
                    .refuse(Checkpoint.CONFIGURATION, Settings::all, EnvironmentRules::plainCredential),
            Rule.of("development-defaults")
                    .each(Checkpoint.CONFIGURATION, Settings::inProduction, EnvironmentRules::isForProduction),
            Rule.of("no-sql-logging")
                    .refuse(Checkpoint.CONFIGURATION, Settings::inProduction, EnvironmentRules::quietStatements),
            Rule.of("numeric-settings")
                    .refuse(
                            Checkpoint.CONFIGURATION,
                            project -> Settings.all(project).stream()
                                    .filter(setting ->
                                            NUMERIC.matcher(setting.name()).matches())
                                    .toList(),
                            setting ->
                                    !NUMBER.matcher(setting.fallback().strip()).matches()
                                            ? "is no number: " + setting.value()
                                            : null),
            Rule.of("configuration-per-environment").whole(Checkpoint.CONFIGURATION, EnvironmentRules::perEnvironment));

    private EnvironmentRules() {}

    private static @Nullable String plainCredential(Setting setting) {
        boolean development = DEVELOPMENT.matcher(setting.profile()).matches();
        boolean literal = isCredential(setting) && !setting.fromEnvironment();
        return !development
                        && (literal
                                || CREDENTIAL_IN_TEXT.matcher(setting.value()).find())
                ? "holds a credential as plain text"
                : null;
    }

    private static boolean isCredential(Setting setting) {
        return CREDENTIAL.matcher(setting.name()).matches()
                && !NO_CREDENTIAL.matcher(setting.value()).matches();
    }

    private static void isForProduction(Setting setting, Findings findings) {
        var value = setting.fallback();
        if (setting.isWithin("spring.profiles")
                && LISTS_DEVELOPMENT.matcher(value).matches()) {
            findings.violation(setting, "switches on a profile of development: " + value);
        }
        if (setting.fromEnvironment() && isCredential(setting) && !value.isBlank()) {
            findings.violation(setting, "falls back to a credential that everybody can read");
        }
        if (value.matches("(?i).*//(localhost|127\\.0\\.0\\.1|\\[::1])\\b.*")) {
            findings.violation(setting, "points to the developer's own machine: " + value);
        }
        boolean opens = setting.says("debug", "true")
                || setting.says("spring.h2.console.enabled", "true")
                || setting.says("include-stacktrace", "always")
                || setting.says("include-message", "always")
                || setting.says("show-values", "always")
                || setting.says("management.endpoints.web.exposure.include", "\\*");
        if (opens) {
            findings.violation(setting, "opens to everybody what only a developer should see: " + value);
        }
    }

    private static @Nullable String quietStatements(Setting setting) {
        var value = setting.fallback().toLowerCase(Locale.ROOT);
        boolean debugs = setting.isWithin("logging.level") && value.matches("debug|trace|all");
        boolean talkative = debugs || setting.says("log-impl", ".*StdOut.*") || setting.says("show-sql", "true");
        return talkative ? "writes statements into the log: " + value : null;
    }

    private static void perEnvironment(Project project, Findings findings) {
        var settings = Settings.all(project);
        for (var setting : settings) {
            findings.looked();
            if (setting.is("spring.profiles.active") && !setting.fromEnvironment()) {
                findings.violation(setting, "chooses the environment for everybody: " + setting.value());
            }
        }
        if (!settings.isEmpty() && Settings.ofProductionAlone(project).isEmpty()) {
            var file = settings.get(0).file();
            findings.violation(
                    Place.in(file, 1, 0, file.getFileName().toString()), "no profile says what production changes");
        }
    }
}
