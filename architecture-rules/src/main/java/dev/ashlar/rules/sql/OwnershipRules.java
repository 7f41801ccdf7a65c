// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.parse.MapperFile;
import java.util.List;
import org.apache.ibatis.io.Resources;

/** The rule of tables and the contexts whose mappers use them. */
final class OwnershipRules {
    static final List<Rule> RULES = List.of(mappers());

    private OwnershipRules() {}

    private static Rule mappers() {
        return Rule.of(
                        "one-owner-per-table",
                        "Every mapper is loaded, and a table is used by the mappers of one context.")
                .because("a table that two contexts write has two meanings, and neither can change it alone")
                .mend(
                        "ask the owning context for what it publishes; name the mapper's interface as the file's namespace")
                .each(Checkpoint.HARNESS, OwnershipRules::filesWithStatements, (file, findings) -> {
                    if (!isInterface(file.namespace())) {
                        findings.violation(
                                file,
                                "no interface is called " + file.namespace() + ", so nobody calls its statements");
                    }
                })
                .whole(Checkpoint.HARNESS, (project, findings) -> {
                    TableUsers.of(project).forEach((table, contexts) -> {
                        findings.looked();
                        if (contexts.size() > 1) {
                            findings.violation(Catalog.of(project).place(table), table + " is used by " + contexts);
                        }
                    });
                });
    }

    private static List<MapperFile> filesWithStatements(Project project) {
        return Mappers.of(project).statements().stream()
                .map(MapperStatement::file)
                .distinct()
                .toList();
    }

    private static boolean isInterface(String name) {
        try {
            return Resources.classForName(name).isInterface();
        } catch (ClassNotFoundException | LinkageError missing) {
            return false;
        }
    }
}
