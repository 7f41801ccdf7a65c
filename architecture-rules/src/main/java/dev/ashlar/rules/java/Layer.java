// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

/**
 * A column of the {@link Grid}.
 *
 * {@snippet :
 * boolean inside = type.in(Layer.DOMAIN, Layer.APPLICATION);
 * }
 */
public enum Layer {
    /** A context's root package: what other contexts may use. */
    PUBLISHED,
    /** Aggregates, values and ports. */
    DOMAIN,
    /** Use cases and their transactions. */
    APPLICATION,
    /** Mappers and type handlers. */
    PERSISTENCE,
    /** Controllers with their requests and responses. */
    WEB,
    /** The main class and what wires everything together. */
    BOOTSTRAP
}
