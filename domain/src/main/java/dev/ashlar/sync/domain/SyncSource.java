// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

/** External catalogue. Each has a separate schema for its items. */
public enum SyncSource {
    /** Catalogue of courses. */
    MRLEARN,
    /** Catalogue of tests. */
    MRTEST
}
