// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Fingerprint of Liquibase, the changelogs on the class path and the history of migrations, in the comment of the history's table. A migration
 * leaves it there when Liquibase has found nothing pending. While all are the same, a start does not ask Liquibase, which would parse all changelogs
 * (measured with the packaged jar in production: 5 % of the processor time of the start, and 20 MB at rest).
 */
public final class CheckedHistory {
    private static final Logger log = LoggerFactory.getLogger(CheckedHistory.class);

    private static final String CHANGELOGS = "db/changelog/";
    private static final String VERSION = "liquibase.build.properties"; // of Liquibase, which is not loaded for it
    /** Digest of all rows, and the fingerprint that the comment keeps. */
    private static final String HISTORY = """
            SELECT
                md5(string_agg(
                    concat_ws('|', author, id, filename, exectype, md5sum), ',' ORDER BY orderexecuted, author, id, filename
                )) AS rows,
                obj_description('databasechangelog'::regclass, 'pg_class') AS kept
            FROM databasechangelog""";

    private CheckedHistory() {}

    /** Returns true if there is a history, without which Liquibase would try to create one. */
    static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT to_regclass('databasechangelog') IS NOT NULL")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Returns true if the changelogs and the history are those that Liquibase has found complete. */
    public static boolean isUnchanged(Connection connection) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(HISTORY)) {
            return row.next() && fingerprint(row.getString("rows")).equals(row.getString("kept"));
        } catch (SQLException noHistory) {
            log.debug("History of migrations not compared", noHistory);
            return false;
        }
    }

    /** Returns the fingerprint of the changelogs and the history. */
    static String fingerprint(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(HISTORY)) {
            row.next();
            return fingerprint(row.getString("rows"));
        }
    }

    /** Keeps a fingerprint at which Liquibase has found nothing pending; the caller commits. */
    static void keep(Connection connection, String fingerprint) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("COMMENT ON TABLE databasechangelog IS '" + fingerprint + "'");
        }
    }

    private static String fingerprint(String rows) {
        try {
            return hash(String.join("\n", changelogs()).getBytes(StandardCharsets.UTF_8)) + " " + rows;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the version of Liquibase, and path and hash of each changelog. One that is there twice counts twice, because Liquibase refuses it. */
    private static List<String> changelogs() throws IOException, NoSuchAlgorithmException {
        var changelogs = new ArrayList<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + CHANGELOGS + "**/*.*")) {
            var address = file.getURL().toString();
            changelogs.add(
                    address.substring(address.lastIndexOf(CHANGELOGS)) + " " + hash(file.getContentAsByteArray()));
        }
        Collections.sort(changelogs);
        changelogs.addFirst(new ClassPathResource(VERSION).getContentAsString(StandardCharsets.UTF_8));
        return changelogs;
    }

    private static String hash(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
