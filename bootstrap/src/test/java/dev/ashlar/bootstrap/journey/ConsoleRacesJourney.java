package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers of the API arrive after the administrator has gone on. */
@JourneyTest
class ConsoleRacesJourney {
    /** Holds answers to requests whose address has this end back, until {@code release()}, and lists the addresses of all. */
    private static final String HOLD_BACK = """
            const [end, ask] = [arguments[0], window.fetch];
            const released = new Promise((resolve) => { window.release = resolve; });
            window.asked = [];
            window.fetch = async (address, options) => {
              window.asked.push(address);
              const answer = await ask(address, options);
              if (address.endsWith(end)) {
                await released;
              }
              return answer;
            };""";

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    private Browser browser;
    private JdbcClient psql;

    @BeforeEach
    void openTheJobs() {
        browser = Browser.at(port);
        psql = JdbcClient.create(databases.database().owner());
        ConsoleJourney.schedule(psql, "wallet.reconcile");
        browser.open("/console#/jobs");
        browser.awaitText("h1", "Log in");
        logIn();
        browser.awaitText("tbody", "wallet.reconcile");
    }

    private void logIn() {
        browser.type("admin@ashlar.example", Keys.TAB, "ashlar-demo", Keys.ENTER);
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void loadsNoViewThatWasLeft() {
        browser.run(HOLD_BACK, "/run");
        browser.click("button[data-key='run:wallet.reconcile']");
        browser.click("nav a[href='#/events']");
        browser.awaitText("h1", "Events");
        browser.run("window.asked = []; window.release()");
        browser.awaitText("#notice", "wallet.reconcile starts within seconds.");
        assertThat(browser.run("return window.asked.filter((address) => address.endsWith('/jobs')).length"))
                .isEqualTo(0L);
    }

    @Test
    void keepsNoTokenThatArrivesDuringTheLogout() {
        browser.run(HOLD_BACK, "/refresh");
        browser.run(
                "window.refreshed = import(document.querySelector('script[type=module]').src.replace('main.js', 'session.js'))"
                        + ".then((session) => session.refresh())");
        browser.click("#account button");
        browser.run("window.release(); return window.refreshed");
        browser.awaitText("h1", "Log in");
        assertThat(browser.text("main")).contains("You are logged out.");
        assertThat(browser.run("return sessionStorage.length")).isEqualTo(0L);
        browser.reload();
        browser.awaitText("h1", "Log in");
    }

    @Test
    void asksForALoginAgainIfTheSessionEndsBeforeTheConsoleOpens() {
        browser.click("#account button");
        browser.awaitText(".problem", "You are logged out.");
        psql.sql("DELETE FROM identity.refresh_tokens").update();
        browser.run(HOLD_BACK, "/login");
        logIn();
        await().until(() -> psql.sql("DELETE FROM identity.refresh_tokens").update() > 0);
        browser.run("window.release()");
        browser.awaitText(".problem", "Your session has ended.");
        assertThat(browser.text("h1")).isEqualTo("Log in");
    }
}
