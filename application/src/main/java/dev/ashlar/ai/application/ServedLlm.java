// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import java.time.Instant;

/**
 * Model that can be called.
 *
 * @param factory name of its maker
 */
public record ServedLlm(String name, String factory, Instant createdAt) {}
