// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sample.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Once.Answered;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One operation for each convention, in the form of a context. */
@RestController
@RequestMapping("/api/v1/samples")
@Tag(name = "samples")
class SampleController {
    private final AtomicInteger bought = new AtomicInteger();

    @GetMapping
    @Operation(summary = "List samples")
    Listing<Sample> list(Actor actor, PageRequest page, @RequestParam(required = false) @Nullable Color color) {
        Long after = page.afterLong("sample.list");
        long start = after == null ? 1 : after + 1;
        var rows = IntStream.range(0, page.rowsToRead())
                .mapToObj(i -> new Sample(null, "sample " + (start + i), color, BigDecimal.ONE, null))
                .toList();
        return Listing.of(Page.of(rows, page, last -> Cursor.of("sample.list", start + page.limit() - 1)));
    }

    @GetMapping("/{id}")
    @PublicEndpoint
    @Operation(summary = "Get a sample")
    @Refuses("request.not-found")
    Versioned<Sample> one(@PathVariable SampleId id) {
        return Versioned.ok(3, new Sample(id, "one", Color.DARK_RED, new BigDecimal("1.50"), Instant.EPOCH));
    }

    @GetMapping("/counted")
    @PublicEndpoint
    @Operation(summary = "Get a sample that changes without a new version")
    Versioned<Bought> counted() {
        return Versioned.okByContent(3, new Bought(bought.incrementAndGet(), new Purchase(1)));
    }

    @GetMapping("/mine")
    @Operation(summary = "Get the caller")
    Me mine(Actor actor) {
        return new Me(actor.userId().value().toString(), actor.role().name(), actor.platform());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Create a sample", description = "The name is unique.")
    @Refuses("sample.name-taken")
    NewSample create(Actor actor, @RequestBody @Valid NewSample sample) {
        return sample;
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Edit a sample")
    @Refuses({"request.not-found", "request.stale-version"})
    Versioned<Edited> edit(Actor actor, @PathVariable SampleId id, IfMatch ifMatch, @RequestBody @Valid Edit edit) {
        return Versioned.ok(
                ifMatch.version(() -> 3) + 1,
                new Edited(
                        edit.name().present(), edit.name().value(), edit.color().present()));
    }

    @PutMapping("/{id}/parts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Replace the part of a sample")
    void replacePart(Actor actor, @PathVariable SampleId id, @RequestBody @Valid Part part) {}

    @PostMapping("/{id}/buy")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Buy a sample")
    @Refuses("sample.sold-out")
    Answered<Bought> buy(Actor actor, Once once, @PathVariable SampleId id, @RequestBody @Valid Purchase purchase) {
        return once.answer(
                actor,
                () -> ResponseEntity.created(URI.create("/api/v1/samples/" + id.value()))
                        .body(new Bought(bought.incrementAndGet(), purchase)));
    }

    @PostMapping("/{id}/reserve")
    @Operation(summary = "Reserve a sample")
    Answered<Bought> reserve(Actor actor, Once once, @PathVariable SampleId id) {
        return once.answer(actor, () -> ResponseEntity.ok(new Bought(bought.incrementAndGet(), new Purchase(1))));
    }

    @GetMapping("/search")
    @PublicEndpoint
    @Operation(summary = "Search samples")
    List<String> search(
            @RequestParam @Size(min = 2, max = 20) String q,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(defaultValue = "0") @Positive int weight) {
        return List.of(q);
    }

    enum Color {
        DARK_RED,
        BLUE
    }

    record Sample(
            @Nullable SampleId id,
            String name,
            @Nullable Color color,
            BigDecimal price,
            @Nullable Instant madeAt) {}

    record Me(String userId, String role, String platform) {}

    record NewSample(
            @NotBlank @Size(max = 20) String name,
            @NotNull Color color,
            int count,
            @Nullable BigDecimal price,
            @Nullable Boolean fragile,
            @Nullable Instant madeAt,
            @Nullable SampleId like,
            @Nullable List<@Valid Part> parts,
            @Nullable List<String> tags,
            @Nullable LocalDate day,
            @Nullable LocalTime hour) {}

    record Part(@NotBlank String name, long weight) {}

    record Edit(Change<@Size(max = 5) String> name, Change<Color> color) {}

    record Edited(boolean nameGiven, @Nullable String name, boolean colorGiven) {}

    record Purchase(@Positive int count) {}

    record Bought(int sequence, @Flat Purchase purchase) {}
}
