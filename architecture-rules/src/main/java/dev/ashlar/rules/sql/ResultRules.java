package dev.ashlar.rules.sql;

import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.function.Consumer;

/** Rules on what statements give back, and how much of it. */
public final class ResultRules {
    public static final List<Rule> RULES = List.of(accepted(), bounded());

    private ResultRules() {}

    private static Rule accepted() {
        return Rule.of("prepared-statements", "PostgreSQL accepts every statement, whatever its dynamic parts add.")
                .because("a misspelled column or a missing comma else shows when a user takes that branch")
                .mend("correct the statement, or the migration that it was written for")
                .with(Judged.each((prepared, breach) -> prepared.plan()));
    }

    private static Rule bounded() {
        return Rule.of("65", "No statement returns more rows the more a table grows.")
                .because("a list without a bound works until the day it takes all memory")
                .mend("add a LIMIT, or ask by a unique key or an array of ids")
                .with(Judged.check(prepared -> !prepared.columns().isEmpty(), ResultRules::unbounded));
    }

    private static void unbounded(Prepared prepared, Consumer<String> breach) {
        if (!Bounds.has(prepared)) {
            breach.accept("has no LIMIT, and neither a unique key nor an aggregate bounds its rows");
        }
    }
}
