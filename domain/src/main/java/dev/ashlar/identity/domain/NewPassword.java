package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Fields;

/** Password that a user chooses: long enough to resist guessing, short enough to be hashed. Never printed. */
public record NewPassword(String value) {
    public static final int MIN_LENGTH = 8;
    public static final int MAX_LENGTH = 256;

    public NewPassword {
        Fields.require(
                value.length() >= MIN_LENGTH && value.length() <= MAX_LENGTH,
                "/password",
                "must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
    }

    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
