// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

/** Role of a person, which only an administrator changes. */
public enum Role {
    /** Learns: books mentors, applies to courses. The role that registering gives. */
    STUDENT,
    /** Mentors others. */
    EXPERT,
    /** Follows up leads, asks for discounts. */
    SALES,
    /** Runs the business: decides requests, corrects books, manages people. */
    ADMIN
}
