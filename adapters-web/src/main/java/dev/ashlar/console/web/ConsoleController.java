// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.console.web;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.PublicEndpoint;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The console's page and the files that it loads. They are open and hold no data; the scripts get it from the API, with the access token of the
 * administrator.
 */
@RestController
@Hidden
@RequestMapping("/console")
class ConsoleController {
    /** Scripts and styles come from files only, and nothing is loaded from or sent to another origin. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final ConsoleFiles files;

    ConsoleController(ConsoleFiles files) {
        this.files = files;
    }

    @GetMapping({"", "/"})
    @PublicEndpoint
    ResponseEntity<byte[]> getConsole() {
        return answer(files.page(), CacheControl.noCache());
    }

    /** A file never changes under its version. The page of another instance may ask for another version, during a deployment. */
    @GetMapping("/{version}/{name}")
    @PublicEndpoint
    ResponseEntity<byte[]> getConsoleFile(@PathVariable String version, @PathVariable String name) {
        var file = files.find(name)
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("The console has no such file. Open /console."));
        boolean isKnownVersion = version.equals(files.version());
        return answer(
                file, isKnownVersion ? CacheControl.maxAge(A_YEAR).cachePublic().immutable() : CacheControl.noCache());
    }

    private ResponseEntity<byte[]> answer(ConsoleFile file, CacheControl caching) {
        return ResponseEntity.ok()
                .contentType(file.type())
                .cacheControl(caching)
                .eTag(files.version())
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .body(file.text().getBytes(StandardCharsets.UTF_8));
    }
}
