// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Spelling;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lead of the legacy system, as it came. */
public record RawLead(
        RawLeadId id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String source,
        @Nullable String platform,
        Instant createdAt) {
    /** Source of leads of which the legacy system knows none. */
    public static final String UNKNOWN_SOURCE = "legacy";

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    /**
     * Returns the lead that this row becomes; empty if it has neither a valid email address nor a phone number. An address that is not
     * valid, and a phone number that is too long, are left out.
     */
    public Optional<Lead> toLead(LeadId lead, PhoneNumbers numbers) {
        return contact(email, phone, numbers)
                .or(() -> contact(email, null, numbers))
                .or(() -> contact(null, phone, numbers))
                .map(contact -> new Lead(lead, contact, origin(), LeadStanding.ownedBy(null), createdAt, 0));
    }

    private Optional<LeadContact> contact(@Nullable String address, @Nullable String typed, PhoneNumbers numbers) {
        try {
            return Optional.of(LeadContact.of(anyName(), address, typed, numbers));
        } catch (DomainException refused) {
            return Optional.empty();
        }
    }

    private String anyName() {
        var text = isVisible(name) ? name : isVisible(email) ? email : phone;
        return text == null ? "" : Spelling.cut(line(text), LeadContact.MAX_NAME);
    }

    private static boolean isVisible(@Nullable String text) {
        return text != null && Spelling.isVisible(text);
    }

    /** Returns a text without line breaks and invisible characters, which a name may not have. */
    private static String line(String text) {
        return Spelling.name(BLANKS.matcher(text).replaceAll(" "));
    }

    private LeadOrigin origin() {
        return new LeadOrigin(
                word(source, UNKNOWN_SOURCE, LeadOrigin.MAX_SOURCE),
                word(platform, Actor.DEFAULT_PLATFORM, LeadOrigin.MAX_PLATFORM),
                null,
                null,
                id);
    }

    private static String word(@Nullable String text, String otherwise, int max) {
        if (text == null) {
            return otherwise;
        }
        var words = NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
        var word = EDGES.matcher(Spelling.cut(EDGES.matcher(words).replaceAll(""), max))
                .replaceAll("");
        return word.isEmpty() ? otherwise : word;
    }
}
