// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Discount requests for applications of a person. */
@Component
class ExportedDiscounts implements PersonalData {
    private final DiscountService discounts;

    ExportedDiscounts(DiscountService discounts) {
        this.discounts = discounts;
    }

    @Override
    public String name() {
        return "discountRequests";
    }

    @Override
    public Page<DiscountRequestView> page(Actor owner, PageRequest request) {
        return discounts.list(owner, null, request);
    }
}
