// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import org.junit.jupiter.api.TestInstance;

@PersistenceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageCostTest extends PageCostContract {
    @Override
    protected int articles() {
        return 50_000;
    }
}
