package dev.ashlar.publishing.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.ETags;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.publishing.application.CategoryService;
import dev.ashlar.publishing.application.CategoryView;
import dev.ashlar.publishing.domain.CategoryId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/publishing/categories")
@Tag(name = "Categories", description = "Where articles are filed.")
class CategoryController {
    private final CategoryService categories;

    CategoryController(CategoryService categories) {
        this.categories = categories;
    }

    @GetMapping
    @PublicEndpoint
    @Operation(
            summary = "All categories, oldest first",
            description = "The version of each is what If-Match must name.")
    Listing<CategoryView> list(PageRequest page) {
        return Listing.of(categories.list(page));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a category (administrators)",
            description = "A name is taken once, so a retry does no harm.")
    @Refuses({"auth.forbidden", "publishing.category-taken"})
    ResponseEntity<CategoryView> create(Actor actor, @RequestBody @Valid CategoryRequest request) {
        var category = categories.create(actor, request.name());
        return ResponseEntity.created(URI.create(
                        "/api/v1/publishing/categories/" + category.id().value()))
                .eTag(ETags.of(category.version()))
                .body(category);
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Rename a category (administrators)")
    @Refuses({"auth.forbidden", "publishing.no-such-category", "publishing.category-taken", "request.stale-version"})
    ResponseEntity<CategoryView> rename(
            Actor actor, @PathVariable CategoryId id, IfMatch ifMatch, @RequestBody @Valid CategoryRequest request) {
        var category = categories.rename(actor, id, ifMatch.version(), request.name());
        return ETags.ok(category.version(), category);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a category (administrators)", description = "Its articles are filed nowhere then.")
    @Refuses({"auth.forbidden", "publishing.no-such-category", "request.stale-version"})
    void remove(Actor actor, @PathVariable CategoryId id, IfMatch ifMatch) {
        categories.remove(actor, id, ifMatch.version());
    }

    /** A category's name. */
    record CategoryRequest(
            @NotBlank @Size(max = 60) @Schema(example = "Engineering")
            String name) {}
}
