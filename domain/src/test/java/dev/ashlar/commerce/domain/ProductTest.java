// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTest {
    private final Product pack = Goods.tokenPack(10);

    @Test
    void requiresTokensForATokenPackAndForNothingElse() {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> product(ProductKind.TOKEN_PACK, null));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> product(ProductKind.GOODS, 5L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.01"})
    void refusesAPriceThatIsNotPositive(String price) {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> pack.with(edit(Change.to(Money.of(price, "EUR")), null)));
    }

    @Test
    void refusesAStockBelowTheReservedPieces() {
        var reserved = new Product(pack.id(), pack.offer(), new Stock(10, 4), true, pack.createdAt(), 0);

        assertThat(reserved.available()).isEqualTo(6);
        assertThat(reserved.with(edit(Change.keep(), 4L)).available()).isZero();
        assertRefused(CommerceProblem.STOCK_INSUFFICIENT, () -> reserved.with(edit(Change.keep(), 3L)));
    }

    @Test
    void anEditKeepsAbsentFields() {
        var nothing = new ProductEdit(Change.keep(), Change.keep(), Change.keep(), Change.keep());

        assertThat(pack.with(nothing)).isEqualTo(pack);
    }

    @Test
    void refusesToClearAField() {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> pack.with(edit(Change.to(null), null)));
    }

    @Test
    void aWithdrawnProductIsNotAvailable() {
        var withdrawn = pack.with(Goods.withdrawal());

        assertThat(withdrawn.available()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'', name, 1", "sku, ' ', 1", "sku, name, 0", "sku, name, 1000001"})
    void refusesFieldsBeyondTheirLimits(String sku, String name, long tokens) {
        var price = Money.of("25", "EUR");

        assertRefused(KernelProblem.INVALID_REQUEST, () -> new Offer(sku, name, ProductKind.TOKEN_PACK, tokens, price));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> new Stock(Stock.MAX + 1, 0));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> new Stock(-1, 0));
    }

    private Product product(ProductKind kind, @Nullable Long tokens) {
        var offer = new Offer("sku", "name", kind, tokens, Money.of("25", "EUR"));
        return Product.of(pack.id(), offer, 1, Goods.NOW);
    }

    private static ProductEdit edit(Change<Money> price, @Nullable Long stock) {
        return new ProductEdit(Change.keep(), price, stock == null ? Change.keep() : Change.to(stock), Change.keep());
    }
}
