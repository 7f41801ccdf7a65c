package dev.ashlar.rules;

/**
 * The project does not say where something is that a check needs. The check is reported as not examined.
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
}
