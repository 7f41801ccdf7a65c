package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;

/** What an administrator changes of a product. Sku, kind and tokens stay: another pack is another product. */
public record ProductEdit(Change<String> name, Change<Money> price, Change<Long> stock, Change<Boolean> active) {
    <T> T required(String pointer, Change<T> change, T current) {
        var next = change.applyTo(current);
        if (next == null) {
            throw KernelProblem.INVALID_REQUEST
                    .because("A product has all of its fields.")
                    .at(pointer, "must not be null");
        }
        return next;
    }
}
