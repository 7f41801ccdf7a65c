// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Methods that only read (RFC 9110, section 9.2.1). */
public final class SafeMethods {
    private static final Set<String> NAMES = Set.of("GET", "HEAD", "OPTIONS");

    private SafeMethods() {}

    /** True if the request asks for no change. */
    public static boolean has(HttpServletRequest request) {
        return NAMES.contains(request.getMethod());
    }
}
