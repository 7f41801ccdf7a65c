// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

/** Tab of a Chromium on a page of Ashlar. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Source of axe-core, which finds breaches of the accessibility guidelines. */
    private static final String AXE = read("/axe.min.js");

    private final Chromium chromium;
    private final ChromeDriver driver;
    private final String address;

    private Browser(Chromium chromium, String address) {
        this.chromium = chromium;
        this.driver = chromium.driver();
        this.address = address;
    }

    /** Opens a tab for the server at this port, without anything stored by earlier ones. */
    static Browser at(int port) {
        var chromium = Chromium.running();
        var address = "http://localhost:" + port;
        chromium.openTab(address);
        return new Browser(chromium, address);
    }

    void open(String path) {
        driver.get(address + path);
    }

    void reload() {
        driver.navigate().refresh();
    }

    void click(String css) {
        await(css, _ -> true);
        driver.findElement(By.cssSelector(css)).click();
    }

    /** Types into the element with the focus; keys are those of Selenium. */
    void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Types in place of the text of the field with the focus. */
    void typeOver(CharSequence... keys) {
        new Actions(driver)
                .keyDown(Keys.CONTROL)
                .sendKeys("a")
                .keyUp(Keys.CONTROL)
                .sendKeys(keys)
                .perform();
    }

    /** Returns the result of a script; {@code arguments} are its arguments. */
    @Nullable
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Returns the visible text of the first such element; null if there is none. */
    @Nullable
    String text(String css) {
        return (String) run("return document.querySelector(arguments[0])?.innerText ?? null", css);
    }

    /** Waits until there is such an element with such a text. */
    String await(String css, Predicate<String> condition) {
        return Objects.requireNonNull(Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .alias(css)
                .until(() -> text(css), text -> text != null && condition.test(text)));
    }

    /** Waits until such an element contains this text. */
    String awaitText(String css, String part) {
        try {
            return await(css, text -> text.contains(part));
        } catch (RuntimeException late) {
            throw new AssertionError("no \"" + part + "\" in " + css + ", but: " + text("body"), late);
        }
    }

    /** Sets the preferred colors, {@code light} or {@code dark}, and the width of the page in pixels. */
    void show(String colors, int width) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colors))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", Chromium.HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Returns each breach of the accessibility guidelines on the page, with its element. */
    List<?> breaches() {
        run(AXE + "; window.axe = axe;");
        return (List<?>) Objects.requireNonNull(driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run().then(
                    ({violations}) => done(violations.flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.html}: ${node.failureSummary}`))),
                    (failure) => done([String(failure)]));"""));
    }

    /** Returns what the browser has complained about since the last call, breaches of the content security policy included. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** Writes a picture of the page. */
    void photograph(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        chromium.closeTab();
    }

    private static String read(String resource) {
        try (var source = Objects.requireNonNull(Browser.class.getResourceAsStream(resource), resource)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
