// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import org.springframework.http.MediaType;

/** Paths, media type and texts that the controllers of the RealWorld API share. */
final class RealWorld {
    static final String JSON = MediaType.APPLICATION_JSON_VALUE + ";charset=utf-8";

    /** Name of the controllers' group in the API's description. */
    static final String TAG = "RealWorld";

    /** Description of the controllers' group. */
    static final String ABOUT = "The open RealWorld (\"Conduit\") API for its existing front ends. Errors have the form"
            + " {\"errors\": {\"field\": [\"message\"]}}. Access tokens are valid here and under /api/v1; their scheme is Token or"
            + " Bearer. Unknown fields and parameters are ignored.";

    /** Message of bean validation for text that is too long. */
    static final String TOO_LONG = "must have at most {max} characters";

    private static final String ROOT = "/api/";
    private static final String OWN_API = "/api/v1/";

    private RealWorld() {}

    /** True if the path belongs to the RealWorld API, whether or not it exists. */
    static boolean serves(String path) {
        return path.startsWith(ROOT) && !path.startsWith(OWN_API);
    }
}
