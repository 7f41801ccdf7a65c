// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rulebook;
import dev.ashlar.rules.TestServer;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.ObjectTypeHandler;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** All that a project writes to be held to the rulebook. */
class ShopRulebookTest {
    @TestFactory
    @Tag("exhaustive") // the example context is such a project in each build
    Stream<DynamicNode> everyRuleHolds() {
        var shop = Path.of("src/test/resources/com/example/shop");
        return Rulebook.standard()
                .tests(Project.named("Shop")
                        .sources(shop)
                        .mappers(shop)
                        .mybatis(ShopRulebookTest::mybatis)
                        .changelogs(shop.resolve("changelog"))
                        .migrated(TestServer.emptyDatabase(), shop.resolve("changelog/master.yaml"))
                        .applicationRole("shop_app")
                        .classes("com.example.shop")
                        .young());
    }

    /** As the shop's application configures it. */
    private static Configuration mybatis() {
        var configuration = new Configuration();
        configuration.getTypeHandlerRegistry().register(UUID.class, ObjectTypeHandler.class);
        return configuration;
    }
}
