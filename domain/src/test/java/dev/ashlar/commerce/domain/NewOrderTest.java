// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.NewOrder.Wanted;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NewOrderTest {
    private final Product pack = Goods.tokenPack(5);
    private final Product book = Goods.book(5);

    @Test
    void takesCurrentPricesAndTokens() {
        var placed = Goods.order(Goods.user(), "key", List.of(pack, book), 2);

        assertThat(placed.order().total()).isEqualTo(Money.of("75.00", "EUR"));
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(placed.order().placement().expiresAt()).isEqualTo(Goods.NOW.plus(Placement.TIME_TO_PAY));
        assertThat(placed.items()).extracting(OrderItem::tokens).containsExactly(200L, 0L);
    }

    @Property
    void theTotalIsTheSumOfTheItems(@ForAll @IntRange(min = 1, max = NewOrder.MAX_PIECES) int quantity) {
        var placed = Goods.order(Goods.tokenPack(1000), quantity);

        assertThat(placed.order().total())
                .isEqualTo(new Money(
                        placed.items().stream().map(OrderItem::price).reduce(BigDecimal.ZERO, BigDecimal::add), "EUR"));
    }

    @Test
    void refusesATotalThatNoMoneyHolds() {
        var dear = book.with(
                new ProductEdit(Change.keep(), Change.to(new Money(Money.MAX, "EUR")), Change.keep(), Change.keep()));
        var cheap = pack.with(
                new ProductEdit(Change.keep(), Change.to(Money.of("0.01", "EUR")), Change.keep(), Change.keep()));

        assertThat(Goods.order(dear, 1).order().total().amount()).isEqualTo(Money.MAX);
        for (var wanted : List.of(
                List.of(new Wanted(dear.id(), 2)), List.of(new Wanted(dear.id(), 1), new Wanted(cheap.id(), 1)))) {
            var refusal = assertRefused(KernelProblem.INVALID_REQUEST, () -> order(wanted, List.of(dear, cheap)));
            assertThat(refusal.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.pointer()).isEqualTo("/items"));
        }
    }

    @Test
    void refusesProductsThatAreMissingWithdrawnOrOutOfStock() {
        var refusal = assertRefused(CommerceProblem.STOCK_INSUFFICIENT, () -> Goods.order(pack, 6));
        assertThat(refusal.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/items/0/quantity"));
        var withdrawn = book.with(Goods.withdrawal());
        assertRefused(CommerceProblem.PRODUCT_NOT_FOUND, () -> Goods.order(withdrawn, 1));
        assertRefused(CommerceProblem.PRODUCT_NOT_FOUND, () -> order(List.of(new Wanted(book.id(), 1)), List.of(pack)));
    }

    @Test
    void refusesProductsInSeveralCurrencies() {
        var dollars = book.with(
                new ProductEdit(Change.keep(), Change.to(Money.of("1", "USD")), Change.keep(), Change.keep()));

        assertRefused(
                CommerceProblem.CURRENCY_MISMATCH, () -> Goods.order(Goods.user(), "key", List.of(pack, dollars), 1));
    }

    @Test
    void refusesAProductThatAppearsTwice() {
        var twice = List.of(new Wanted(pack.id(), 1), new Wanted(pack.id(), 2));

        assertRefused(KernelProblem.INVALID_REQUEST, () -> NewOrder.requireOrderable(twice));
        NewOrder.requireOrderable(twice.subList(0, 1));
    }

    @Test
    void refusesMorePiecesInAllThanAnOrderMayHave() {
        var most = List.of(new Wanted(pack.id(), NewOrder.MAX_PIECES - 1), new Wanted(book.id(), 1));
        var more = List.of(new Wanted(pack.id(), NewOrder.MAX_PIECES - 1), new Wanted(book.id(), 2));

        NewOrder.requireOrderable(most);
        var refusal = assertRefused(KernelProblem.INVALID_REQUEST, () -> NewOrder.requireOrderable(more));
        assertThat(refusal.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/items"));
    }

    @Test
    void aRetryWantsTheSameItems() {
        var items = Goods.order(Goods.user(), "key", List.of(pack, book), 2).items();

        assertThat(NewOrder.isSame(List.of(new Wanted(book.id(), 2), new Wanted(pack.id(), 2)), items))
                .isTrue();
        assertThat(NewOrder.isSame(List.of(new Wanted(book.id(), 2)), items)).isFalse();
        assertThat(NewOrder.isSame(List.of(new Wanted(book.id(), 2), new Wanted(pack.id(), 1)), items))
                .isFalse();
    }

    @Test
    void orderNumbersAreReadableAndUnique() {
        var numbers = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            numbers.add(Goods.order(pack, 1).order().orderNo());
        }

        assertThat(numbers)
                .hasSize(1000)
                .allMatch(number -> number.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}"));
    }

    private static NewOrder order(List<Wanted> wanted, List<Product> products) {
        return NewOrder.of(
                new OrderId(UUID.randomUUID()), Placement.of(Goods.user(), "key", Goods.NOW), wanted, products);
    }
}
