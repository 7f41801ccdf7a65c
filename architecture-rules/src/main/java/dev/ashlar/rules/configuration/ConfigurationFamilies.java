// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.configuration;

import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The rules on configuration files, family by family. */
public final class ConfigurationFamilies {
    private ConfigurationFamilies() {}

    /** Returns all of them. One that only adds checks to a rule of another family has no sentence. */
    public static List<Rule> rules() {
        return Stream.of(DatabaseRules.RULES, EnvironmentRules.RULES, MyBatisRules.RULES, PoolRules.RULES)
                .flatMap(List::stream)
                .toList();
    }
}
