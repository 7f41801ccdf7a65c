// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sum of all executions of a statement.
 *
 * @param id its id, namespace included
 * @param writes true if it changes or locks rows
 * @param counts numbers of its executions
 * @param literal a literal that was in the SQL but not in the mapper, or null
 * @param repetition executions within one transaction
 * @param branches its branches
 */
record RecordedStatement(
        String id,
        boolean writes,
        @JsonUnwrapped Counts counts,
        @Nullable String literal,
        @JsonUnwrapped Repetition repetition,
        List<RecordedBranch> branches) {
    RecordedStatement {
        branches = List.copyOf(branches);
    }

    /**
     * Numbers of executions.
     *
     * @param executions how often it ran
     * @param outside how often it ran while no transaction was open
     * @param maxRows the most rows that one execution returned or changed
     * @param unconditional how often it was an UPDATE or DELETE without a condition
     */
    record Counts(int executions, int outside, long maxRows, int unconditional) {
        Counts and(Counts other) {
            return new Counts(
                    executions + other.executions,
                    outside + other.outside,
                    Math.max(maxRows, other.maxRows),
                    unconditional + other.unconditional);
        }
    }

    /**
     * Executions within one transaction.
     *
     * @param repeats how often it ran from the very same calls, at most
     * @param repeatedBy those calls
     * @param maxIdleMillis the longest that its transaction had done nothing before it
     */
    record Repetition(int repeats, String repeatedBy, long maxIdleMillis) {
        Repetition and(Repetition other) {
            var more = other.repeats > repeats ? other : this;
            return new Repetition(more.repeats, more.repeatedBy, Math.max(maxIdleMillis, other.maxIdleMillis));
        }
    }

    /** Returns the same after it ran once more in one transaction. */
    RecordedStatement repeated(Repetition again) {
        return new RecordedStatement(id, writes, counts, literal, repetition.and(again), branches);
    }

    RecordedStatement and(RecordedStatement other) {
        return new RecordedStatement(
                id,
                writes,
                counts.and(other.counts),
                literal == null ? other.literal : literal,
                repetition.and(other.repetition),
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
