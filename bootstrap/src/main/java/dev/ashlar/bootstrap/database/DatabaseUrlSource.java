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
 * Makes {@code DATABASE_URL} the data source's settings. Where {@code SPRING_DATASOURCE_URL} is set too it wins, as the
 * more specific of the two; a user or password set by itself wins over the URL's, so that a password may come apart.
 */
class DatabaseUrlSource implements EnvironmentPostProcessor, Ordered {
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var text = environment.getProperty(DatabaseUrl.VARIABLE, "");
        if (text.isBlank() || OnEmbeddedDatabase.namesDatabase(environment)) {
            return;
        }
        var url = DatabaseUrl.parse(text);
        Map<String, Object> settings = new HashMap<>(Map.of("spring.datasource.url", url.jdbcUrl()));
        if (url.user() != null) {
            settings.put("spring.datasource.username", url.user());
        }
        if (url.password() != null) {
            settings.put("spring.datasource.password", url.password());
        }
        environment.getPropertySources().addLast(new MapPropertySource(DatabaseUrl.VARIABLE, settings));
    }
}
