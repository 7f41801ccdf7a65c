package dev.ashlar.realworld.web;

import dev.ashlar.kernel.Fields;
import dev.ashlar.publishing.application.OffsetPage;
import java.util.regex.Pattern;

/** Page parameters of lists. A client that asks for a longer page than there is gets the longest, because front ends ask for all rows. */
final class Paging {
    static final String LIMIT = "" + OffsetPage.DEFAULT_LIMIT;
    static final String OFFSET = "0";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    private Paging() {}

    static OffsetPage of(String limit, String offset) {
        long rows =
                number("limit", limit, 1, "; more than " + OffsetPage.MAX_LIMIT + " count as " + OffsetPage.MAX_LIMIT);
        long skipped = number("offset", offset, 0, "");
        return new OffsetPage((int) Math.min(rows, OffsetPage.MAX_LIMIT), (int) Math.min(skipped, OffsetPage.REACH));
    }

    private static long number(String name, String text, int min, String note) {
        boolean isAllowed = NUMBER.matcher(text).matches() && Long.parseLong(text) >= min;
        Fields.require(isAllowed, name, "must be a whole number from " + min + note);
        return Long.parseLong(text);
    }
}
