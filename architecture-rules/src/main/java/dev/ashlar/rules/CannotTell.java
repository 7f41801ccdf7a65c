package dev.ashlar.rules;

/**
 * A subject that could not be parsed, prepared or planned. The framework turns it into a violation: nothing is skipped.
 *
 * {@snippet :
 * throw new CannotTell("the script cannot be parsed: " + failed.getMessage(), failed);
 * }
 */
public class CannotTell extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotTell(String message) {
        super(message);
    }

    public CannotTell(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
