// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.PageRequest;
import java.util.regex.Pattern;
import org.springframework.web.context.request.NativeWebRequest;

/** Query parameters of lists. */
final class PageParameters {
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    private static final int OUT_OF_RANGE = -1; // refused by PageRequest
    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,3}");

    private PageParameters() {}

    static PageRequest read(NativeWebRequest request) {
        var limit = request.getParameter(LIMIT);
        var cursor = request.getParameter(CURSOR);
        return new PageRequest(
                limit == null ? PageRequest.DEFAULT_LIMIT : number(limit),
                cursor == null ? null : Cursor.parse(cursor));
    }

    private static int number(String limit) {
        return SMALL_NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : OUT_OF_RANGE;
    }
}
