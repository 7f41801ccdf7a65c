// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

/** Platforms (products) of requests. The context that keeps them implements it, and the web layer asks with every request. */
@FunctionalInterface
public interface KnownPlatforms {
    /** True if a platform has this code. Must answer from memory. */
    boolean contains(String code);
}
