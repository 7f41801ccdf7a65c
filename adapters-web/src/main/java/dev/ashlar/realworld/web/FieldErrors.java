package dev.ashlar.realworld.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * The body of every refusal where the RealWorld API is spoken.
 *
 * @param errors what is wrong, by the name of the field, or of the thing, that it is wrong with
 */
record FieldErrors(
        @Schema(example = "{\"title\": [\"can't be blank\"]}")
        Map<String, List<String>> errors) {}
