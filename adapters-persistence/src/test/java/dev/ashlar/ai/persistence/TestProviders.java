// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.SampleInteractions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Providers that interactions can have. */
final class TestProviders {
    private TestProviders() {}

    static AiProviderId insert(JdbcClient jdbc) {
        var id = SampleInteractions.newProvider();
        jdbc.sql("""
                INSERT INTO ai.ai_providers (id, name, type, base_url, auth_type, settings, created_at, updated_at)
                VALUES (:id, :name, 'compatible', 'http://localhost', 'none', '{"models": []}', now(), now())""")
                .param("id", id.value())
                .param("name", "Provider " + id.value())
                .update();
        return id;
    }
}
