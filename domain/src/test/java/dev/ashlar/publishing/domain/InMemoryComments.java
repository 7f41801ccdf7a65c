// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@link Comments} without a database. */
public final class InMemoryComments implements Comments {
    private final Map<Long, Row> rows = new TreeMap<>();
    private long last;

    @Override
    public long insert(Comment comment) {
        last++;
        rows.put(last, new Row(comment, null));
        return last;
    }

    @Override
    public Optional<Comment> find(ArticleId article, long number) {
        return Optional.ofNullable(rows.get(number))
                .filter(Row::isLive)
                .map(Row::comment)
                .filter(comment -> comment.articleId().equals(article));
    }

    @Override
    public boolean delete(CommentId id, Instant now) {
        return change(row -> row.isLive() && row.comment().id().equals(id), row -> row.with(status(row), now, now));
    }

    @Override
    public boolean restore(ArticleId article, long number, Instant now) {
        var wanted = rows.get(number);
        return change(
                row -> row.equals(wanted)
                        && !row.isLive()
                        && row.comment().articleId().equals(article),
                row -> row.with(status(row), now, null));
    }

    @Override
    public int purge(Instant deletedBefore, int limit) {
        var old = rows.entrySet().stream()
                .filter(row -> row.getValue().wasDeletedBefore(deletedBefore))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        old.forEach(rows::remove);
        return old.size();
    }

    @Override
    public boolean move(CommentId id, CommentStatus from, CommentStatus to, Instant now) {
        return change(
                row -> row.isLive() && row.comment().id().equals(id) && status(row) == from,
                row -> row.with(to, now, null));
    }

    private boolean change(Predicate<Row> wanted, UnaryOperator<Row> change) {
        var found = rows.entrySet().stream()
                .filter(row -> wanted.test(row.getValue()))
                .findFirst();
        found.ifPresent(row -> row.setValue(change.apply(row.getValue())));
        return found.isPresent();
    }

    private static CommentStatus status(Row row) {
        return row.comment().status();
    }

    private record Row(Comment comment, @Nullable Instant deletedAt) {
        boolean isLive() {
            return deletedAt == null;
        }

        boolean wasDeletedBefore(Instant time) {
            return deletedAt != null && deletedAt.isBefore(time);
        }

        Row with(CommentStatus status, Instant now, @Nullable Instant deleted) {
            return new Row(
                    new Comment(
                            comment.id(),
                            comment.articleId(),
                            comment.authorId(),
                            comment.body(),
                            status,
                            comment.createdAt(),
                            now),
                    deleted);
        }
    }
}
