// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import org.springframework.http.ResponseEntity;

/**
 * Form of error answers below some paths, for an edge whose foreign contract does not know RFC 9457. It applies to every
 * error below these paths, also to those that occur before a controller is found.
 */
public interface ErrorForm {
    /** True if clients of this path expect the form. */
    boolean appliesTo(String path);

    /** Renders the refusal with its status and its headers. */
    ResponseEntity<Object> answer(Refusal refusal);
}
