// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.configuration;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.NotGiven;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.ibatis.session.Configuration;

/** Rules of MyBatis settings: in the project's code, or below {@code mybatis.configuration} in its files. */
final class MyBatisRules {
    static final List<Rule> RULES =
            List.of(Rule.also("no-nested-selects").whole(Checkpoint.CONFIGURATION, MyBatisRules::readsWhatIsThere));

    private MyBatisRules() {}

    private static void readsWhatIsThere(Project project, Findings findings) {
        var code = project.ownMyBatis();
        boolean files = Settings.all(project).stream().anyMatch(setting -> setting.isWithin("mybatis.configuration"));
        if (!files && code.isEmpty()) {
            throw new NotGiven("mybatis");
        }
        var aspects = List.of(
                new Aspect("lazy-loading-enabled", "false", Configuration::isLazyLoadingEnabled, "lazy loading is on"),
                new Aspect(
                        "local-cache-scope",
                        "statement",
                        Configuration::getLocalCacheScope,
                        "reads are answered from the cache of the session, not from the database"),
                new Aspect("cache-enabled", "false", Configuration::isCacheEnabled, "the second-level cache is on"));
        for (var aspect : aspects) {
            findings.looked();
            aspect.check(project, code, findings);
        }
    }

    /** One thing that can be set up well or badly; what no file says is as the code, or else MyBatis itself, has it. */
    private record Aspect(String key, String wanted, Function<Configuration, Object> inCode, String otherwise) {
        void check(Project project, Optional<Configuration> code, Findings findings) {
            var setting = Settings.inProduction(project, "mybatis.configuration." + key);
            var value = setting.map(Setting::fallback)
                    .orElseGet(() ->
                            inCode.apply(code.orElseGet(Configuration::new)).toString());
            if (!value.toLowerCase(Locale.ROOT).equals(wanted)) {
                findings.violation(
                        setting.map(Setting::place).orElseGet(() -> Place.of("MyBatis's configuration")), otherwise);
            }
        }
    }
}
