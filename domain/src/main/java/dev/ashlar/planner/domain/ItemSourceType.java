// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

/** Kind of thing that has put an item on a schedule. */
public enum ItemSourceType {
    SLOT,
    AUTOMATION
}
