// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.harness;

import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Rule;
import java.util.List;

/** Rules about what an application does while it runs; for each there must be a test that proves it. */
final class ProofRules {
    /** Those that nothing but a test can tell come first. */
    static final List<Rule> RULES = List.of(
            rule("connections-released"),
            rule("shared-pool-budget"),
            rule("graceful-shutdown"),
            rule("readiness-check"),
            rule("idempotent-seeds"),
            rule("guarded-demo-data"),
            rule("automatic-registration"),
            rule("input-validation"),
            rule("slow-statement-log"),
            // A test besides what other checks of the same rules see.
            also("numeric-settings"),
            also("writes-in-transaction"),
            also("worker-starvation"),
            also("aggregate-in-sql"),
            also("set-based-writes"),
            also("marked-sensitive-reads"),
            also("single-sensitive-reads"),
            also("rollback-on-failure"),
            also("no-network-in-transaction"),
            also("stale-update-refused"),
            also("ledger-chain"),
            also("quick-hooks"),
            also("repositories-rethrow"));

    private ProofRules() {}

    private static Rule rule(String id) {
        return Rule.of(id).with(proof(id));
    }

    private static Rule also(String id) {
        return Rule.also(id).with(proof(id));
    }

    /** Every test that is marked with the rule must be able to prove it; that there is none is noticed by the framework. */
    private static Check proof(String rule) {
        return Check.each(
                Checkpoint.HARNESS, project -> MarkedTest.of(project, rule), (test, findings) -> test.check(findings));
    }
}
