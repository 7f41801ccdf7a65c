// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.harness;

import com.tngtech.archunit.core.domain.Source;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.catalog.Constraint;
import dev.ashlar.rules.java.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Rules of the problems that broken constraints become. */
final class ConstraintRules {
    /** All of them. */
    static final List<Rule> RULES =
            List.of(Rule.of("mapped-constraints").whole(Checkpoint.HARNESS, ConstraintRules::everyConstraintIsMapped));

    private ConstraintRules() {}

    private static void everyConstraintIsMapped(Project project, Findings findings) {
        var constraints = Catalog.of(project).constraints().stream()
                .filter(constraint -> constraint.kind() != Constraint.Kind.PRIMARY_KEY)
                .toList();
        var constants = constants(project);
        var proofs = MarkedTest.of(project, "mapped-constraints");
        proofs.forEach(test -> test.check(findings));
        boolean kindsAreMapped = proofs.stream().anyMatch(MarkedTest::proves);
        for (var constraint : constraints) {
            findings.looked();
            if (!kindsAreMapped && !constants.contains(constraint.name())) {
                findings.violation(constraint, "nobody says what it means that " + constraint.name() + " is broken");
            }
        }
    }

    /** The classes themselves: a name in one of them stands in its constants, in plain letters. */
    private static String constants(Project project) {
        return Code.of(project).types().stream()
                .flatMap(type -> type.java().getSource().stream())
                .map(Source::getUri)
                .distinct()
                .map(ConstraintRules::content)
                .collect(Collectors.joining("\n"));
    }

    private static String content(URI classFile) {
        try (var stream = classFile.toURL().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
