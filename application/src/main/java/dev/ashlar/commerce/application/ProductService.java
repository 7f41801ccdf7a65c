// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.Product;
import dev.ashlar.commerce.domain.ProductEdit;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.commerce.domain.Products;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of products: list, put on sale, edit. */
@ApplicationService
public class ProductService {
    private static final String LIST = "commerce.products";

    private final Products products;
    private final ProductViews views;
    private final IdSource ids;
    private final InstantSource clock;

    ProductService(Products products, ProductViews views, IdSource ids, InstantSource clock) {
        this.products = products;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Lists products for sale, newest first; for administrators also those that are no longer sold. */
    public Page<ProductView> list(Actor actor, @Nullable ProductKind kind, PageRequest page) {
        var rows = views.products(visibleTo(actor, kind), page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, product -> Cursor.of(LIST, product.id()));
    }

    /** Counts the products that the list returns. */
    public long count(Actor actor, @Nullable ProductKind kind) {
        return views.countProducts(visibleTo(actor, kind));
    }

    /** Returns a product, also one that is no longer sold: buyers may look it up. */
    public ProductView get(ProductId id) {
        return views.product(id).orElseThrow(() -> notFound(id));
    }

    /** Puts a product on sale. */
    @Transactional
    public ProductView create(Actor actor, NewProduct wanted) {
        actor.requireAdmin();
        return insert(wanted);
    }

    /** Edits a product; refused if it was edited or sold since it was read. */
    @Transactional
    public ProductView edit(Actor actor, ProductId id, int version, ProductEdit edit) {
        actor.requireAdmin();
        // Locked, so that no order reserves pieces between this check and the update.
        var product = products.lock(List.of(id)).stream().findFirst().orElseThrow(() -> notFound(id));
        var edited = product.with(edit);
        boolean isSame = edited.equals(product);
        if (product.version() != version || (!isSame && !products.edit(edited, version, clock.instant()))) {
            throw KernelProblem.stale("Product " + id.value(), version);
        }
        return ProductView.of(edited, isSame ? version : version + 1);
    }

    /** Puts a product on sale unless its SKU exists. */
    @Transactional
    public void ensure(Actor actor, NewProduct wanted) {
        actor.requireAdmin();
        if (products.findBySku(wanted.offer().sku()).isEmpty()) {
            insert(wanted);
        }
    }

    private ProductView insert(NewProduct wanted) {
        var product = Product.of(new ProductId(ids.next()), wanted.offer(), wanted.stock(), clock.instant());
        products.insert(product);
        return ProductView.of(product, product.version());
    }

    private static ProductFilter visibleTo(Actor actor, @Nullable ProductKind kind) {
        return new ProductFilter(kind, actor.isAdmin());
    }

    private static DomainException notFound(ProductId id) {
        return CommerceProblem.PRODUCT_NOT_FOUND.because("Product " + id.value() + " does not exist.");
    }
}
