// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.ashlar.bootstrap.database.EmbeddedDatabase;
import dev.ashlar.bootstrap.seed.Seeding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class StartupReportTest {
    @ParameterizedTest
    @CsvSource({"true,https", "false,http"})
    void namesTheAddressesWithTheirScheme(boolean isTls, String scheme, CapturedOutput output) {
        report(isTls);

        assertThat(output)
                .contains(
                        "Ashlar serves " + scheme + "://localhost:8443\n",
                        scheme + "://localhost:9443/actuator/health");
    }

    @Test
    void leavesOutTheParametersOfTheDatabase(CapturedOutput output) {
        report(false);

        assertThat(output).contains("jdbc:postgresql://db/ashlar").doesNotContain("secret");
    }

    private static void report(boolean isTls) {
        var environment = new MockEnvironment()
                .withProperty("local.server.port", "8443")
                .withProperty("local.management.port", "9443")
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/ashlar?password=secret");
        var server = new ServerProperties();
        if (isTls) {
            server.setSsl(Ssl.forBundle("web"));
        }
        var embedded = new StaticListableBeanFactory().getBeanProvider(EmbeddedDatabase.class);
        new StartupReport(environment, server, embedded, mock(Seeding.class)).report();
    }
}
