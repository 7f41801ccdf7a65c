// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sum of all executions of a statement.
 *
 * @param id its id, namespace included
 * @param writes true if it changes or locks rows
 * @param executions how often it ran
 * @param outside how often it ran while no transaction was open
 * @param maxRows the most rows that one execution returned or changed
 * @param unconditional how often it was an UPDATE or DELETE without a condition
 * @param literal a literal that was in the SQL but not in the mapper, or null
 * @param repeats how often it ran in one transaction from the very same calls, at most
 * @param repeatedBy those calls
 * @param maxIdleMillis the longest that its transaction had done nothing before it
 * @param branches its branches
 */
record RecordedStatement(
        String id,
        boolean writes,
        int executions,
        int outside,
        long maxRows,
        int unconditional,
        @Nullable String literal,
        int repeats,
        String repeatedBy,
        long maxIdleMillis,
        List<RecordedBranch> branches) {
    RecordedStatement {
        branches = List.copyOf(branches);
    }

    /** The same after it ran once more in one transaction. */
    RecordedStatement repeated(int times, String stack, long idleMillis) {
        return and(new RecordedStatement(id, writes, 0, 0, 0, 0, null, times, stack, idleMillis, List.of()));
    }

    RecordedStatement and(RecordedStatement other) {
        boolean more = other.repeats > repeats;
        return new RecordedStatement(
                id,
                writes,
                executions + other.executions,
                outside + other.outside,
                Math.max(maxRows, other.maxRows),
                unconditional + other.unconditional,
                literal == null ? other.literal : literal,
                more ? other.repeats : repeats,
                more ? other.repeatedBy : repeatedBy,
                Math.max(maxIdleMillis, other.maxIdleMillis),
                and(branches, other.branches));
    }

    /** In two runs of unlike versions of a statement the later one's branches stand. */
    private static List<RecordedBranch> and(List<RecordedBranch> some, List<RecordedBranch> others) {
        if (some.size() != others.size()) {
            return others.isEmpty() ? some : others;
        }
        var both = new ArrayList<RecordedBranch>();
        for (int i = 0; i < some.size(); i++) {
            both.add(some.get(i).and(others.get(i)));
        }
        return both;
    }
}
