// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.kernel.persistence.testing.Benchmarks;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same among a million articles, which takes minutes to fill in. {@link PageCostTest} is its short form. */
@Tag("benchmark")
@EnabledIfSystemProperty(named = Benchmarks.MEASURE, matches = "true")
@PersistenceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageCostBenchmark extends PageCostContract {
    @Override
    protected int articles() {
        return 1_000_000;
    }
}
