// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.domain.Authenticator;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** An administrator enrolls a second factor in the console, where the server demands one as in production. It needs a server of that setting. */
@Tag("exhaustive")
@JourneyTest
@TestPropertySource(properties = "ashlar.security.admin-second-factor=true")
class ConsoleSecondFactorJourney {
    @LocalServerPort
    private int port;

    @Test
    void enrollsASecondFactorAndAsksForItFromThenOn() {
        try (var browser = Browser.at(port)) {
            browser.open("/console");
            browser.awaitText("h1", "Log in");
            browser.type("admin@ashlar.example", Keys.TAB, Api.DEMO_PASSWORD, Keys.ENTER);
            browser.awaitText("h1", "Second factor");
            assertThat(browser.breaches()).isEmpty();

            browser.type(Api.DEMO_PASSWORD, Keys.ENTER);
            var app = new Authenticator(browser.await("code", secret -> !secret.isBlank()));
            assertThat(browser.breaches()).isEmpty();
            browser.type(app.codeAt(Instant.now()).value(), Keys.ENTER);
            browser.awaitText("h1", "Recovery codes");
            assertThat(browser.breaches()).isEmpty();
            var code = Objects.requireNonNull(browser.text("main li"));
            browser.click("main button");
            browser.awaitText("h1", "Overview");

            browser.click("#account button");
            browser.awaitText("h1", "Log in");
            browser.type("admin@ashlar.example", Keys.TAB, Api.DEMO_PASSWORD, Keys.ENTER);
            browser.awaitText(".problem", "second factor");
            browser.type("000000", Keys.ENTER);
            browser.await(".problem", text -> !text.contains("second factor"));
            browser.typeOver(code, Keys.ENTER);
            browser.awaitText("h1", "Overview");
        }
    }
}
