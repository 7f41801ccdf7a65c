// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.AiProviders;
import dev.ashlar.ai.domain.AiProvidersContract;
import dev.ashlar.ai.domain.Llms;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper AiProviderMapper.delete soft deletion", test = "deletesTheVersionThatWasReadWithItsSecret")
@Kills(mutant = "mapper AiProviderMapper.delete version", test = "deletesTheVersionThatWasReadWithItsSecret")
@Kills(mutant = "mapper AiProviderMapper.update soft deletion", test = "deletesTheVersionThatWasReadWithItsSecret")
class AiProviderMapperTest extends AiProvidersContract {
    @Autowired
    private AiProviders providers;

    @Autowired
    private Llms llms;

    @Override
    protected AiProviders providers() {
        return providers;
    }

    @Override
    protected Llms llms() {
        return llms;
    }
}
