// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Late heads of a server that has a place for one. It uses no processor twice, so that a place that one keeps is lost. */
@Timeout(60)
class LateHeadPlacesTest {
    private static final String BEGINNING = "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ";

    private static final String REST = "\r\n\r\n";

    @TempDir
    private static Path directory;

    private final BlockingQueue<AsyncContext> begun = new ArrayBlockingQueue<>(10);
    private final Tomcat server = new Tomcat();
    private final PunctualProtocol protocol = new PunctualProtocol();
    private final Connector connector = new Connector(protocol);

    @BeforeEach
    void start() throws LifecycleException {
        connector.setPort(0);
        protocol.setMaxConnections(10);
        protocol.setProcessorCache(0);
        server.setBaseDir(directory.toString());
        server.setConnector(connector);
        var application = server.addContext("", directory.toString());
        Tomcat.addServlet(application, "answers", new LongAnswers()).setAsyncSupported(true);
        application.addServletMapping("/", "answers");
        server.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.stop();
        server.destroy();
    }

    @Test
    void givesThePlaceOfAHeadBackThatTomcatGivesUp() throws IOException {
        protocol.setConnectionTimeout(100);
        try (var silent = late()) {
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
        protocol.setConnectionTimeout(20_000);

        try (var next = late()) {
            assertIsKept(next);
        }
    }

    @Test
    void givesThePlaceOfAHeadBackBeforeALongAnswer() throws Exception {
        try (var first = late()) {
            assertIsKept(first);
            first.getOutputStream().write(REST.getBytes(ISO_8859_1));
            var answer = begun.take();

            try (var next = late()) {
                assertIsKept(next);
            }

            answer.complete();
            first.setSoTimeout(10_000);
            assertThat(new String(first.getInputStream().readNBytes(12), ISO_8859_1))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    private Socket late() throws IOException {
        var socket = new Socket("localhost", connector.getLocalPort());
        socket.getOutputStream().write(BEGINNING.getBytes(ISO_8859_1));
        return socket;
    }

    /** A head without a place is closed at once. */
    private static void assertIsKept(Socket late) throws IOException {
        late.setSoTimeout(500);
        assertThatThrownBy(() -> late.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }

    private final class LongAnswers extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse answer) {
            begun.add(request.startAsync());
        }
    }
}
