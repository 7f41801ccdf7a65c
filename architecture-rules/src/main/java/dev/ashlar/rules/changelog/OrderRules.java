// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules on how changesets are laid out: folders, names, order, size, rollback, and text that can be read. */
final class OrderRules {
    private static final Pattern FILE = Pattern.compile("(\\d{3,})-[a-z0-9]+(-[a-z0-9]+)*\\.sql");

    static final List<Rule> RULES = List.of(
            Rule.of("changelog-layout").whole(Checkpoint.CHANGELOG, OrderRules::folders),
            Rule.of("readable-changesets").each(Checkpoint.CHANGELOG, Changelogs::of, OrderRules::readable),
            Rule.of("reversible-changesets").refuse(Checkpoint.CHANGELOG, Changelogs::of, OrderRules::reversible),
            Rule.of("one-logical-change").refuse(Checkpoint.CHANGELOG, Changelogs::of, OrderRules::oneLogicalChange),
            Rule.of("schema-before-tables")
                    .each(Checkpoint.CHANGELOG, OrderRules::creating, OrderRules::schemaBeforeTables));

    private OrderRules() {}

    private static void folders(Project project, Findings findings) {
        var fileOfNumber = new HashMap<String, String>();
        var lastOfFolder = new HashMap<String, String>();
        var folderOfSchema = new HashMap<String, String>();
        var schemaOfFolder = new HashMap<String, String>();
        for (var changeset : Changelogs.of(project)) {
            findings.looked();
            var folder = changeset.folder();
            var file = fileName(changeset.place());
            var named = FILE.matcher(file);
            if (folder.isEmpty()) {
                findings.violation(changeset, file + " lies in no context's folder");
            }
            if (!named.matches()) {
                findings.violation(changeset, file + " is not named like 003-create-orders.sql");
                continue;
            }
            var number = named.group(1);
            if (!changeset.id().startsWith(number + "-")) {
                findings.violation(
                        changeset, "the id " + changeset.id() + " does not begin with the file's number " + number);
            }
            var twin = fileOfNumber.put(folder + "/" + number, file);
            if (twin != null && !twin.equals(file)) {
                findings.violation(changeset, file + " and " + twin + " have the same number");
            }
            var last = lastOfFolder.put(folder, file);
            if (last != null && last.compareTo(file) > 0) {
                findings.violation(changeset, file + " runs after " + last);
            }
            changeset.actions().filter(Action.CreateTable.class::isInstance).forEach(made -> {
                var schema = made.on().schema();
                var home = folderOfSchema.putIfAbsent(schema, folder);
                if (home != null && !home.equals(folder)) {
                    findings.violation(
                            changeset, "Schema " + schema + " gets tables from " + home + " and from " + folder);
                }
                var content = schemaOfFolder.putIfAbsent(folder, schema);
                if (content != null && !content.equals(schema)) {
                    findings.violation(
                            changeset, "Folder " + folder + " makes tables in " + content + " and in " + schema);
                }
            });
        }
    }

    private static String fileName(Place place) {
        return String.valueOf(Objects.requireNonNull(place.file()).getFileName());
    }

    /** All other rules on changesets pass over such a statement. */
    private static void readable(Changeset changeset, Findings findings) {
        changeset
                .bothWays()
                .filter(statement -> statement.failure() != null)
                .forEach(statement ->
                        findings.violation(statement, statement.failure() + ", in: " + statement.firstLine()));
    }

    private static @Nullable String reversible(Changeset changeset) {
        if (!changeset.rollbackGiven()) {
            return "has no rollback";
        }
        return changeset.rollback().isEmpty() ? "its rollback does nothing and does not say why" : null;
    }

    private static @Nullable String oneLogicalChange(Changeset changeset) {
        Set<String> targets = new TreeSet<>();
        for (var step : changeset.steps(Action.class)) {
            var action = step.action();
            boolean aside = action instanceof Action.SetParameter
                    || action instanceof Action.RunQuery
                    || (action instanceof Action.Comment comment
                            && comment.kind().equals("INDEX"));
            if (!aside) {
                targets.add(changeset.table(action).toString());
            }
        }
        return targets.size() > 1 ? "changes " + String.join(" and ", targets) : null;
    }

    private static void schemaBeforeTables(Changeset changeset, Findings findings) {
        Set<String> here = new HashSet<>();
        for (var step : changeset.steps(Action.class)) {
            var schema = step.on().schema();
            if (step.action() instanceof Action.Create made && made.kind().equals("SCHEMA")) {
                here.add(made.on().local());
            } else if (creates(step.action()) && !isThere(changeset, here, schema)) {
                findings.violation(
                        step,
                        schema.isEmpty()
                                ? step.on() + " is created without its schema's name"
                                : "schema " + schema + " is not there yet for " + step.on());
            }
        }
    }

    private static List<Changeset> creating(Project project) {
        return Changelogs.of(project).stream()
                .filter(changeset -> changeset.actions().anyMatch(OrderRules::creates))
                .toList();
    }

    private static boolean isThere(Changeset changeset, Set<String> here, String schema) {
        return schema.equals("public")
                || here.contains(schema)
                || changeset.before().hasSchema(schema);
    }

    private static boolean creates(Action action) {
        return action instanceof Action.CreateTable
                || action instanceof Action.CreateEnum
                || (action instanceof Action.Create made
                        && Set.of("FUNCTION", "PROCEDURE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE", "TYPE", "DOMAIN")
                                .contains(made.kind()));
    }
}
