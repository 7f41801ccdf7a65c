// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.bootstrap.seed.Seeding;
import java.sql.SQLException;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Seeds each fresh database like a first start does. */
class SeedFreshDatabase extends AbstractTestExecutionListener {
    @Override
    public int getOrder() {
        return 1001; // right after the database was turned
    }

    @Override
    public void beforeTestClass(TestContext context) throws SQLException {
        context.getApplicationContext().getBean(Seeding.class).run(_ -> {});
    }
}
