package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.domain.Categories;
import dev.ashlar.publishing.domain.Category;
import dev.ashlar.publishing.domain.CategoryId;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Where articles are filed: administrators decide, everybody reads. */
@ApplicationService
public class CategoryService {
    private static final String LIST = "publishing.categories";

    private final Categories categories;
    private final CategoryViews views;
    private final IdSource ids;
    private final InstantSource clock;

    CategoryService(Categories categories, CategoryViews views, IdSource ids, InstantSource clock) {
        this.categories = categories;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** All categories, oldest first. */
    public Page<CategoryView> list(PageRequest page) {
        var rows = views.categories(page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    @Transactional
    public CategoryView create(Actor actor, String name) {
        actor.requireAdmin();
        var category = Category.named(new CategoryId(ids.next()), name, clock.instant());
        categories.insert(category);
        return view(category);
    }

    @Transactional
    public CategoryView rename(Actor actor, CategoryId id, int version, String name) {
        actor.requireAdmin();
        var category =
                categories.find(id).orElseThrow(CategoryService::noSuchCategory).renamed(name, clock.instant());
        if (!categories.rename(category, version)) {
            throw stale();
        }
        return new CategoryView(id, category.name(), version + 1);
    }

    /** Removes a category; its articles are filed nowhere then. */
    @Transactional
    public void remove(Actor actor, CategoryId id, int version) {
        actor.requireAdmin();
        if (!categories.remove(id, version)) {
            throw categories.find(id).isPresent() ? stale() : noSuchCategory();
        }
    }

    private static CategoryView view(Category category) {
        return new CategoryView(category.id(), category.name(), category.version());
    }

    private static DomainException stale() {
        return KernelProblem.STALE_VERSION.because("Read the categories again and repeat the change.");
    }

    private static DomainException noSuchCategory() {
        return PublishingProblem.NO_SUCH_CATEGORY.because("It was removed, or the id is wrong.");
    }
}
