// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.publishing.application.CategoryDeletion;
import dev.ashlar.publishing.application.CategoryService;
import dev.ashlar.publishing.application.CategoryView;
import dev.ashlar.publishing.domain.Category;
import dev.ashlar.publishing.domain.CategoryId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
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
@Tag(name = "Categories", description = "Categories of articles.")
class CategoryController {
    private final CategoryService categories;
    private final CategoryDeletion deletion;

    CategoryController(CategoryService categories, CategoryDeletion deletion) {
        this.categories = categories;
        this.deletion = deletion;
    }

    @GetMapping
    @PublicEndpoint
    @Operation(
            summary = "List categories",
            description = "The oldest category comes first. If-Match takes the version of a category.")
    Listing<CategoryView> listCategories(PageRequest page) {
        return Listing.of(categories.list(page));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Create a category", description = "Only administrators may do so. Names are unique.")
    @Refuses({"auth.forbidden", "publishing.category-name-taken"})
    Versioned<CategoryView> createCategory(Actor actor, @RequestBody @Valid CategoryRequest request) {
        var category = categories.create(actor, request.name());
        return Versioned.created(
                "/api/v1/publishing/categories/" + category.id().value(), category.version(), category);
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Rename a category", description = "Only administrators may do so.")
    @Refuses({
        "auth.forbidden",
        "publishing.category-not-found",
        "publishing.category-name-taken",
        "request.stale-version"
    })
    Versioned<CategoryView> renameCategory(
            Actor actor, @PathVariable CategoryId id, IfMatch ifMatch, @RequestBody @Valid CategoryRequest request) {
        int version = ifMatch.version(() -> categories.version(id));
        var category = categories.rename(actor, id, version, request.name());
        return Versioned.ok(category.version(), category);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a category",
            description = "Only administrators may do so. Its articles then have no category.")
    @Refuses({"auth.forbidden", "publishing.category-not-found", "request.stale-version"})
    void deleteCategory(Actor actor, @PathVariable CategoryId id, IfMatch ifMatch) {
        deletion.delete(actor, id, ifMatch.version(() -> categories.version(id)));
    }

    /** Name of a category. */
    record CategoryRequest(
            @NotBlank @Size(max = Category.MAX_NAME) @Schema(example = "Engineering")
            String name) {}
}
