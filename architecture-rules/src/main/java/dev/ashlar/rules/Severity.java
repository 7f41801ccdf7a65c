// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

/**
 * Weight of a breach.
 *
 * {@snippet :
 * var errors = Rulebook.of(Profile.CORE).only(rule -> rule.severity() == Severity.ERROR);
 * }
 */
public enum Severity {
    /** The rule proves it. */
    ERROR,
    /** The rule judges by names or shapes, or the breach only costs time: a person decides. */
    WARNING
}
