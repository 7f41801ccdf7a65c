// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

class InMemoryLlmsTest extends LlmsContract {
    private final InMemoryLlms llms = new InMemoryLlms();

    @Override
    protected Llms llms() {
        return llms;
    }

    @Override
    protected Prices prices() {
        return llms;
    }
}
