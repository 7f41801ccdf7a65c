// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import static dev.ashlar.bootstrap.benchmark.JdbcTransaction.caused;
import static dev.ashlar.bootstrap.benchmark.JdbcTransaction.now;
import static dev.ashlar.bootstrap.benchmark.JdbcTransaction.one;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.util.PGobject;

/**
 * Articles, favorites and adjustments as the application writes them, in the same transactions and with the same statements in the
 * same order, but without the application.
 */
final class WritingByJdbc {
    private static final Map<String, Object> WITH_READER = Map.of("reader", Timetable.student(0));
    private static final String ANSWER = "{\"id\":\"" + "x".repeat(300) + "\"}";

    private final MapperSql declare = MapperSql.of("kernel.persistence.CauseMapper", "declare");
    private final MapperSql claim = MapperSql.of("kernel.persistence.IdempotencyKeysMapper", "claim");
    private final MapperSql answer = MapperSql.of("kernel.persistence.IdempotencyKeysMapper", "complete");
    private final MapperSql post = MapperSql.of("wallet.persistence.WalletMapper", "post");
    private final MapperSql findBySlug = MapperSql.of("publishing.persistence.ArticleMapper", "findBySlug");
    private final MapperSql insert = MapperSql.of("publishing.persistence.ArticleMapper", "insert");
    private final MapperSql createTags = MapperSql.of("publishing.persistence.TagMapper", "create");
    private final MapperSql indexTags = MapperSql.of("publishing.persistence.TagMapper", "index");
    private final MapperSql favorite = MapperSql.of("publishing.persistence.FavoriteMapper", "add");
    private final MapperSql show = MapperSql.of("publishing.persistence.ArticleViewMapper", "article", WITH_READER);
    private final DataSource connections;

    WritingByJdbc(DataSource connections) {
        this.connections = connections;
    }

    void adjust(int number) throws SQLException {
        JdbcTransaction.run(connections, connection -> {
            var values = caused(ConduitData.READER, "POST /api/v1/wallets/{userId}/adjustments");
            values.put("principal", ConduitData.READER);
            values.put("key", "adjust-" + number);
            values.put("requestHash", "0".repeat(64));
            values.put("answer.status", 201);
            values.put("answer.body", ANSWER);
            values.put("posting.id", UUID.randomUUID());
            values.put("posting.userId", Timetable.student(number));
            values.put("posting.movement.usageType", "adjustment");
            values.put("posting.movement.delta", 1L);
            values.put("posting.movement.idempotencyKey", "adjustment:jdbc:" + number);
            values.put("posting.movement.reason", "Benchmark");
            values.put("posting.at", now());
            declare.send(connection, values);
            one(claim.send(connection, values));
            one(post.send(connection, values));
            one(answer.send(connection, values));
        });
    }

    void favorite(int number) throws SQLException {
        JdbcTransaction.run(connections, connection -> {
            var values = caused(ConduitData.READER, "POST /api/articles/{slug}/favorite");
            values.put("slug", ConduitData.slug(WritingBenchmark.favored(number)));
            values.put("article", ConduitData.article(WritingBenchmark.favored(number)));
            values.put("id", ConduitData.article(WritingBenchmark.favored(number)));
            values.put("reader", Timetable.student(number));
            one(findBySlug.send(connection, values));
            declare.send(connection, values);
            one(favorite.send(connection, values));
            one(show.send(connection, values));
        });
    }

    void publish(int number) throws SQLException {
        JdbcTransaction.run(connections, connection -> {
            var values = caused(ConduitData.READER, "POST /api/articles");
            var id = UUID.randomUUID();
            var status = new PGobject();
            status.setType("publishing.article_status");
            status.setValue("published");
            values.put("article.id", id);
            values.put("article.slug", "plain-jdbc-" + number);
            values.put("spareSlug", "plain-jdbc-" + number + "-" + id);
            values.put("article.text.title", "Plain JDBC " + number);
            values.put("article.text.description", WritingBenchmark.DESCRIPTION);
            values.put("article.text.body", WritingBenchmark.BODY);
            values.put(
                    "article.text.tags",
                    connection.createArrayOf(
                            "text", WritingBenchmark.tags(number).toArray()));
            values.put("article.filing.authorId", ConduitData.READER);
            values.put("article.publication.status", status);
            values.put("article.publication.publishedAt", now());
            values.put("article.createdAt", now());
            values.put("article.updatedAt", now());
            values.put("article.version", 0);
            values.put("names", values.get("article.text.tags"));
            values.put("ids", connection.createArrayOf("uuid", new Object[] {UUID.randomUUID(), UUID.randomUUID()}));
            values.put("article", id);
            values.put("id", id);
            values.put("reader", ConduitData.READER);
            declare.send(connection, values);
            one(insert.send(connection, values));
            createTags.send(connection, values);
            indexTags.send(connection, values);
            one(show.send(connection, values));
        });
    }
}
