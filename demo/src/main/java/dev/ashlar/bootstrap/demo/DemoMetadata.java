// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.kernel.PageRequest;
import dev.ashlar.operations.application.MetadataService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Contact of the support, as metadata of the system. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoMetadata extends DemoSeed {
    private final DemoPeople people;
    private final MetadataService metadata;

    DemoMetadata(DemoPeople people, MetadataService metadata) {
        super("demo metadata");
        this.people = people;
        this.metadata = metadata;
    }

    @Override
    public void run() {
        var admin = people.actor(DemoPerson.ADMIN);
        if (metadata.list(admin, PageRequest.first()).items().isEmpty()) {
            metadata.create(
                    admin,
                    "support.contact",
                    "{\"email\": \"help@ashlar.example\", \"hours\": \"9-17\"}",
                    "Contact that clients show.");
        }
    }
}
