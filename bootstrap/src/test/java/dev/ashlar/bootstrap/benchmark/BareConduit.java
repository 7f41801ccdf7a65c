// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reading half of the RealWorld API without a framework: one servlet in the same server, with as many connections as Ashlar reads
 * with, {@link PlainReading} without transactions. It knows no errors, no filters and no other API. A token's signature is
 * checked, its session is not. It runs in a separate process with the same heap.
 */
final class BareConduit extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient HikariDataSource pool;
    private final transient PlainReading reading = new PlainReading();
    private final transient JsonMapper json = JsonMapper.shared();
    private final transient SecretKeySpec key;

    private BareConduit(HikariDataSource pool, String secret) {
        this.pool = pool;
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Serves until it is killed: database URL, secret of tokens. */
    public static void main(String[] arguments) throws LifecycleException, IOException {
        var config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername("ashlar_app");
        config.setPassword("ashlar_app");
        config.setMaximumPoolSize(6);
        // As in application.yaml.
        config.addDataSourceProperty(
                "options",
                "-c random_page_cost=1.1 -c statement_timeout=10000 -c lock_timeout=3000"
                        + " -c idle_in_transaction_session_timeout=15000");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.setReadOnly(true);
        config.setConnectionInitSql("SET default_transaction_read_only = on");
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare").toString());
        tomcat.setPort(0);
        // As Ashlar's server.
        tomcat.getConnector().setProperty("maxThreads", "100");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "10000");
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "bare", new BareConduit(new HikariDataSource(config), arguments[1]));
        context.addServletMapping("/", "bare");
        tomcat.start();
        System.out.println("Serves http://localhost:" + tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=utf-8");
        response.setBufferSize(32 * 1024);
        try (var connection = pool.getConnection()) {
            reading.answer(request.getRequestURI(), readerOf(request), connection, response.getOutputStream());
        } catch (SQLException | GeneralSecurityException failed) {
            throw new IOException(failed);
        }
    }

    private @Nullable UUID readerOf(HttpServletRequest request) throws GeneralSecurityException {
        var header = request.getHeader("Authorization");
        if (header == null) {
            return null;
        }
        var token = header.substring(header.indexOf(' ') + 1);
        int signature = token.lastIndexOf('.');
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        var expected = mac.doFinal(token.substring(0, signature).getBytes(StandardCharsets.US_ASCII));
        if (!MessageDigest.isEqual(expected, Base64.getUrlDecoder().decode(token.substring(signature + 1)))) {
            throw new GeneralSecurityException("bad token");
        }
        var claims = json.readTree(Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, signature)));
        if (Instant.ofEpochSecond(claims.at("/exp").asLong()).isBefore(Instant.now())) {
            throw new GeneralSecurityException("old token");
        }
        return UUID.fromString(claims.at("/sub").asString());
    }
}
