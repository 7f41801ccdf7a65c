package dev.ashlar.rules.harness;

import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Rule;
import java.util.List;

/** Rules about what an application does while it runs; for each there must be a test that proves it. */
final class ProofRules {
    /** Those that nothing but a test can tell come first. */
    static final List<Rule> RULES = List.of(
            rule("103", "Connections are always released, after failures too.")
                    .because("each lost one is missing until the restart, and the pool runs dry at night")
                    .mend(test("103", "makes calls fail and finds no connection of the pool in use afterwards")),
            rule("114", "The pools of a process share one number of connections.")
                    .because("a pool that nobody counts takes connections from other instances")
                    .mend(test("114", "starts the application, finds all pools and adds their sizes up")),
            rule("115", "A terminated process finishes the requests it has begun.")
                    .because("otherwise every deployment breaks a few of them")
                    .mend(test("115", "sends SIGTERM while a request is under way, and gets its answer")),
            rule("117", "The database is there before requests are taken, and the health check says how it is.")
                    .because("an instance that cannot answer must not be sent anything")
                    .mend(test("117", "starts without a database, and asks for the health with and without one")),
            rule("119", "Seeds may run any number of times.")
                    .because("they run again with each deployment, and after each failure")
                    .mend(test("119", "runs each seed twice and finds the same rows")),
            rule("122", "Demo and test data get into a database only through a guard.")
                    .because("once loaded in production, its published logins are open to everybody")
                    .mend(test("122", "tries to load them in production and is refused")),
            rule("125", "What belongs to the application is registered by being there.")
                    .because("a list that somebody must remember is forgotten once, and only production notices")
                    .mend(test(
                            "125",
                            "collects all mappers and services from the class path and finds each of them wired")),
            rule("48", "What is required, or of limited length, or of a certain form, is refused before any SQL runs.")
                    .because("the database says no in one word, and the caller needs to know which field and why")
                    .mend(test(
                            "48",
                            "takes the longest and the shortest that a column takes, and refuses what lies beyond"))
                    .partly("that a text in a request's body has a greatest length; the rest by the marked tests"),
            rule("118", "Slow statements are logged, and all statements are measured.")
                    .because("what got slow is found out by the people who wait, unless somebody looks first")
                    .mend("install a MyBatis plugin that times statements and warns about slow ones, with a test marked"
                            + " @Tag(\"rule-118\")"),
            // A test besides what other checks of the same rules see.
            also("92"),
            also("94"),
            also("116"),
            also("70"),
            also("74"),
            also("85"),
            also("86"),
            also("99"),
            also("100"),
            also("102"),
            also("105"),
            also("109"),
            also("126"));

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
