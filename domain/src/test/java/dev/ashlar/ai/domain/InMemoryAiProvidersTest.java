package dev.ashlar.ai.domain;

class InMemoryAiProvidersTest extends AiProvidersContract {
    private final InMemoryAiProviders providers = new InMemoryAiProviders();

    @Override
    protected AiProviders providers() {
        return providers;
    }
}
