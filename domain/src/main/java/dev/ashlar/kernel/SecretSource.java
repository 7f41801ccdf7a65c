// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

/** Source of tokens that cannot be guessed. */
@FunctionalInterface
public interface SecretSource {
    /** Length of the longest token that clients may send. */
    int MAX_LENGTH = 100;

    /** Returns a new secret of 32 random bytes, as text that is safe in a URL. */
    String next();
}
