// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

/** Whole numbers as {@code bigint[]}. */
public class LongArrayTypeHandler extends ArrayParameter<Long> {
    public LongArrayTypeHandler() {
        super("bigint");
    }
}
