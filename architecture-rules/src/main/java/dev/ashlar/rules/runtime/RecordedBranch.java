// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

/**
 * Number of times that a branch of a statement went either way.
 *
 * @param label the tag with what it asks
 * @param taken executions that rendered it; for a loop, those with several items
 * @param passed executions that asked and left it out; for a loop, those with a single item
 */
record RecordedBranch(String label, int taken, int passed) {
    RecordedBranch and(RecordedBranch other) {
        return new RecordedBranch(label, taken + other.taken, passed + other.passed);
    }
}
