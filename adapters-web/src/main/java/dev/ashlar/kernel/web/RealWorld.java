package dev.ashlar.kernel.web;

import org.springframework.http.MediaType;

/** What the controllers of the RealWorld API have in common. */
public final class RealWorld {
    /** What they answer with. */
    public static final String JSON = MediaType.APPLICATION_JSON_VALUE + ";charset=utf-8";

    /** Under which name they stand in the API's description. */
    public static final String TAG = "RealWorld";

    /** What the API's description says of them. */
    public static final String ABOUT =
            "The open RealWorld (\"Conduit\") API, for the front ends that speak it. Errors have its"
                    + " form: {\"errors\": {\"field\": [\"message\"]}}. Tokens are the same as elsewhere; the scheme may be Token or"
                    + " Bearer. Fields and parameters that are not known here are ignored.";

    /** What they say of text that is too long. */
    public static final String TOO_LONG = "must have at most {max} characters";

    private RealWorld() {}
}
