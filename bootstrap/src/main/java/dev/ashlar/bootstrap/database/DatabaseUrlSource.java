// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settings of the data source from {@code DATABASE_URL}. {@code SPRING_DATASOURCE_URL} takes precedence, and so does a user
 * or password that is set separately. {@code DATABASE_REPLICA_URL} becomes {@code ashlar.replica.*}.
 */
class DatabaseUrlSource implements EnvironmentPostProcessor, Ordered {
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var text = environment.getProperty(DatabaseUrl.VARIABLE, "");
        if (!text.isBlank() && !OnEmbeddedDatabase.namesDatabase(environment)) {
            var url = DatabaseUrl.parse(DatabaseUrl.VARIABLE, text);
            add(environment, DatabaseUrl.VARIABLE, "spring.datasource.", url);
        }
        var replica = environment.getProperty(DatabaseUrl.REPLICA_VARIABLE, "");
        if (!replica.isBlank()) {
            add(environment, DatabaseUrl.REPLICA_VARIABLE, "ashlar.replica.", DatabaseUrl.parseReplica(replica));
        }
    }

    private static void add(ConfigurableEnvironment environment, String variable, String prefix, DatabaseUrl url) {
        Map<String, Object> settings = new HashMap<>(Map.of(prefix + "url", url.jdbcUrl()));
        if (url.user() != null) {
            settings.put(prefix + "username", url.user());
        }
        if (url.password() != null) {
            settings.put(prefix + "password", url.password());
        }
        environment.getPropertySources().addLast(new MapPropertySource(variable, settings));
    }
}
