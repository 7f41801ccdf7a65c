// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.Llms;
import dev.ashlar.ai.domain.LlmsContract;
import dev.ashlar.ai.domain.Prices;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class LlmMapperTest extends LlmsContract {
    @Autowired
    private Llms llms;

    @Autowired
    private Prices prices;

    @Override
    protected Llms llms() {
        return llms;
    }

    @Override
    protected Prices prices() {
        return prices;
    }
}
