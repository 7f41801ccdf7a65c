// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.application.EventResubmissionWorkflow;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.operations.application.HealthWorkflow;
import dev.ashlar.operations.application.KpiWorkflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator uses the console in a browser. */
@JourneyTest
class ConsoleJourney {
    private static final String HOSTILE = "<img src=x onerror=document.title='hacked'>";

    private static final Duration LONGER_THAN_A_POLL = Duration.ofSeconds(7);

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private HealthWorkflow checks;

    @Autowired
    private KpiWorkflow kpis;

    @Autowired
    private EventResubmissionWorkflow events;

    private Browser browser;
    private JdbcClient psql;

    @BeforeEach
    void openTheConsole() {
        browser = Browser.at(port);
        psql = databases.database().psql();
        psql.sql("DELETE FROM kernel.event_publication").update();
        schedule(psql, "wallet.reconcile");
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
    void showsNumbersThatMoveAfterALoginByKeyboard() {
        checks.check();
        logIn("admin@ashlar.example");
        browser.awaitText("h1", "Overview");
        browser.awaitText(".panel", "healthy");
        awaitFigure("Outstanding events", "0");

        giveUpOn("test.nobody", "{}");
        awaitFigure("Outstanding events", "1");
        assertThat(browser.text(".age")).startsWith("Updated ");

        kpis.snapshot();
        awaitFigure(
                "identity.users",
                psql.sql("SELECT count(*) FROM identity.users")
                        .query(String.class)
                        .single());
        psql.sql("DELETE FROM kernel.event_publication").update();
        awaitFigure("Outstanding events", "0");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void retriesAnEventThatWasGivenUp() {
        var buyer = new Buyer(Api.at(port));
        UncreditedOrder.of(buyer, psql);
        logIn("admin@ashlar.example");
        openView("events");
        browser.awaitText("main", "commerce.credit-tokens");
        browser.click("button[data-key^='retry:']");
        browser.awaitText("#notice", "within seconds");

        assertThat(events.resubmit()).isEqualTo(1);
        await().until(() -> buyer.balance(psql) == 7);
        browser.await("main", text -> {
            pollAtOnce();
            return text.contains("All events have reached their listeners.");
        });
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void runsAJobAndStartsAnImport() {
        logIn("admin@ashlar.example");
        openView("jobs");
        browser.click("button[data-key='run:wallet.reconcile']");
        browser.awaitText("#notice", "wallet.reconcile starts within seconds.");
        openView("sync");
        browser.click(".controls button");
        browser.awaitText("#notice", "A run of mrlearn has started.");
        browser.awaitText("tbody", "pulling");
        assertThat(browser.complaints()).isEmpty();

        browser.click(".controls button"); // refused beside an open run
        browser.awaitText(".problem", "has not ended");
    }

    @Test
    void showsHostileTextsAsTexts() {
        giveUpOn(HOSTILE, "{\"text\": \"" + HOSTILE + "\"}");
        logIn("admin@ashlar.example");
        openView("events");
        browser.awaitText("tbody th", HOSTILE);
        browser.click("details summary");
        browser.awaitText("pre", HOSTILE);
        assertThat(browser.run("return document.querySelectorAll('main img, main script').length"))
                .isEqualTo(0L);
        assertThat(browser.run("return document.title")).isEqualTo("Events – Ashlar console");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void pagesThroughTheAuditLogAndSearchesIt() {
        var users = List.of(Api.at(port).newcomer(), Api.at(port).newcomer());
        var admin = Api.at(port).demo("admin");
        for (int number = 0; number < 21; number++) {
            admin.postOnce(
                            "/api/v1/wallets/" + users.get(number % 2).myId() + "/adjustments",
                            Map.of("tokens", 5, "reason", "Number " + number))
                    .is(201);
        }
        logIn("admin@ashlar.example");
        openView("audit");
        browser.await("tbody", _ -> rows() == 20);
        browser.click("button[data-key='more']");
        browser.await("tbody", _ -> rows() > 20);
        browser.awaitText(".age", "Paused");

        var subject = users.getFirst().myId();
        browser.click(".search input");
        browser.type(subject, Keys.ENTER);
        browser.await(
                "tbody",
                _ -> rows() > 0
                        && browser.run(
                                        "return [...document.querySelectorAll('tbody tr')].every((row) =>"
                                                + " row.innerText.includes(arguments[0]))",
                                        subject)
                                .equals(true));
        browser.click("details summary");
        browser.awaitText(".changes", "balance");
        assertThat(browser.complaints()).isEmpty();

        browser.click(".search input");
        browser.typeOver("x", Keys.ENTER);
        browser.awaitText(".panel", "subject must be a UUID");
    }

    @Test
    void pollsOnceAtATimeAndRestsWhileTheTabIsHidden() {
        logIn("admin@ashlar.example");
        openView("jobs");
        browser.awaitText("tbody", "wallet.reconcile");
        long before = polls();
        browser.run("for (let i = 0; i < 50; i += 1) document.dispatchEvent(new Event('visibilitychange'))");
        await().until(() -> polls() > before);
        assertThat(polls()).isEqualTo(before + 1);

        hide(true);
        long hidden = polls();
        await().during(LONGER_THAN_A_POLL).until(() -> polls() == hidden);
        hide(false);
        await().until(() -> polls() > hidden);
    }

    private void hide(boolean isHidden) {
        browser.run(
                "const value = arguments[0]; Object.defineProperty(document, 'hidden', {configurable: true, get: () => value});"
                        + " document.dispatchEvent(new Event('visibilitychange'))",
                isHidden);
    }

    /** Number of answers to the list of jobs. */
    private long polls() {
        return (Long) browser.run("return performance.getEntriesByType('resource').filter(({name}) =>"
                + " name.endsWith('/api/v1/operations/jobs')).length");
    }

    private void logIn(String email) {
        browser.type(email, Keys.TAB, Api.DEMO_PASSWORD, Keys.ENTER);
    }

    private void openView(String name) {
        browser.click("nav a[href='#/" + name + "']");
        browser.await("nav a[aria-current=page][href='#/" + name + "']", _ -> true);
    }

    private long rows() {
        return (Long) browser.run("return document.querySelectorAll('tbody tr').length");
    }

    private String figure(String name) {
        return String.valueOf(browser.run(
                "return [...document.querySelectorAll('.tile')].find((tile) => tile.firstElementChild.textContent =="
                        + " arguments[0])?.children[1].textContent",
                name));
    }

    private void awaitFigure(String name, String value) {
        await().until(() -> {
            pollAtOnce();
            return figure(name).equals(value);
        });
    }

    /** Spares the pause between two polls: a tab that becomes visible polls at once. */
    private void pollAtOnce() {
        browser.run("document.dispatchEvent(new Event('visibilitychange'))");
    }

    /** Stores a job as the scheduler does, which rests in journeys. */
    static void schedule(JdbcClient psql, String job) {
        psql.sql("INSERT INTO kernel.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES (?, 'recurring', now() + INTERVAL '1 day', FALSE, 1) ON CONFLICT DO NOTHING")
                .param(job)
                .update();
    }

    private void giveUpOn(String listener, String event) {
        psql.sql("""
                        INSERT INTO kernel.event_publication (
                            id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts,
                            last_resubmission_date
                        )
                        VALUES (?, ?, 'dev.ashlar.Nothing', ?, now(), 'FAILED', 20, now())""").params(UUID.randomUUID(), listener, event).update();
    }
}
