package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Fields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Email addresses of leads: ASCII, as accounts have them, so that the two can be compared. */
final class Emails {
    private static final Pattern FORM = Pattern.compile(
            "(?=.{3," + LeadContact.MAX_EMAIL + "}$)[!-~&&[^@<>\",;:]]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private Emails() {}

    /** Returns the address in its stored form; null for an absent or blank one. */
    static @Nullable String optional(String pointer, @Nullable String value) {
        return value == null || value.isBlank()
                ? null
                : Fields.matching(FORM, pointer, value, "must be an email address of ASCII characters");
    }
}
