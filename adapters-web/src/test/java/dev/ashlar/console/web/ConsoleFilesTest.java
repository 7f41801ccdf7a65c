// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsoleFilesTest {
    private static final Path SOURCES = Path.of("src/main/resources/dev/ashlar/console/web/files");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]*'\\./([\\w-]+\\.js)';");
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"/console/[^/\"]+/([^\"]+)\"");
    private static final int MAX_LOAD = 150_000; // bytes, not compressed
    private static final int MAX_LINES = 300;

    /** Ways from a text to markup, or from markup to a script. */
    private static final Pattern DANGEROUS = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|\\beval\\b|new Function|createContextualFragment|srcdoc|javascript:");

    private final ConsoleFiles files;

    ConsoleFilesTest() throws IOException {
        files = new ConsoleFiles();
    }

    @Test
    void loadLessThan150KilobytesAtFirst() {
        int bytes = sizeOf(files.page());
        for (var name : loaded()) {
            bytes += sizeOf(file(name));
        }
        assertThat(bytes).isBetween(MAX_LOAD / 2, MAX_LOAD);
    }

    @Test
    void containNothingThatThePageDoesNotLoad() throws IOException {
        try (var sources = Files.list(SOURCES)) {
            var names = sources.map(path -> path.getFileName().toString()).filter(name -> !name.equals("index.html"));
            assertThat(loaded()).containsAll(names.toList());
        }
    }

    @Test
    void haveNoInlineScriptsAndStyles() {
        assertThat(files.page().text()).doesNotContain("<style", " style=").doesNotContainPattern("\\son[a-z]+=");
        assertThat(Pattern.compile("<script(?![^>]*\\bsrc=)")
                        .matcher(files.page().text())
                        .find())
                .isFalse();
        scripts().forEach(script -> assertThat(script.text()).doesNotContain("'style'", "cssText"));
    }

    @Test
    void makeNoMarkupFromTexts() {
        scripts().forEach(script -> assertThat(script.text()).doesNotContainPattern(DANGEROUS));
    }

    @Test
    void storeTokensInTheTabOnly() {
        scripts().forEach(script -> assertThat(script.text()).doesNotContain("localStorage", "document.cookie"));
    }

    @Test
    void areShort() {
        scripts().forEach(script -> assertThat(script.text().lines().count()).isLessThan(MAX_LINES));
    }

    @Test
    void haveAVersionOfTheirContents() throws IOException {
        assertThat(files.version()).matches("[0-9a-f]{16}").isEqualTo(new ConsoleFiles().version());
        assertThat(files.page().text()).contains("/console/" + files.version() + "/main.js");
    }

    /** Names of all files that the page loads, and that these load. */
    private Set<String> loaded() {
        var all = new TreeSet<String>();
        LOADED.matcher(files.page().text()).results().forEach(found -> add(found.group(1), all));
        return all;
    }

    private void add(String name, Set<String> all) {
        if (all.add(name) && name.endsWith(".js")) {
            IMPORT.matcher(file(name).text()).results().forEach(found -> add(found.group(1), all));
        }
    }

    /** The console's own scripts, without the library. */
    private List<ConsoleFile> scripts() {
        return own().filter(name -> name.endsWith(".js")).map(this::file).toList();
    }

    private Stream<String> own() {
        return loaded().stream().filter(name -> !name.startsWith("uPlot"));
    }

    private ConsoleFile file(String name) {
        return files.find(name).orElseThrow(() -> new AssertionError("no file " + name));
    }

    private static int sizeOf(ConsoleFile file) {
        return file.text().getBytes(StandardCharsets.UTF_8).length;
    }
}
