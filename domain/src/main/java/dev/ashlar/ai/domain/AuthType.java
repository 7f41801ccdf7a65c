// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

/** Form in which a provider wants its secret. */
public enum AuthType {
    /** Header {@code Authorization: Bearer}. */
    BEARER,
    /** Header {@code api-key}. */
    API_KEY,
    /** The provider wants no secret. */
    NONE
}
