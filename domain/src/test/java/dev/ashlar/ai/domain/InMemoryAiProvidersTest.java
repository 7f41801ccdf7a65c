// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

class InMemoryAiProvidersTest extends AiProvidersContract {
    private final InMemoryLlms llms = new InMemoryLlms();
    private final InMemoryAiProviders providers = new InMemoryAiProviders(llms);

    @Override
    protected AiProviders providers() {
        return providers;
    }

    @Override
    protected Llms llms() {
        return llms;
    }
}
