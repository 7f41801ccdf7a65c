// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers of the API are late or unreadable, do not arrive, or arrive after the administrator has gone on. */
@JourneyTest
class ConsoleRacesJourney {
    /** Holds answers to requests whose address has this part back, until {@code release()}, and lists the addresses of all. */
    private static final String HOLD_BACK = """
            const [part, ask] = [arguments[0], window.fetch];
            const released = new Promise((resolve) => { window.release = resolve; });
            window.asked = [];
            window.fetch = async (address, options) => {
              window.asked.push(address);
              const answer = await ask(address, options);
              if (address.includes(part)) {
                await released;
              }
              return answer;
            };""";

    /** Lets the API answer no request, and time run faster, until {@code answerAgain()}. */
    private static final String HANG = """
            const [ask, timeout] = [window.fetch, AbortSignal.timeout.bind(AbortSignal)];
            AbortSignal.timeout = (milliseconds) => timeout(milliseconds / 100);
            window.fetch = (_, {signal}) => new Promise((_, reject) => {
              signal.addEventListener('abort', () => reject(signal.reason));
            });
            window.answerAgain = () => { window.fetch = ask; };""";

    /** Answers each request with a list of something else, and counts the requests. */
    private static final String ANSWER_NONSENSE = """
            window.answers = 0;
            window.fetch = async () => {
              window.answers += 1;
              return new Response('{"items": [null], "nextCursor": null}');
            };""";

    /** Time in which an answer that comes too late would be shown. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    private Browser browser;
    private JdbcClient psql;

    @BeforeEach
    void openTheJobs() {
        browser = Browser.at(port);
        psql = databases.database().psql();
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
    @Tag("exhaustive")
    void loadsNoViewThatWasLeft() {
        browser.run(HOLD_BACK, "/run");
        browser.click("button[data-key='run:wallet.reconcile']");
        browser.click("nav a[href='#/events']");
        browser.awaitText("h1", "Events");
        browser.run("window.asked = []; window.release()");
        browser.awaitText("#notice", "wallet.reconcile starts within seconds.");
        assertThat(asked("/jobs")).isZero();
    }

    private long asked(String end) {
        return (Long) browser.run(
                "const end = arguments[0]; return window.asked.filter((address) => address.endsWith(end)).length", end);
    }

    @Test
    void runsAJobOnceAtADoubleClick() {
        browser.run(HOLD_BACK, "/run");
        browser.run("const button = document.querySelector('button[data-key^=run]'); button.click(); button.click();"
                + " window.release()");
        browser.awaitText("#notice", "starts within seconds.");
        assertThat(asked("/run")).isEqualTo(1);
    }

    @Test
    @Tag("exhaustive")
    void reconcilesWalletsOnlyWhenAsked() {
        browser.run(HOLD_BACK, "nothing");
        browser.click("nav a[href='#/wallets']");
        browser.awaitText(".body", "A reconciliation reads");
        assertThat(asked("/wallets/reconciliation")).isZero();
        browser.click(".controls button");
        browser.awaitText(".age", "Updated");
        assertThat(asked("/wallets/reconciliation")).isEqualTo(1);
    }

    @Test
    @Tag("exhaustive")
    void addsNoRowsOfAnotherFilter() {
        for (int number = 0; number < 25; number++) {
            Api.at(port).get("/nowhere").is(404);
        }
        browser.click("nav a[href='#/requests']");
        browser.await("button[data-key=more]", _ -> true);
        browser.run(HOLD_BACK, "cursor=");
        browser.click("button[data-key=more]");
        browser.run("const select = [...document.querySelectorAll('select')].at(-1);"
                + " select.value = 'failed'; select.dispatchEvent(new Event('change'))");
        browser.awaitText(".panel:last-child", "No such requests.");
        browser.run("window.release()");
        await().during(MOMENT)
                .until(() -> String.valueOf(browser.text(".panel:last-child")).contains("No such requests."));
    }

    @Test
    @Tag("exhaustive")
    void goesOnAfterAnAnswerThatDoesNotArrive() {
        browser.run(HANG);
        pollUntil("does not answer");
        browser.run("window.answerAgain()");
        browser.await(".panel", text -> !text.contains("does not answer"));
    }

    @Test
    void saysForAsLongAsItLastsThatAnAnswerCannotBeShown() {
        browser.run(ANSWER_NONSENSE);
        pollUntil("The console has failed.");
        var before = (Long) browser.run("return window.answers");
        await().until(() -> {
            poll();
            return (Long) browser.run("return window.answers") > before + 1;
        });
        assertThat(browser.text(".panel")).contains("The console has failed.");
    }

    private void pollUntil(String text) {
        browser.await(".panel", shown -> {
            poll();
            return shown.contains(text);
        });
    }

    /** Polls without the pause: a tab that becomes visible does so. */
    private void poll() {
        browser.run("document.dispatchEvent(new Event('visibilitychange'))");
    }

    @Test
    @Tag("exhaustive")
    void staysLoggedOutAlthoughItWasStillOpening() {
        browser.click("#account button");
        browser.awaitText(".problem", "You are logged out.");
        browser.run(HOLD_BACK, "/incidents");
        logIn();
        browser.click("#account button");
        browser.awaitText(".problem", "You are logged out.");
        browser.run("window.release()");
        await().during(MOMENT).until(() -> "Log in".equals(browser.text("h1")));
    }

    @Test
    @Tag("exhaustive")
    void hidesTheViewBeforeTheServerHasEndedTheSession() {
        browser.run(HOLD_BACK, "/logout");
        browser.click("#account button");
        browser.awaitText("main", "Logging out");
        assertThat(browser.text("main")).doesNotContain("wallet.reconcile");
        browser.run("window.release()");
        browser.awaitText(".problem", "You are logged out.");
    }

    @Test
    @Tag("exhaustive")
    void asksForALoginWhenTheStorageOfTheTabWasCleared() {
        browser.run("sessionStorage.clear(); return import(document.querySelector('script[type=module]').src"
                + ".replace('main.js', 'session.js')).then((session) => session.refresh()).catch(() => {})");
        browser.awaitText(".problem", "Your session has ended.");
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
    @Tag("exhaustive")
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
