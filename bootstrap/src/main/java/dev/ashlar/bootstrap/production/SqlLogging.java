// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Settings that would log statements with their parameters, and so personal data. */
final class SqlLogging {
    private static final Set<String> REVEALING = Set.of("debug", "trace", "all");
    /** Loggers that write SQL. Mappers log under their own names, in the persistence packages of the contexts. */
    private static final List<String> WRITERS = List.of(
            "java.sql",
            "org.apache.ibatis",
            "org.mybatis",
            "org.postgresql",
            "org.springframework.jdbc",
            "dev.ashlar.*.persistence");

    private SqlLogging() {}

    static List<String> violations(Environment settings) {
        var levels = Binder.get(settings)
                .bind("logging.level", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        var byLevel = levels.entrySet().stream()
                .filter(level -> REVEALING.contains(level.getValue().toLowerCase(Locale.ROOT)))
                .filter(level -> reachesSql(level.getKey()))
                .map(level -> "logging.level." + level.getKey() + " is " + level.getValue()
                        + ", which writes SQL with its parameters to the log.");
        var byMyBatis = Stream.of("mybatis.configuration.log-impl")
                .filter(settings::containsProperty)
                .map(name -> name + " is set, which writes SQL with its parameters to the log.");
        return Stream.concat(byLevel.sorted(), byMyBatis).toList();
    }

    /** True if the level reveals SQL; it applies to the named logger and to all below it. */
    private static boolean reachesSql(String logger) {
        return Set.of("root", "sql").contains(logger.toLowerCase(Locale.ROOT))
                || WRITERS.stream().anyMatch(writer -> overlap(logger.split("\\."), writer.split("\\.")));
    }

    private static boolean overlap(String[] logger, String[] writer) {
        for (int i = 0; i < Math.min(logger.length, writer.length); i++) {
            if (!writer[i].equals("*") && !writer[i].equals(logger[i])) {
                return false;
            }
        }
        return true;
    }
}
