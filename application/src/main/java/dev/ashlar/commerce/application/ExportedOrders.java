// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Orders of a person. */
@Component
class ExportedOrders implements PersonalData {
    private final OrderService orders;

    ExportedOrders(OrderService orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public Page<OrderView> page(Actor owner, PageRequest request) {
        return orders.list(owner, null, request);
    }
}
