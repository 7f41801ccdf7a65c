// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.Offer;
import dev.ashlar.commerce.domain.ProductEdit;
import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductServiceTest {
    private static final NewProduct PACK = new NewProduct(
            new Offer("pack-100", "100 tokens", ProductKind.TOKEN_PACK, 100L, Money.of("25", "EUR")), 10);
    private static final ProductEdit WITHDRAW = Goods.withdrawal();

    private final Shop shop = new Shop();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void refusesChangesOfProductsByNonAdministrators(Role role) {
        var actor = Shop.actor(role);
        var id = shop.products.create(shop.admin, PACK).id();

        assertRefused(KernelProblem.FORBIDDEN, () -> shop.products.create(actor, PACK));
        assertRefused(KernelProblem.FORBIDDEN, () -> shop.products.ensure(actor, PACK));
        assertRefused(KernelProblem.FORBIDDEN, () -> shop.products.edit(actor, id, 0, WITHDRAW));
    }

    @Test
    void refusesAnEditOfAStaleVersion() {
        var id = shop.products.create(shop.admin, PACK).id();

        assertThat(shop.products.edit(shop.admin, id, 0, WITHDRAW).version()).isEqualTo(1);

        assertRefused(KernelProblem.STALE_VERSION, () -> shop.products.edit(shop.admin, id, 0, WITHDRAW));
        assertRefused(KernelProblem.STALE_VERSION, () -> shop.products.edit(shop.admin, id, 2, WITHDRAW));
        assertThat(shop.products.edit(shop.admin, id, 1, WITHDRAW).version())
                .as("nothing changed")
                .isEqualTo(1);
        assertThat(shop.products.get(id).version()).isEqualTo(1);
        assertRefused(
                CommerceProblem.PRODUCT_NOT_FOUND,
                () -> shop.products.edit(shop.admin, Goods.book(1).id(), 0, WITHDRAW));
    }

    @Test
    void listsWithdrawnProductsForAdministratorsOnly() {
        var id = shop.products.create(shop.admin, PACK).id();
        shop.products.edit(shop.admin, id, 0, WITHDRAW);

        assertThat(shop.products.list(shop.buyer, null, PageRequest.first()).items())
                .isEmpty();
        assertThat(shop.products.count(shop.buyer, null)).isZero();
        assertThat(shop.products.list(shop.admin, null, PageRequest.first()).items())
                .hasSize(1);
        assertThat(shop.products.get(id).available()).isZero();
        assertRefused(
                CommerceProblem.PRODUCT_NOT_FOUND,
                () -> shop.products.get(Goods.book(1).id()));
    }

    @Test
    void ensuringAProductTwiceCreatesItOnce() {
        shop.products.ensure(shop.admin, PACK);
        shop.products.ensure(shop.admin, PACK);

        assertThat(shop.products.count(shop.admin, ProductKind.TOKEN_PACK)).isEqualTo(1);
    }
}
