// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.util.Arrays;

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

    /**
     * Runs an examination, and returns the reason why it failed: one that fails stops no other. Returns an empty text if it did not
     * fail.
     *
     * @throws NotGiven if the project does not name what it needs
     */
    public static String failure(Runnable examination) {
        try {
            examination.run();
            return "";
        } catch (NotGiven missing) {
            throw missing;
        } catch (CannotTell unclear) {
            return unclear.getMessage();
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            return "the check itself fails: " + failed
                    + (failed.getCause() == null ? "" : " because of " + failed.getCause())
                    + Arrays.stream(failed.getStackTrace())
                            .filter(call -> !call.getClassName().startsWith("java."))
                            .findFirst()
                            .map(call -> " at " + call)
                            .orElse("");
        }
    }
}
