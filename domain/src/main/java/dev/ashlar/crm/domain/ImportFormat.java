// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

/** Format of an imported file. */
public enum ImportFormat {
    /** Comma, semicolon or tab separated values, with the names of the columns in the first row. */
    CSV,
    /** One JSON object in each line. */
    JSON_LINES
}
