// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

/** Kind of a provider's API. */
public enum ProviderType {
    /** OpenAI itself. */
    OPENAI,
    /** OpenAI's models on Azure, whose paths name the deployment and the version of the API. */
    AZURE,
    /** Another server that speaks OpenAI's API. */
    COMPATIBLE
}
