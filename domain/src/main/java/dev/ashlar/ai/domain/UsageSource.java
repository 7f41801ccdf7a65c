// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

/** Origin of the number of tokens of a call. */
public enum UsageSource {
    /** The provider counted them. */
    PROVIDER,
    /** The provider sent no count, so that they are estimated from the texts. */
    ESTIMATED
}
