// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

/** Result of an imported row. */
public enum RowOutcome {
    /** The row has become a lead. */
    CREATED,
    /** A lead of the importer has got a value that it lacked. */
    UPDATED,
    /** The lead exists and has all values of the row. */
    SKIPPED,
    /** The row is not valid, or the lead belongs to another sales person. */
    REFUSED
}
