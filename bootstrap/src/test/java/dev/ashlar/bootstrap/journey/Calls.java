// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.kernel.IdSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls of language models that clients report, and a provider for them. */
final class Calls {
    static final String PATH = "/api/v1/ai/interactions";

    private static final IdSource IDS = IdSource.timeOrdered();

    private Calls() {}

    /** Stores a provider that keeps whole contents, and returns its id. */
    static UUID provider(DataSource database) {
        var id = IDS.next();
        JdbcClient.create(database)
                .sql("""
                        INSERT INTO ai.ai_providers (
                            id, name, type, base_url, auth_type, settings, content_policy, created_at, updated_at)
                        VALUES (
                            :id, :name, 'compatible', 'http://localhost', 'none', '{"models": [], "timeouts": {"connectMs": 3000, "firstByteMs": 60000, "idleMs": 30000}}', 'full', now(), now())""")
                .param("id", id)
                .param("name", "Provider " + id)
                .update();
        return id;
    }

    /** Returns a new call that has succeeded. */
    static Map<String, Object> call(UUID provider) {
        return call(IDS.next(), Map.of("providerId", provider.toString(), "model", "sandbox-small"));
    }

    static Map<String, Object> call(UUID id, Map<String, String> origin) {
        var call = new HashMap<String, Object>();
        call.put("id", id.toString());
        call.put("origin", origin);
        call.put("result", Map.of("statusCode", 200, "responseTimeMs", 850));
        call.put("usage", Map.of("promptTokens", 1200, "completionTokens", 350));
        return call;
    }
}
