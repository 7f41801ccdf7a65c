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
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the reading half of the RealWorld API would be without a framework: one servlet in the same server, with the same pool,
 * the same SQL (see {@link PlainSql}) over plain JDBC in one read-only transaction, the rows written out by hand. It knows no
 * errors, no filters and no other API. A token's signature is checked, its session is not. A process of its own, with the same
 * heap.
 */
final class BareConduit extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final transient HikariDataSource pool;
    private final transient PlainSql sql = new PlainSql();
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
        config.setMaximumPoolSize(20);
        // As in application.yaml.
        config.addDataSourceProperty(
                "options",
                "-c random_page_cost=1.1 -c statement_timeout=10000 -c lock_timeout=3000"
                        + " -c idle_in_transaction_session_timeout=15000");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.setAutoCommit(false);
        config.setReadOnly(true);
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare").toString());
        tomcat.setPort(0);
        // As Ashlar's server.
        tomcat.getConnector().setProperty("maxThreads", "100");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "10000");
        tomcat.getConnector().setProperty("socket.appWriteBufSize", "16384");
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "bare", new BareConduit(new HikariDataSource(config), arguments[1]));
        context.addServletMappingDecoded("/", "bare");
        tomcat.start();
        System.out.println("Serves http://localhost:" + tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=utf-8");
        response.setBufferSize(32 * 1024);
        var path = request.getRequestURI();
        try (var connection = pool.getConnection();
                var out = json.createGenerator(response.getOutputStream())) {
            @Nullable UUID reader = readerOf(request);
            out.writeStartObject();
            switch (path) {
                case "/api/articles" -> list(connection, "articles", reader, out);
                case "/api/articles/feed" -> list(connection, "feed", reader, out);
                case "/api/tags" -> tags(connection, out);
                default -> article(connection, path.substring("/api/articles/".length()), reader, out);
            }
            out.writeEndObject();
            connection.commit();
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

    private void list(Connection connection, String list, @Nullable UUID reader, JsonGenerator out)
            throws SQLException {
        var arguments = arguments(reader);
        arguments.put("limit", 20);
        arguments.put("offset", 0);
        var articles = rows(connection, sql.of(list, arguments), arguments);
        var authors = authors(connection, articles);
        out.writeArrayPropertyStart("articles");
        for (var article : articles) {
            write(article, authors, out);
        }
        out.writeEndArray();
        out.writeNumberProperty("articlesCount", (Long) value(articles.getFirst(), "total"));
    }

    private void article(Connection connection, String slug, @Nullable UUID reader, JsonGenerator out)
            throws SQLException {
        var arguments = arguments(reader);
        arguments.put("slug", slug);
        var articles = rows(connection, sql.of("articleBySlug", arguments), arguments);
        var authors = authors(connection, articles);
        out.writeName("article");
        write(articles.getFirst(), authors, out);
    }

    private void tags(Connection connection, JsonGenerator out) throws SQLException {
        var arguments = arguments(null);
        arguments.put("limit", 1000);
        out.writeArrayPropertyStart("tags");
        for (var row : rows(connection, sql.of("tags", arguments), arguments)) {
            out.writeString((String) row.get("name"));
        }
        out.writeEndArray();
    }

    private static Map<String, @Nullable Object> arguments(@Nullable UUID reader) {
        var arguments = new HashMap<String, @Nullable Object>();
        arguments.put("reader", reader);
        arguments.put("filter", PlainSql.NO_FILTER);
        return arguments;
    }

    private Map<Object, Map<String, Object>> authors(Connection connection, List<Map<String, Object>> articles)
            throws SQLException {
        var ids = new LinkedHashSet<>();
        articles.forEach(article -> ids.add(value(article, "author_id")));
        var arguments = new HashMap<String, @Nullable Object>();
        arguments.put("ids", connection.createArrayOf("uuid", ids.toArray()));
        var authors = new HashMap<Object, Map<String, Object>>();
        for (var row : rows(connection, sql.of("publicProfiles", arguments), arguments)) {
            authors.put(value(row, "id"), row);
        }
        return authors;
    }

    private static List<Map<String, Object>> rows(
            Connection connection, PlainSql.Statement plain, Map<String, @Nullable Object> arguments)
            throws SQLException {
        try (var statement = connection.prepareStatement(plain.text())) {
            for (int i = 0; i < plain.arguments().size(); i++) {
                statement.setObject(i + 1, arguments.get(plain.arguments().get(i)));
            }
            try (var found = statement.executeQuery()) {
                var meta = found.getMetaData();
                var rows = new ArrayList<Map<String, Object>>();
                while (found.next()) {
                    var row = new HashMap<String, Object>();
                    for (int column = 1; column <= meta.getColumnCount(); column++) {
                        row.put(meta.getColumnLabel(column), found.getObject(column));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    private static void write(Map<String, Object> article, Map<Object, Map<String, Object>> authors, JsonGenerator out)
            throws SQLException {
        out.writeStartObject();
        for (var name : new String[] {"slug", "title", "description", "body"}) {
            if (article.containsKey(name)) {
                out.writeStringProperty(name, (String) article.get(name));
            }
        }
        out.writeArrayPropertyStart("tagList");
        for (var tag : (Object[]) ((Array) value(article, "tags")).getArray()) {
            out.writeString((String) tag);
        }
        out.writeEndArray();
        out.writeStringProperty("createdAt", time(value(article, "created_at")));
        out.writeStringProperty("updatedAt", time(value(article, "updated_at")));
        out.writeBooleanProperty("favorited", (Boolean) value(article, "favorited"));
        out.writeNumberProperty("favoritesCount", (Long) value(article, "favorites_count"));
        var author = Objects.requireNonNull(authors.get(value(article, "author_id")));
        out.writeObjectPropertyStart("author");
        out.writeStringProperty("username", (String) author.get("username"));
        out.writeStringProperty("bio", (String) author.get("bio"));
        out.writeStringProperty("image", (String) author.get("avatar_url"));
        out.writeBooleanProperty("following", (Boolean) value(article, "following"));
        out.writeEndObject();
        out.writeEndObject();
    }

    private static Object value(Map<String, Object> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static String time(Object timestamp) {
        return TIME.format(((Timestamp) timestamp).toInstant());
    }
}
