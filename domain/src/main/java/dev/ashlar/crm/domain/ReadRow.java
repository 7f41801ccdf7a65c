// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Row of an imported file as a lead.
 *
 * @param contact null if it is not valid
 * @param source null if it is not valid
 * @param problems fields that are not valid; none for a row that may become a lead
 */
public record ReadRow(
        int number, @Nullable LeadContact contact, @Nullable String source, List<RowProblem> problems) {
    /** Reads a row. An email address or a valid phone number is required, because rows are compared with leads by these. */
    public static ReadRow of(ImportedRow row, PhoneNumbers numbers) {
        var given = row.problems();
        if (given != null) {
            return new ReadRow(row.number(), null, null, given.all());
        }
        var problems = new ArrayList<RowProblem>();
        var contact = checked(() -> contact(row.fields(), numbers), problems);
        var source =
                checked(() -> LeadOrigin.met(text(row.fields().source()), "").source(), problems);
        return new ReadRow(row.number(), contact, source, List.copyOf(problems));
    }

    /** True if the row may become a lead. */
    public boolean isValid() {
        return problems.isEmpty();
    }

    private static LeadContact contact(RowFields fields, PhoneNumbers numbers) {
        var contact = LeadContact.of(text(fields.name()), fields.email(), fields.phone(), numbers);
        Fields.require(
                contact.email() != null || contact.phone() != null,
                "/phone",
                "must be a valid number with + and the prefix of its country, where there is no email address");
        return contact;
    }

    private static <T> @Nullable T checked(Supplier<T> value, List<RowProblem> problems) {
        try {
            return value.get();
        } catch (DomainException refused) {
            refused.errors()
                    .forEach(
                            error -> problems.add(new RowProblem(error.pointer().substring(1), error.message())));
            return null;
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
