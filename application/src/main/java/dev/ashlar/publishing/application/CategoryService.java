// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.domain.Articles;
import dev.ashlar.publishing.domain.Categories;
import dev.ashlar.publishing.domain.Category;
import dev.ashlar.publishing.domain.CategoryId;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Categories, which administrators maintain and everybody reads. */
@ApplicationService
public class CategoryService {
    private static final String LIST = "publishing.categories";

    private static final int BATCH = 1000;

    private final Categories categories;
    private final Articles articles;
    private final ArticleViews views;
    private final IdSource ids;
    private final InstantSource clock;

    CategoryService(Categories categories, Articles articles, ArticleViews views, IdSource ids, InstantSource clock) {
        this.categories = categories;
        this.articles = articles;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Lists categories, oldest first. */
    public Page<CategoryView> list(PageRequest page) {
        var rows = views.categories(page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    public int version(CategoryId id) {
        return categories.find(id).orElseThrow(() -> notFound(id)).version();
    }

    @Transactional
    public CategoryView create(Actor actor, String name) {
        actor.requireAdmin();
        var category = Category.named(new CategoryId(ids.next()), name, clock.instant());
        categories.insert(category);
        return new CategoryView(category.id(), category.name(), category.version());
    }

    @Transactional
    public CategoryView rename(Actor actor, CategoryId id, int version, String name) {
        actor.requireAdmin();
        var before = categories.find(id).orElseThrow(() -> notFound(id));
        var after = before.renamed(name, clock.instant());
        boolean isSame = after.name().equals(before.name());
        if (isSame ? before.version() != version : !categories.rename(after, version)) {
            throw KernelProblem.stale("Category " + id.value(), version);
        }
        return new CategoryView(id, after.name(), isSame ? version : version + 1);
    }

    /** Removes a category; its articles then have none. */
    @Transactional
    public void delete(Actor actor, CategoryId id, int version) {
        actor.requireAdmin();
        if (!categories.remove(id, version)) {
            throw categories.find(id).isPresent()
                    ? KernelProblem.stale("Category " + id.value(), version)
                    : notFound(id);
        }
    }

    /** Takes a batch of articles out of a category that is to be deleted; returns their number. */
    @Transactional
    public int clear(Actor actor, CategoryId id, int version) {
        actor.requireAdmin();
        if (version(id) != version) {
            throw KernelProblem.stale("Category " + id.value(), version);
        }
        return articles.leaveCategory(id, BATCH);
    }

    private static DomainException notFound(CategoryId id) {
        return PublishingProblem.CATEGORY_NOT_FOUND.because(
                "Category " + id.value() + " does not exist or was removed. Check the id.");
    }
}
