// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import dev.ashlar.kernel.web.LenientParameters;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.publishing.application.ArticleReading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@LenientParameters
@RequestMapping(path = "/api/tags", produces = RealWorld.JSON)
@Tag(name = RealWorld.TAG, description = RealWorld.ABOUT)
class RealWorldTagController {
    private final ArticleReading reading;

    RealWorldTagController(ArticleReading reading) {
        this.reading = reading;
    }

    @GetMapping
    @PublicEndpoint
    @Operation(summary = "List tags", description = "Tags of published articles, the most used first, at most 1000.")
    TagsAnswer listRealWorldTags() {
        return new TagsAnswer(reading.tags());
    }

    /** Envelope of tags. */
    record TagsAnswer(
            @Schema(example = "[\"engines\", \"numbers\"]") List<String> tags) {}
}
