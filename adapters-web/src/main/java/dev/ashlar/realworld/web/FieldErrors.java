// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * Body of an error of the RealWorld API.
 *
 * @param errors messages by the name of the field, or of the thing, that is wrong
 */
record FieldErrors(
        @Schema(example = "{\"title\": [\"can't be blank\"]}")
        Map<String, List<String>> errors) {}
