// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import dev.ashlar.kernel.Fields;
import dev.ashlar.publishing.application.OffsetPage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Page parameters of lists. A client that asks for a longer page than there is gets the longest, because front ends ask for all rows. */
final class Paging {
    static final String LIMIT = "" + OffsetPage.DEFAULT_LIMIT;
    static final String OFFSET = "0";

    private static final Pattern NUMBER = Pattern.compile("0*([0-9]{1,9})|[0-9]+");

    private Paging() {}

    static OffsetPage of(String limit, String offset) {
        int rows =
                number("limit", limit, 1, "; more than " + OffsetPage.MAX_LIMIT + " count as " + OffsetPage.MAX_LIMIT);
        int skipped = number("offset", offset, 0, "");
        return new OffsetPage(Math.min(rows, OffsetPage.MAX_LIMIT), Math.min(skipped, OffsetPage.REACH));
    }

    private static int number(String name, String text, int min, String note) {
        var digits = NUMBER.matcher(text);
        boolean isNumber = digits.matches();
        @Nullable String small = isNumber ? digits.group(1) : null;
        int number = small == null ? isNumber ? Integer.MAX_VALUE : -1 : Integer.parseInt(small);
        Fields.require(number >= min, name, "must be a whole number from " + min + note);
        return number;
    }
}
