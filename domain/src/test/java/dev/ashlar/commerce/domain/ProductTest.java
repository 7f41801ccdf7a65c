package dev.ashlar.commerce.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTest {
    private final Product pack = Goods.tokenPack(10);

    @Test
    void aTokenPackSaysHowManyTokensItHas() {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> product(ProductKind.TOKEN_PACK, null));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> product(ProductKind.GOODS, 5L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.01"})
    void aProductCostsSomething(String price) {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> pack.with(edit(Change.to(Money.of(price, "EUR")), null)));
    }

    @Test
    void whatIsPromisedStays() {
        var promised = new Product(
                pack.id(), "sku", "name", ProductKind.GOODS, null, pack.price(), 10, 4, true, pack.createdAt(), 0);

        assertThat(promised.available()).isEqualTo(6);
        assertThat(promised.with(edit(Change.keep(), 4L)).available()).isZero();
        assertRefused(CommerceProblem.OUT_OF_STOCK, () -> promised.with(edit(Change.keep(), 3L)));
    }

    @Test
    void anEditKeepsWhatItDoesNotName() {
        var nothing = new ProductEdit(Change.keep(), Change.keep(), Change.keep(), Change.keep());

        assertThat(pack.with(nothing)).isEqualTo(pack);
    }

    @Test
    void nothingOfAProductIsCleared() {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> pack.with(edit(Change.to(null), null)));
    }

    @Test
    void whatIsNotSoldIsNotAvailable() {
        var withdrawn = pack.with(new ProductEdit(Change.keep(), Change.keep(), Change.keep(), Change.to(false)));

        assertThat(withdrawn.available()).isZero();
    }

    private Product product(ProductKind kind, @Nullable Long tokens) {
        return Product.of(pack.id(), "sku", "name", kind, tokens, pack.price(), 1, Goods.NOW);
    }

    private static ProductEdit edit(Change<Money> price, @Nullable Long stock) {
        return new ProductEdit(Change.keep(), price, stock == null ? Change.keep() : Change.to(stock), Change.keep());
    }
}
