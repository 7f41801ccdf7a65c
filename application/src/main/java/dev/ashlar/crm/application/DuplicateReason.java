// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

/** Similarity of two leads, the strongest first. */
public enum DuplicateReason {
    /** The email addresses are the same, whatever their case. */
    EMAIL,
    /** The phone numbers are the same in E.164. */
    PHONE,
    /** The names have most of their trigrams in common. */
    NAME
}
