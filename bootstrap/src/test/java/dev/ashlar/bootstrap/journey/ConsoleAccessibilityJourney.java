// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.application.StatsRecomputation;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.operations.application.HealthWorkflow;
import dev.ashlar.operations.application.KpiWorkflow;
import dev.ashlar.operations.application.RequestLogHousekeeping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Accessibility of each view of the console. Leaves pictures of them in {@code target/console}. */
@JourneyTest
class ConsoleAccessibilityJourney {
    private static final List<String> VIEWS =
            List.of("overview", "health", "requests", "jobs", "events", "kpis", "ai", "wallets", "sync", "audit");
    private static final Path PICTURES = Path.of("target/console");
    private static final int PHONE = 360; // pixels

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private HealthWorkflow checks;

    @Autowired
    private KpiWorkflow kpis;

    @Autowired
    private StatsRecomputation statistics;

    @Autowired
    private RequestLogHousekeeping requests;

    private Browser browser;

    @BeforeEach
    void fillTheViews() {
        browser = Browser.at(port);
        var admin = Api.at(port).demo("admin");
        var psql = databases.database().psql();
        ConsoleJourney.schedule(psql, "wallet.reconcile");
        checks.check();
        checks.check();
        kpis.snapshot();
        admin.post("/api/v1/operations/sync/mrlearn", Map.of());
        admin.post(Calls.PATH, Calls.call(Calls.provider(databases.database().owner())))
                .is(201);
        psql.sql("UPDATE ai.ai_dirty_hours SET created_at = created_at - INTERVAL '1 minute'")
                .update();
        while (statistics.recompute() > 0) {}
        UncreditedOrder.of(new Buyer(Api.at(port)), psql);
        requests.sumUp();
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource("light, 1280")
    void breaksNoGuidelineInAnyView(String colors, int width) throws IOException {
        holdsInEachView(colors, width);
    }

    @ParameterizedTest
    @CsvSource({"dark, 1280", "light, 360", "dark, 360"})
    @Tag("exhaustive")
    void breaksNoGuidelineInOtherColorsAndOnPhones(String colors, int width) throws IOException {
        holdsInEachView(colors, width);
    }

    private void holdsInEachView(String colors, int width) throws IOException {
        browser.show(colors, width);
        browser.open("/console");
        browser.awaitText("h1", "Log in");
        assertThat(browser.breaches()).as("login").isEmpty();

        browser.type("admin@ashlar.example", Keys.TAB, Api.DEMO_PASSWORD, Keys.ENTER);
        browser.awaitText("h1", "Overview");
        for (var view : VIEWS) {
            browser.run("location.hash = '#/' + arguments[0]", view);
            browser.await("nav a[aria-current][href='#/" + view + "']", _ -> true);
            browser.await("main", text -> !text.contains("Loading"));
            if (width > PHONE) {
                Files.createDirectories(PICTURES);
                browser.photograph(PICTURES.resolve(view + "-" + colors + ".png"));
            }
            browser.run("document.querySelectorAll('details').forEach((details) => details.open = true)");
            assertThat(browser.breaches()).as(view).isEmpty();
            assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                    .as("width of %s", view)
                    .isLessThanOrEqualTo(width);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    /** A breach is found at all. */
    @Test
    @Tag("exhaustive")
    void findsABreach() {
        browser.open("/console");
        browser.awaitText("h1", "Log in");
        browser.run("document.querySelector('main').append(document.createElement('button'))");
        assertThat(browser.breaches())
                .anySatisfy(breach -> assertThat((String) breach).startsWith("button-name"));
    }
}
