// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {
    private final Grid grid = Grid.of("com.example.shop");

    @ParameterizedTest
    @CsvSource({
        "com.example.shop, BOOTSTRAP, ''",
        "com.example.shop.bootstrap.jobs, BOOTSTRAP, ''",
        "com.example.shop.orders, PUBLISHED, orders",
        "com.example.shop.orders.domain, DOMAIN, orders",
        "com.example.shop.orders.application, APPLICATION, orders",
        "com.example.shop.orders.persistence.rows, PERSISTENCE, orders",
        "com.example.shop.orders.web, WEB, orders",
        "com.example.shop.orders.helpers, , ''",
        "com.example.shopping.orders, , ''"
    })
    void aPackageSaysItsCell(String packageName, Layer layer, String context) {
        assertThat(grid.layer(packageName)).isEqualTo(layer);
        assertThat(grid.context(packageName)).isEqualTo(context);
    }

    @Test
    void layersMayHaveOtherNames() {
        var named = grid.called(new Grid.Names("shared", "model", "service", "db", "api", "app"));

        assertThat(named.layer("com.example.shop.orders.model")).isEqualTo(Layer.DOMAIN);
        assertThat(named.layer("com.example.shop.orders.domain")).isNull();
        assertThat(named.layer("com.example.shop.app")).isEqualTo(Layer.BOOTSTRAP);
    }
}
