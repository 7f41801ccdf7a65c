package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SampleServer
@Import(WholeAnswersTest.Lines.class)
class WholeAnswersTest {
    @Autowired
    Caller client;

    @Test
    void sendsAnAnswerInOnePieceWithItsLength() {
        assertThat(linesOf(1_000)) // 17 kilobytes
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: ", "X-Content-Type-Options: nosniff")
                .doesNotContain("Transfer-Encoding")
                .endsWith("\"the same line\"]");
    }

    @Test
    void sendsLongerAnswersInChunks() {
        assertThat(linesOf(10_000))
                .startsWith("HTTP/1.1 200")
                .contains("Transfer-Encoding: chunked", "X-Content-Type-Options: nosniff")
                .doesNotContain("Content-Length");
        assertThat(client.get("/api/v1/lines?count=10000").json().size()).isEqualTo(10_000);
    }

    private String linesOf(int count) {
        return client.sendRaw(
                "GET /api/v1/lines?count=" + count + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    @RestController
    @Hidden
    static final class Lines {
        @GetMapping("/api/v1/lines")
        @PublicEndpoint
        List<String> lines(@RequestParam int count) {
            return Collections.nCopies(count, "the same line");
        }
    }
}
