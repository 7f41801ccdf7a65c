// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.domain.Authenticator;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People log in to the console and out of it. */
@JourneyTest
class ConsoleSessionJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    private Browser browser;
    private JdbcClient psql;

    @BeforeEach
    void openTheConsole() {
        browser = Browser.at(port);
        psql = databases.database().psql();
        browser.open("/console");
        browser.awaitText("h1", "Log in");
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void resumesTheSessionAfterAReloadUntilTheLogout() {
        logIn("admin@ashlar.example");
        browser.awaitText("h1", "Overview");
        browser.reload();
        browser.awaitText("h1", "Overview");
        assertThat(browser.complaints()).isEmpty();

        var refreshToken = String.valueOf(browser.run("return Object.values(sessionStorage)[0]"));
        browser.click("#account button");
        browser.awaitText("h1", "Log in");
        assertThat(browser.run("return sessionStorage.length + localStorage.length + document.cookie.length"))
                .isEqualTo(0L);
        Api.at(port)
                .post("/api/v1/auth/refresh", Map.of("refreshToken", refreshToken))
                .isProblem(401, "identity.session-ended");
        browser.reload();
        browser.awaitText("h1", "Log in");
    }

    @Test
    void asksForALoginWhenTheSessionHasEnded() {
        logIn("admin@ashlar.example");
        browser.awaitText("h1", "Overview");
        psql.sql("DELETE FROM identity.refresh_tokens").update();
        browser.await("main", text -> {
            browser.run("document.dispatchEvent(new Event('visibilitychange'))"); // polls without the pause
            return text.contains("Your session has ended.");
        });
        assertThat(browser.text("h1")).isEqualTo("Log in");
    }

    @Test
    void refusesAllButAdministrators() {
        logIn("student@ashlar.example");
        browser.awaitText("h1", "No access");
        assertThat(browser.text("main")).contains("Only administrators", "student");
        assertThat(browser.text("nav")).isNullOrEmpty();
        browser.click("#account button");
        browser.awaitText("h1", "Log in");

        browser.type("admin@ashlar.example", Keys.TAB, "wrong", Keys.ENTER);
        browser.await(".problem", text -> !text.isBlank() && !text.contains("logged out"));
    }

    @Test
    void asksForTheCodeOfASecondFactor() {
        var code = administratorWithSecondFactor();
        browser.type("second@example.org", Keys.TAB, Accounts.PASSWORD, Keys.ENTER);
        browser.awaitText(".problem", "second factor");
        browser.type(code, Keys.ENTER);
        browser.awaitText("h1", "Overview");
    }

    /** Returns a recovery code. */
    private String administratorWithSecondFactor() {
        var nobody = Api.at(port);
        new Accounts(nobody).register("second");
        psql.sql("UPDATE identity.users SET role = 'admin' WHERE username = 'second'")
                .update();
        var admin = nobody.login("second@example.org", Accounts.PASSWORD);
        var path = "/api/v1/me/second-factor";
        var enrolled =
                admin.post(path, Map.of("currentPassword", Accounts.PASSWORD)).is(201);
        var app = new Authenticator(enrolled.json().at("/secret").asString());
        var codes = admin.post(
                        path + "/confirm",
                        Map.of("code", app.codeAt(Instant.now()).value()))
                .is(200);
        return codes.json().at("/recoveryCodes/0").asString();
    }

    private void logIn(String email) {
        browser.type(email, Keys.TAB, Api.DEMO_PASSWORD, Keys.ENTER);
    }
}
