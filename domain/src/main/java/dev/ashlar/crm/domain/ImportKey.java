// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Addresses by which a row of an import finds its lead.
 *
 * @param email in lower case; null if there is none
 * @param phone in E.164; null if there is none
 */
public record ImportKey(
        String source, @Nullable String email, @Nullable String phone) {
    /** Returns the key of a row; none for a row that is not valid. */
    public static Stream<ImportKey> of(ReadRow row) {
        var contact = row.contact();
        if (!row.isValid() || contact == null) {
            return Stream.empty();
        }
        var email = contact.email();
        return Stream.of(new ImportKey(
                Objects.requireNonNull(row.source()),
                email == null ? null : email.toLowerCase(Locale.ROOT),
                contact.phone()));
    }
}
