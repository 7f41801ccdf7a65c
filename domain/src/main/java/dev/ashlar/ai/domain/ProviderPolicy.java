// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

/**
 * Treatment of a provider's calls.
 *
 * @param contentPolicy extent to which requests and answers are stored
 * @param unpricedCalls treatment of calls of a model that has no price
 */
public record ProviderPolicy(ContentPolicy contentPolicy, UnpricedCalls unpricedCalls) {}
