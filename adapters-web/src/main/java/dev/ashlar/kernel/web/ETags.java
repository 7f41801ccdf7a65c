package dev.ashlar.kernel.web;

import org.springframework.http.ResponseEntity;

/** Answers with resources that clients edit, whose version is a strong ETag. */
public final class ETags {
    private ETags() {}

    /** Answers 200 with the resource and its version. */
    public static <T> ResponseEntity<T> ok(int version, T body) {
        return ResponseEntity.ok().eTag(of(version)).body(body);
    }

    /** Returns the version as a header value, for answers other than 200. */
    public static String of(int version) {
        return "\"" + version + '"';
    }
}
