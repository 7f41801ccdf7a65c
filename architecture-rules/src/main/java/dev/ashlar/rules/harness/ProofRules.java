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
            rule("connections-released", "Connections are always released, after failures too.")
                    .because("each lost one is missing until the restart, and the pool runs dry at night")
                    .mend(test(
                            "connections-released",
                            "makes calls fail and finds no connection of the pool in use afterwards")),
            rule("shared-pool-budget", "The pools of a process share one number of connections.")
                    .because("a pool that nobody counts takes connections from other instances")
                    .mend(test(
                            "shared-pool-budget", "starts the application, finds all pools and adds their sizes up")),
            rule("graceful-shutdown", "A terminated process finishes the requests it has begun.")
                    .because("otherwise every deployment breaks a few of them")
                    .mend(test("graceful-shutdown", "sends SIGTERM while a request is under way, and gets its answer")),
            rule(
                            "readiness-check",
                            "The database is there before requests are taken, and the health check says how it is.")
                    .because("an instance that cannot answer must not be sent anything")
                    .mend(test(
                            "readiness-check",
                            "starts without a database, and asks for the health with and without one")),
            rule("idempotent-seeds", "Seeds may run any number of times.")
                    .because("they run again with each deployment, and after each failure")
                    .mend(test("idempotent-seeds", "runs each seed twice and finds the same rows")),
            rule("guarded-demo-data", "Demo and test data get into a database only through a guard.")
                    .because("once loaded in production, its published logins are open to everybody")
                    .mend(test("guarded-demo-data", "tries to load them in production and is refused")),
            rule("automatic-registration", "What belongs to the application is registered by being there.")
                    .because("a list that somebody must remember is forgotten once, and only production notices")
                    .mend(test(
                            "automatic-registration",
                            "collects all mappers and services from the class path and finds each of them wired")),
            rule(
                            "input-validation",
                            "What is required, or of limited length, or of a certain form, is refused before any SQL runs.")
                    .because("the database says no in one word, and the caller needs to know which field and why")
                    .mend(test(
                            "input-validation",
                            "takes the longest and the shortest that a column takes, and refuses what lies beyond"))
                    .partly("that a text in a request's body has a greatest length; the rest by the marked tests"),
            rule("slow-statement-log", "Slow statements are logged, and all statements are measured.")
                    .because("what got slow is found out by the people who wait, unless somebody looks first")
                    .mend("install a MyBatis plugin that times statements and warns about slow ones, with a test marked"
                            + " @Tag(\"rule-slow-statement-log\")"),
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

    private static Rule rule(String id, String sentence) {
        return Rule.of(id, sentence).with(proof(id));
    }

    private static Rule also(String id) {
        return Rule.also(id).with(proof(id));
    }

    private static String test(String rule, String whatItDoes) {
        return "write a test that " + whatItDoes + ", and mark it @Tag(\"rule-" + rule + "\")";
    }

    /** Every test that is marked with the rule must be able to prove it; that there is none is noticed by the framework. */
    private static Check proof(String rule) {
        return Check.each(
                Checkpoint.HARNESS, project -> MarkedTest.of(project, rule), (test, findings) -> test.check(findings));
    }
}
