// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.kernel.application.Seed;

/** A seed of demo data. */
abstract class DemoSeed implements Seed {
    private final String name;

    DemoSeed(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean isDemo() {
        return true;
    }
}
