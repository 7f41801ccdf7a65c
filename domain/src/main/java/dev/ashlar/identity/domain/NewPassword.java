package dev.ashlar.identity.domain;

/** A password that a person chooses; long enough to resist guessing, short enough to be hashed. Never printed. */
public record NewPassword(String value) {
    public static final int MIN_LENGTH = 8;
    public static final int MAX_LENGTH = 256;

    public NewPassword {
        if (value.length() < MIN_LENGTH || value.length() > MAX_LENGTH) {
            throw Input.invalid("/password", "must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
