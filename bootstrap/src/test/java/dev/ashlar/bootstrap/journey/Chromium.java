// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Headless Chromium, which starts in seconds and therefore serves all tests of a JVM, each in a separate tab. Tests are skipped
 * where it or its driver is not installed.
 */
final class Chromium {
    static final int HEIGHT = 900;

    private static @Nullable Chromium running;

    private final ChromeDriver driver;
    /** The tab that is left open between tests. */
    private final String firstTab;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
        this.firstTab = driver.getWindowHandle();
    }

    /** Returns the Chromium of this JVM. */
    static synchronized Chromium running() {
        if (running == null) {
            running = new Chromium(start());
            Runtime.getRuntime().addShutdownHook(new Thread(running.driver::quit));
        }
        return running;
    }

    private static ChromeDriver start() {
        var chromium = program("chromium", "chromium-browser", "google-chrome");
        var chromedriver = program("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "Skipped: Chromium or its driver (packages chromium and chromium-driver) is not installed");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(chromium.get());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--window-size=1280," + HEIGHT);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.get())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<File> program(String... names) {
        var directories = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(directories).map(directory -> new File(directory, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a tab that knows nothing of this server: without cookies, stored data and cached files. */
    void openTab(String address) {
        driver.switchTo().newWindow(WindowType.TAB);
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", address, "storageTypes", "all"));
    }

    /** Closes the tab of a test, and forgets what was logged in it. */
    void closeTab() {
        driver.manage().logs().get(LogType.BROWSER);
        driver.close();
        driver.switchTo().window(firstTab);
    }
}
