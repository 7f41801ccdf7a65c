// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static dev.ashlar.rules.Checkpoint.ARCHITECTURE;

import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.Set;

/** Rules of exceptions: each reaches a handler that can answer it. */
final class FailureRules {
    /** This family. */
    static final List<Rule> RULES = List.of(rethrown(), repositoriesRethrow());

    private static final Set<String> ANYTHING =
            Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error");
    private static final Set<String> DATABASE = Set.of(
            "java.sql.SQLException",
            "org.springframework.dao.DataAccessException",
            "org.apache.ibatis.exceptions.PersistenceException",
            "org.apache.ibatis.exceptions.IbatisException");

    private FailureRules() {}

    private static Rule rethrown() {
        return Rule.of("rollback-on-failure")
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project)
                                .types(type -> type.in(Layer.APPLICATION)
                                        && type.concrete()
                                        && (!type.service() || type.transactional())),
                        (type, findings) -> swallowed(type, findings));
    }

    private static Rule repositoriesRethrow() {
        return Rule.of("repositories-rethrow")
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project).types(Layer.PERSISTENCE),
                        (type, findings) -> swallowed(type, findings));
    }

    private static void swallowed(Type type, Findings findings) {
        if (type.java().getTryCatchBlocks().isEmpty()) {
            return;
        }
        for (var handler : type.code().bytecode(type).catches()) {
            if ((ANYTHING.contains(handler.caught()) || DATABASE.contains(handler.caught())) && !handler.rethrows()) {
                findings.violation(
                        type.at(handler.line(), type.name() + "." + handler.method()),
                        "swallows " + handler.caught().replaceFirst(".*\\.", ""));
            }
        }
    }
}
