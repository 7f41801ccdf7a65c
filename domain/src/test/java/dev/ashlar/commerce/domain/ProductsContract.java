// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import static dev.ashlar.commerce.domain.Goods.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link Products}. */
public abstract class ProductsContract extends ShopContract {
    @Test
    void storesEveryField() {
        assertThat(products().find(book.id())).contains(book);
        assertThat(products().findBySku(book.offer().sku())).contains(book);
        assertThat(products().find(Goods.book(1).id())).isEmpty();
        assertThat(products().findBySku("none")).isEmpty();
    }

    @Test
    void storesOneEditOfAVersion() {
        var edited = book.with(new ProductEdit(
                Change.to("Another"), Change.to(Money.of("3", "USD")), Change.to(7L), Change.to(false)));

        assertThat(products().edit(edited, 0, NOW)).isTrue();
        assertThat(products().edit(book, 0, NOW)).isFalse();

        var stored = products().find(book.id()).orElseThrow();
        assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(edited);
        assertThat(stored.version()).isEqualTo(1);
        assertThat(products().edit(Goods.book(1), 0, NOW)).isFalse();
    }

    @Test
    void locksProductsInTheOrderOfTheirIds() {
        var absent = Goods.book(1).id();
        assertThat(products().lock(List.of(book.id(), absent, pack.id())))
                .extracting(Product::id)
                .containsExactly(pack.id(), book.id());
    }

    @Test
    void reservesNoMoreThanIsAvailable() {
        assertStock(pack, 10, 3);
        var tooMuch = Goods.order(pack, 8);
        orders().insert(tooMuch);

        assertThat(products().reserve(tooMuch.order().id(), NOW)).isZero();

        assertStock(pack, 10, 3);
    }

    @Test
    void reservesNothingOfAWithdrawnProduct() {
        var order = Goods.order(book, 1);
        orders().insert(order);
        var withdrawn = book.with(Goods.withdrawal());
        assertThat(products().edit(withdrawn, 0, NOW)).isTrue();

        assertThat(products().reserve(order.order().id(), NOW)).isZero();
    }

    @Test
    void releasesReservedItems() {
        products().release(placed.order().id(), NOW);

        assertStock(pack, 10, 0);
    }

    @Test
    void sellsReservedItemsAndChangesTheVersion() {
        products().sell(placed.order().id(), NOW);

        assertStock(pack, 7, 0);
        assertThat(products().edit(pack, 0, NOW)).isFalse();
    }

    @Test
    void sellsSeveralProductsTogether() {
        var both = Goods.order(Goods.user(), Goods.key(), List.of(book, pack), 2);
        place(both);
        assertStock(book, 10, 2);

        products().sell(both.order().id(), NOW);

        assertStock(book, 8, 0);
        assertStock(pack, 8, 3);
    }
}
