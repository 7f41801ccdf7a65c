// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Operation that a request asked for. Queries are never kept, because they may hold secrets and texts of searches.
 *
 * @param method method, or {@value #OTHER_METHOD} for one that no operation has
 * @param route path pattern, as in {@code /api/v1/orders/{id}}, or {@value #UNMATCHED}
 * @param path path without parameters; null if it may hold a secret or names a person, who may be erased
 */
public record RequestedOperation(
        String method, String route, @Nullable String path) {
    /** Route of requests for which no operation was found, or which were refused before. */
    public static final String UNMATCHED = "unmatched";

    private static final String OTHER_METHOD = "OTHER";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    /** Variables that are named as a secret or as the name of a person, and wildcards, which stand for anything. */
    private static final Pattern SECRET =
            Pattern.compile("\\*|\\{[^}]*(secret|token|key|code|password|username)", Pattern.CASE_INSENSITIVE);

    private static final int MAX_ROUTE = 300;
    private static final int MAX_PATH = 500;

    /**
     * Creates the operation of a request.
     *
     * @param method as the client sent it
     * @param pattern pattern that the path has met; null if none was found
     * @param path as the client sent it; a path without a pattern is not kept, because nobody knows what is in it
     */
    public static RequestedOperation of(String method, @Nullable String pattern, String path) {
        var known = METHODS.contains(method) ? method : OTHER_METHOD;
        if (pattern == null || pattern.isEmpty()) {
            return new RequestedOperation(known, UNMATCHED, null);
        }
        boolean isKept = !path.isEmpty() && !SECRET.matcher(pattern).find();
        return new RequestedOperation(known, cut(pattern, MAX_ROUTE), isKept ? cut(plain(path), MAX_PATH) : null);
    }

    /** Returns the path without matrix parameters. */
    private static String plain(String path) {
        return path.replaceAll(";[^/]*", "");
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
