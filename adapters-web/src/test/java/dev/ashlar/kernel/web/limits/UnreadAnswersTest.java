// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.web.slice.LocalhostKeys;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are not read, over plain connections and over TLS, of a server with four threads. */
@ParameterizedClass(name = "TLS: {0}")
@ValueSource(booleans = {false, true})
@Timeout(60)
class UnreadAnswersTest {
    private static final int SMALL = 4 * 1024;

    /** More than the buffers of a connection hold. */
    private static final byte[] LARGE = new byte[16 * 1024 * 1024];

    /** Less than the ten seconds after which Tomcat gives up a client that reads nothing. */
    private static final int PATIENCE = 6;

    @TempDir
    private static Path directory;

    private static LocalhostKeys keys;
    private static SSLContext trusting;

    private final boolean isEncrypted;
    private final Tomcat server = new Tomcat();
    private final Connector connector = new Connector(new PunctualProtocol());
    private HttpClient client;

    UnreadAnswersTest(boolean isEncrypted) {
        this.isEncrypted = isEncrypted;
    }

    @BeforeAll
    static void makeKeys() {
        keys = new LocalhostKeys(directory);
        trusting = keys.bundle().createSslContext();
    }

    @BeforeEach
    void start() throws LifecycleException {
        connector.setPort(0);
        connector.setProperty("maxThreads", "4");
        if (isEncrypted) {
            terminateTls();
        }
        server.setBaseDir(directory.toString());
        server.setConnector(connector);
        var application = server.addContext("", directory.toString());
        Tomcat.addServlet(application, "answers", new Answers());
        application.addServletMapping("/", "answers");
        server.start();
        client = HttpClient.newBuilder().sslContext(trusting).build();
    }

    private void terminateTls() {
        var host = new SSLHostConfig();
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(keys.file().toString());
        certificate.setCertificateKeystorePassword(LocalhostKeys.PASSWORD);
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        connector.setProperty("SSLEnabled", "true");
    }

    @AfterEach
    void stop() throws LifecycleException {
        client.shutdownNow();
        server.stop();
        server.destroy();
    }

    @Test
    void answersOthersWhileManyClientsDoNotRead() throws IOException {
        var silent = new ArrayList<Socket>();
        try {
            for (int number = 0; number < 12; number++) {
                silent.add(askingForALargeAnswer());
            }

            var others = Stream.generate(this::small).limit(12).toList();

            assertThat(others).allSatisfy(other -> assertIsAnswered(other));
        } finally {
            for (var socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void answersAClientThatReadsLate() throws IOException {
        try (var late = askingForALargeAnswer()) {
            late.setSoTimeout(10_000);
            assertIsAnswered(small());

            assertThat(late.getInputStream().readNBytes(LARGE.length)).hasSize(LARGE.length);
        }
    }

    private CompletableFuture<HttpResponse<Void>> small() {
        var address = URI.create((isEncrypted ? "https" : "http") + "://localhost:" + connector.getLocalPort());
        return client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
    }

    private static void assertIsAnswered(CompletableFuture<HttpResponse<Void>> answer) {
        assertThat(answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join().statusCode())
                .isEqualTo(200);
    }

    private Socket askingForALargeAnswer() throws IOException {
        var plain = new Socket();
        plain.setReceiveBufferSize(SMALL);
        plain.connect(new InetSocketAddress("localhost", connector.getLocalPort()));
        var socket = isEncrypted
                ? trusting.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true)
                : plain;
        socket.getOutputStream().write("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1));
        return socket;
    }

    private static final class Answers extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
            if (request.getRequestURI().equals("/large")) {
                answer.getOutputStream().write(LARGE);
            }
        }
    }
}
