// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static java.util.stream.Collectors.joining;

import java.util.function.Function;

/** Beginning of a rule's page, as the rule itself has it. */
final class PageHead {
    private PageHead() {}

    static String of(Rule rule) {
        return """
                # %s

                %s

                - **Why:** %s.
                - **Mend:** %s.
                - **Waive:** %s.
                - **Checked by:** %s.
                - **Profile:** %s.
                - **Topic:** %s.
                """.formatted(
                                rule.id(),
                                text(rule.sentence()),
                                text(rule.because()),
                                text(rule.mend()),
                                each(rule, checkpoint -> waiver(checkpoint, rule.id()), ", or "),
                                each(rule, Checkpoint::words, "; "),
                                profile(rule),
                                rule.text().topic())
                + (rule.part() == null ? "" : "- **In part:** " + text(rule.part()) + ".\n");
    }

    private static String profile(Rule rule) {
        return switch (rule.profile()) {
            case CORE -> rule.severity() == Severity.ERROR ? "core" : "core, as a warning";
            case STRICT -> "strict";
        };
    }

    private static String waiver(Checkpoint checkpoint, String rule) {
        return switch (checkpoint) {
            case TYPES, ARCHITECTURE -> "`// waive " + rule + ": reason` at the class or the line";
            case MAPPER, PLAN, RUNTIME ->
                "`<!-- waive " + rule + ": reason -->` at the statement, or directly below `<mapper>` for all of them";
            case CHANGELOG -> "`-- waive " + rule + ": reason` in the changeset";
            case CATALOG -> "`-- waive " + rule + " schema.table: reason` in a changelog";
            case CONFIGURATION -> "`# waive " + rule + ": reason` at the setting";
            case HARNESS -> "`waive(\"" + rule + "\", element, reason)` in the project's test";
        };
    }

    private static String each(Rule rule, Function<Checkpoint, String> words, String between) {
        return rule.checks().stream()
                .map(check -> words.apply(check.at()))
                .distinct()
                .collect(joining(between));
    }

    private static String text(String plain) {
        return plain.replace("<", "&lt;").replace("*", "\\*");
    }
}
