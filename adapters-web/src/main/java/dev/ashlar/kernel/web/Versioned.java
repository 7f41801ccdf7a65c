// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import dev.ashlar.kernel.Fingerprint;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/** Answer with a resource that clients edit, whose version is a strong ETag. */
public final class Versioned<T> extends ResponseEntity<T> {
    private static final int HASH = 16;

    private Versioned(HttpStatusCode status, HttpHeaders headers, String eTag, T body) {
        super(body, headers, status);
        headers.setETag(eTag);
    }

    /** Answers 200 with the resource and its version. */
    public static <T> Versioned<T> ok(int version, T body) {
        return new Versioned<>(HttpStatus.OK, new HttpHeaders(), eTag(version), body);
    }

    /**
     * Answers 200 with a resource of which parts change without a new version, such as the free seats of a batch. Its ETag is the version
     * with a hash of the content, so that {@code If-None-Match} misses no change; {@code If-Match} compares the version alone.
     */
    public static <T> Versioned<T> okByContent(int version, T body) {
        var hash = Fingerprint.ofText(String.valueOf(body)).substring(0, HASH);
        return new Versioned<>(HttpStatus.OK, new HttpHeaders(), eTag(version + "-" + hash), body);
    }

    /** Answers 201 with the resource, its path and its version. */
    public static <T> Versioned<T> created(String path, int version, T body) {
        var headers = new HttpHeaders();
        headers.setLocation(URI.create(path));
        return new Versioned<>(HttpStatus.CREATED, headers, eTag(version), body);
    }

    static String eTag(int version) {
        return eTag(Integer.toString(version));
    }

    private static String eTag(String tag) {
        return '"' + tag + '"';
    }
}
