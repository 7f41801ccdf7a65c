// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

/**
 * The project does not say where something is that a check needs, or a check before has told that it cannot be read. The check is
 * reported as not examined.
 *
 * {@snippet :
 * if (scripts.isEmpty()) {
 *     throw new NotGiven("scripts");
 * }
 * }
 */
public final class NotGiven extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param part what the project would have to name, in the words of {@link Project}'s method */
    public NotGiven(String part) {
        super("the project names no " + part);
    }

    private NotGiven(Class<?> unreadable) {
        super("the " + unreadable.getSimpleName() + " cannot be read, as another check says");
    }

    /** Says that something named cannot be read, which is told already. */
    static NotGiven told(Class<?> unreadable) {
        return new NotGiven(unreadable);
    }
}
