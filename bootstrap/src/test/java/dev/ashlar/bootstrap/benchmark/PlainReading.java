// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The reading half of the RealWorld API by Ashlar's SQL (see {@link PlainSql}) over plain JDBC, the rows written out by hand. */
final class PlainReading {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final PlainSql sql = new PlainSql();
    private final JsonMapper json = JsonMapper.shared();

    /** Writes what the API answers. */
    void answer(String path, @Nullable UUID reader, Connection connection, OutputStream body)
            throws SQLException, IOException {
        var what = path.substring(path.indexOf('/', 1) + 1);
        try (var out = json.createGenerator(body)) {
            out.writeStartObject();
            switch (what) {
                case "articles" -> list(connection, "articles", reader, out);
                case "articles/feed" -> list(connection, "feed", reader, out);
                case "tags" -> tags(connection, out);
                default -> article(connection, what.substring("articles/".length()), reader, out);
            }
            out.writeEndObject();
        }
    }

    private void list(Connection connection, String list, @Nullable UUID reader, JsonGenerator out)
            throws SQLException {
        var arguments = arguments(reader);
        arguments.put("limit", 20);
        arguments.put("offset", 0);
        var articles = rows(connection, sql.of(list, arguments), arguments);
        out.writeArrayPropertyStart("articles");
        for (var article : articles) {
            write(article, out);
        }
        out.writeEndArray();
        out.writeNumberProperty("articlesCount", (Long) value(articles.getFirst(), "total"));
    }

    private void article(Connection connection, String slug, @Nullable UUID reader, JsonGenerator out)
            throws SQLException {
        var arguments = arguments(reader);
        arguments.put("slug", slug);
        var articles = rows(connection, sql.of("article", arguments), arguments);
        out.writeName("article");
        write(articles.getFirst(), out);
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

    private static void write(Map<String, Object> article, JsonGenerator out) throws SQLException {
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
        out.writeObjectPropertyStart("author");
        out.writeStringProperty("username", (String) article.get("username"));
        out.writeStringProperty("bio", (String) article.get("bio"));
        out.writeStringProperty("image", (String) article.get("avatar_url"));
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
