// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.home;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;

/**
 * Source of the secret that signs access tokens: the environment variable {@value #VARIABLE}, else, outside production, a
 * file in Ashlar's home with a random secret. No secret is in the sources.
 */
public class JwtSecret implements EnvironmentPostProcessor, Ordered {
    public static final String PROPERTY = "ashlar.security.jwt-secret";
    public static final String VARIABLE = "ASHLAR_JWT_SECRET";

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1; // the profile and ashlar.home are known then
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty(PROPERTY)) {
            return;
        }
        var given = environment.getProperty(VARIABLE);
        if (given != null) {
            environment.getPropertySources().addLast(new MapPropertySource(VARIABLE, Map.of(PROPERTY, given)));
        } else if (!environment.acceptsProfiles(Profiles.of("prod"))) {
            environment.getPropertySources().addLast(new SecretFile(AshlarHome.of(environment)));
        }
    }

    /** Reads or draws the secret on the first access; most commands need none. */
    private static final class SecretFile extends PropertySource<AshlarHome> {
        private static final String FILE = "jwt-secret";

        SecretFile(AshlarHome home) {
            super("secret file in Ashlar's home", home);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return name.equals(PROPERTY) ? getSource().secret(FILE) : null;
        }

        @Override
        public boolean containsProperty(String name) {
            return name.equals(PROPERTY);
        }
    }
}
