// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.kernel.web.slice.WebSlice;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WebSlice
@Import({ConsoleController.class, ConsoleFiles.class})
class ConsoleControllerTest {
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/console/[^\"]+)\"");

    @Autowired
    private Caller client;

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/"})
    void servesThePageToEverybodyWithItsOwnPolicy(String path) {
        var page = client.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.raw().headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                        + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.text()).contains("<html lang=\"en\">").doesNotContain("@version@");
    }

    @ParameterizedTest
    @CsvSource({
        "main.js, text/javascript",
        "uPlot.iife.min.js, text/javascript",
        "console.css, text/css",
        "uPlot.min.css, text/css",
        "icon.svg, image/svg+xml"
    })
    void servesFilesWithTheirTypesForGood(String name, String type) {
        var file = client.get(pathOf(name));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith(type);
        assertThat(file.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void doesNotKeepFilesOfAnotherVersion() {
        var file = client.get("/console/0123456789abcdef/main.js");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void sendsNothingAgainThatIsKnown() {
        var tag = client.get("/console").header("ETag");
        assertThat(client.get("/console", "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(client.get("/console", "If-None-Match", "\"other\"").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/console/1/secret.js, 404",
        "/console/main.js, 404",
        "/console/1/index.html, 404",
        "/console/1/ConsoleFiles.class, 404",
        "/console/1/..%2Fmain.js, 400",
        "/console/1/2/main.js, 404"
    })
    void servesNothingElse(String path, int status) {
        var answer = client.get(path, "Authorization", client.bearer(claims -> {}));
        assertThat(answer.status()).as(path).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("import ");
    }

    @Test
    void takesGetAndHeadOnly() {
        assertThat(client.send("HEAD", "/console", null).status()).isEqualTo(200);
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            assertThat(client.send(method, "/console", null).status())
                    .as(method)
                    .isEqualTo(405);
        }
    }

    private String pathOf(String name) {
        return FILE.matcher(client.get("/console").text())
                .results()
                .map(found -> found.group(1))
                .filter(path -> path.endsWith("/" + name))
                .findFirst()
                .orElseThrow();
    }
}
