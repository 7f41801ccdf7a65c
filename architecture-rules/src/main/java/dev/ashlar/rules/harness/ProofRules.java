// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.harness;

import com.tngtech.archunit.core.domain.Source;
import dev.ashlar.rules.Check;
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
import java.util.stream.Stream;

/** Rules about what an application does while it runs; for each there must be a test that proves it. */
final class ProofRules {
    /** Rules that nothing but a test can tell. */
    private static final List<String> UNSEEN = List.of(
            ("connections-released shared-pool-budget graceful-shutdown readiness-check idempotent-seeds guarded-demo-data"
                            + " automatic-registration input-validation slow-statement-log")
                    .split(" "));
    /** Rules of which other checks see a part. */
    private static final List<String> SEEN_IN_PART =
            List.of(("numeric-settings writes-in-transaction worker-starvation aggregate-in-sql set-based-writes"
                            + " marked-sensitive-reads single-sensitive-reads rollback-on-failure no-network-in-transaction"
                            + " stale-update-refused ledger-chain quick-hooks repositories-rethrow")
                    .split(" "));

    static final List<Rule> RULES = Stream.of(
                    UNSEEN.stream().map(id -> Rule.of(id).with(proof(id))),
                    SEEN_IN_PART.stream().map(id -> Rule.also(id).with(proof(id))),
                    Stream.of(Rule.of("mapped-constraints")
                            .whole(Checkpoint.HARNESS, ProofRules::everyConstraintIsMapped)))
            .flatMap(rules -> rules)
            .toList();

    private ProofRules() {}

    /** Every test that is marked with the rule must be able to prove it; that there is none is noticed by the framework. */
    private static Check proof(String rule) {
        return Check.each(
                Checkpoint.HARNESS, project -> MarkedTest.of(project, rule), (test, findings) -> test.check(findings));
    }

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

    /** Returns the classes themselves: a name that one of them uses is among its constants, as plain text. */
    private static String constants(Project project) {
        return Code.of(project).types().stream()
                .flatMap(type -> type.java().getSource().stream())
                .map(Source::getUri)
                .distinct()
                .map(ProofRules::content)
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
