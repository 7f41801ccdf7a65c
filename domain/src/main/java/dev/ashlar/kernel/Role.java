package dev.ashlar.kernel;

/** What a person may do. Given by an administrator, never by the person. */
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
