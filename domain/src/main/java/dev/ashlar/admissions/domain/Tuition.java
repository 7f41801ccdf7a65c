// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Money;

/**
 * Price of an application.
 *
 * @param listPrice price of the course when the application was created
 * @param finalAmount amount that the applicant pays: the list price, or the price of an approved discount
 */
public record Tuition(Money listPrice, Money finalAmount) {
    /** Refuses a price that no discount of this application can have. */
    public void requireDiscountTo(String pointer, Money price) {
        if (!price.currency().equals(listPrice.currency())) {
            throw AdmissionsProblem.CURRENCY_MISMATCH
                    .because("The price is in " + price.currency() + ". Send a price in " + listPrice.currency() + ".")
                    .at(pointer + "/currency", "must be " + listPrice.currency());
        }
        Fields.require(price.signum() >= 0, pointer, "must not be negative");
        if (price.amount().compareTo(listPrice.amount()) >= 0) {
            throw AdmissionsProblem.PRICE_TOO_HIGH
                    .because("The list price is " + listPrice + ". Send a lower price.")
                    .at(pointer, "must be below " + listPrice);
        }
    }

    /** Returns this tuition at another final amount. */
    Tuition discountedTo(Money price) {
        requireDiscountTo("/price", price);
        return new Tuition(listPrice, price);
    }
}
