// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.operations.application.MetadataService;
import dev.ashlar.operations.application.MetadataView;
import dev.ashlar.operations.domain.MetadataEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;

@RestController
@RequestMapping(MetadataController.PATH)
@Tag(name = "System metadata", description = "Facts about the system that administrators keep. Only they may use them.")
class MetadataController {
    static final String PATH = "/api/v1/operations/system-metadata";
    private static final String KEY = "Name of the entry, as in support.contact.";

    private final MetadataService metadata;

    MetadataController(MetadataService metadata) {
        this.metadata = metadata;
    }

    @GetMapping
    @Operation(summary = "List system metadata", description = "The oldest entry comes first.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<SystemMetadata> listMetadata(Actor actor, PageRequest page) {
        var entries = metadata.list(actor, page);
        return Listing.of(
                new Page<>(entries.items().stream().map(SystemMetadata::of).toList(), entries.next()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Create system metadata",
            description = "The value is any JSON of up to 10,000 characters. The key never changes.")
    @Refuses({"auth.forbidden", "operations.metadata-key-taken"})
    Versioned<SystemMetadata> createMetadata(Actor actor, @RequestBody @Valid NewMetadataRequest request) {
        var entry = metadata.create(actor, request.key(), request.value(), request.description());
        return Versioned.created(PATH + "/" + entry.key(), entry.version(), SystemMetadata.of(entry));
    }

    @GetMapping("/{key}")
    @Operation(summary = "Get system metadata", description = "The ETag is the version for a change.")
    @Refuses({"auth.forbidden", "operations.metadata-not-found"})
    Versioned<SystemMetadata> getMetadata(Actor actor, @PathVariable @Parameter(description = KEY) String key) {
        return answer(metadata.get(actor, key));
    }

    @PutMapping("/{key}")
    @Operation(summary = "Replace system metadata", description = "Value and description are replaced whole.")
    @Refuses({"auth.forbidden", "operations.metadata-not-found"})
    Versioned<SystemMetadata> replaceMetadata(
            Actor actor,
            @PathVariable @Parameter(description = KEY) String key,
            IfMatch ifMatch,
            @RequestBody @Valid MetadataRequest request) {
        int version = ifMatch.version(() -> metadata.get(actor, key).version());
        return answer(metadata.replace(actor, key, version, request.value(), request.description()));
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete system metadata", description = "The entry is gone for good.")
    @Refuses({"auth.forbidden", "operations.metadata-not-found"})
    void deleteMetadata(Actor actor, @PathVariable @Parameter(description = KEY) String key, IfMatch ifMatch) {
        metadata.delete(
                actor, key, ifMatch.version(() -> metadata.get(actor, key).version()));
    }

    private static Versioned<SystemMetadata> answer(MetadataView entry) {
        return Versioned.ok(entry.version(), SystemMetadata.of(entry));
    }

    /**
     * Entry to add.
     *
     * @param key words of lower-case letters and digits, joined by dots and hyphens
     * @param value any JSON
     * @param description meaning of the value
     */
    record NewMetadataRequest(
            @NotBlank @Size(max = MetadataEntry.MAX_KEY) @Schema(example = "support.contact")
            String key,

            @JsonDeserialize(using = StorableJson.class)
            @Schema(implementation = Object.class, example = "{\"email\": \"help@ashlar.example\"}")
            @NotNull
            @Size(max = MetadataEntry.MAX_VALUE)
            String value,

            @NotBlank @Size(max = MetadataEntry.MAX_DESCRIPTION) @Schema(example = "Shown on each page.")
            String description) {}

    /**
     * New value of an entry.
     *
     * @param value any JSON
     * @param description meaning of the value
     */
    record MetadataRequest(
            @JsonDeserialize(using = StorableJson.class)
            @Schema(implementation = Object.class, example = "{\"email\": \"help@ashlar.example\"}")
            @NotNull
            @Size(max = MetadataEntry.MAX_VALUE)
            String value,

            @NotBlank @Size(max = MetadataEntry.MAX_DESCRIPTION) @Schema(example = "Shown on each page.")
            String description) {}
}
