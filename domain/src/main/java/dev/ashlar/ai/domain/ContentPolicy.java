// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

/** Extent to which requests and answers are stored. */
public enum ContentPolicy {
    /** Neither requests nor answers. */
    NONE,
    /** Parameters, roles, sizes, reasons for the end, and usage, without any text of a message. */
    METADATA,
    /** Whole bodies. */
    FULL
}
