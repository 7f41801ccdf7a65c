// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

/**
 * Something a rule looks at: a statement, a changeset, a table, a class, a setting.
 *
 * {@snippet :
 * record Script(Path file) implements Subject {
 *     @Override
 *     public Place place() {
 *         return Place.in(file, 0, 0, file.getFileName().toString());
 *     }
 * }
 * }
 */
public interface Subject {
    /** Returns the place of the subject. */
    Place place();
}
