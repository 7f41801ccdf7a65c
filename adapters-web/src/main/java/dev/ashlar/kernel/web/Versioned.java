// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/** Answer with a resource that clients edit, whose version is a strong ETag. */
public final class Versioned<T> extends ResponseEntity<T> {
    private Versioned(HttpStatusCode status, HttpHeaders headers, int version, T body) {
        super(body, headers, status);
        headers.setETag(eTag(version));
    }

    /** Answers 200 with the resource and its version. */
    public static <T> Versioned<T> ok(int version, T body) {
        return new Versioned<>(HttpStatus.OK, new HttpHeaders(), version, body);
    }

    /** Answers 201 with the resource, its path and its version. */
    public static <T> Versioned<T> created(String path, int version, T body) {
        var headers = new HttpHeaders();
        headers.setLocation(URI.create(path));
        return new Versioned<>(HttpStatus.CREATED, headers, version, body);
    }

    static String eTag(int version) {
        return "\"" + version + '"';
    }
}
