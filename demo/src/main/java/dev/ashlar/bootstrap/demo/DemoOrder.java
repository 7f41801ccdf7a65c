// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

/** Order of the demo seeds: people first, since everything belongs to a person. */
final class DemoOrder {
    static final int PEOPLE = 100;
    static final int BELONGINGS = 200;

    private DemoOrder() {}
}
