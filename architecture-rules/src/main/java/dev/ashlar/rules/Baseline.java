// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import dev.ashlar.rules.files.TextFiles;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Findings that a project had when it began with the rulebook: a file under version control with a sorted line for each, made of the
 * rule and the identity of the violation. It may only shrink.
 */
final class Baseline {
    /** System property that, if true, writes the file anew instead of comparing with it. */
    static final String WRITE = "rulebook.baseline.write";

    private static final String HEAD =
            "# Findings known to the rulebook, which may only become fewer; -D" + WRITE + "=true writes them anew.";

    private final Set<String> known;
    private final Set<String> matched = new LinkedHashSet<>();

    private Baseline(Set<String> known) {
        this.known = known;
    }

    /** Reads a file; one that is missing holds nothing. */
    static Baseline of(Path file) {
        var known = new LinkedHashSet<>(TextFiles.lines(file));
        known.removeIf(line -> line.isBlank() || line.startsWith("#"));
        return new Baseline(known);
    }

    /** Writes the findings of all verdicts to a file, if the build asks for it. */
    static void write(Path file, List<Verdict> verdicts) {
        if (!Boolean.getBoolean(WRITE)) {
            return;
        }
        var lines = new TreeSet<String>();
        for (var verdict : verdicts) {
            verdict.violations().forEach(violation -> lines.add(line(verdict.rule(), violation)));
        }
        TextFiles.write(file, HEAD + "\n" + String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"));
    }

    /** Returns the verdict with its known violations set apart. */
    Verdict apply(Verdict verdict) {
        var known = verdict.violations().stream()
                .filter(violation -> this.known.contains(line(verdict.rule(), violation)))
                .toList();
        known.forEach(violation -> matched.add(line(verdict.rule(), violation)));
        return verdict.knowing(known);
    }

    /** Lines that no verdict has matched. A rule that the rulebook leaves out, or that was not examined whole, keeps its lines. */
    List<String> unmatched(Rulebook rulebook, List<Verdict> verdicts) {
        return known.stream()
                .filter(line -> !matched.contains(line) && !rulebook.leavesOut(line.split("\t", 2)[0]))
                .filter(line -> verdicts.stream()
                        .noneMatch(verdict -> verdict.notExamined() != null
                                && line.startsWith(verdict.rule().id() + "\t")))
                .toList();
    }

    private static String line(Rule rule, Violation violation) {
        return rule.id() + "\t" + violation.identity();
    }
}
