// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import dev.ashlar.bootstrap.StartRefused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parts of {@code DATABASE_URL}, or of that of a replica, as JDBC needs them.
 *
 * @param jdbcUrl without credentials, so that it may be printed
 * @param user null if the URL names none
 * @param password null if the URL names none
 */
record DatabaseUrl(
        String jdbcUrl, @Nullable String user, @Nullable String password) {
    static final String VARIABLE = "DATABASE_URL";
    static final String REPLICA_VARIABLE = "DATABASE_REPLICA_URL";

    /** A name or an address, and perhaps a port. */
    private static final String SERVER = "(?:\\[[0-9a-fA-F:.]+]|[^\\[\\]:@/?\\#,]+)(?::\\d{1,5})?";

    private static final Pattern FORM = Pattern.compile("""
            postgres(?:ql)?://
            (?:(?<user>[^:@/?\\#]+)(?::(?<password>[^@/?\\#]*))?@)?
            (?<servers>%1$s(?:,%1$s)*)
            /(?<database>[^/?\\#]+)
            (?<parameters>\\?[^\\#]*)?""".formatted(SERVER), Pattern.COMMENTS);

    private static final Pattern PORT = Pattern.compile(":(\\d+)$");

    /**
     * Reads the URL, which may name several servers, separated by commas. A bad one is refused without repeating it, since it may hold a
     * password.
     *
     * @param variable name for the refusal
     */
    static DatabaseUrl parse(String variable, String text) {
        var parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new StartRefused(variable
                    + " must look like postgres://user:password@host:port/database?sslmode=verify-full,"
                    + " with special characters in user and password percent-encoded.");
        }
        var servers = Arrays.stream(parts.group("servers").split(","))
                .map(server -> withPort(variable, server))
                .collect(Collectors.joining(","));
        // The driver decodes these as form data, where a plus is a space.
        var rest = "/" + parts.group("database") + Objects.requireNonNullElse(parts.group("parameters"), "");
        return new DatabaseUrl(
                "jdbc:postgresql://" + servers + rest.replace("+", "%2B"),
                decode(variable, parts.group("user")),
                decode(variable, parts.group("password")));
    }

    /** Reads the URL of a replica. It names one server, because the position of another one would not be its. */
    static DatabaseUrl parseReplica(String text) {
        var url = parse(REPLICA_VARIABLE, text);
        if (url.jdbcUrl.replaceFirst("\\?.*", "").contains(",")) {
            throw new StartRefused(REPLICA_VARIABLE
                    + " must name one server, whose position is compared with that of the primary."
                    + " Give instances of Ashlar different replicas instead.");
        }
        return url;
    }

    private static String withPort(String variable, String server) {
        var parts = PORT.matcher(server);
        if (!parts.find()) {
            return server + ":5432";
        }
        if (Integer.parseInt(parts.group(1)) > 65_535) {
            throw new StartRefused(
                    "The port in " + variable + " must be at most 65535, but it is " + parts.group(1) + ".");
        }
        return server;
    }

    private static @Nullable String decode(String variable, @Nullable String text) {
        try {
            return text == null ? null : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new StartRefused("A % in the user or password of " + variable + " must be written %25.");
        }
    }
}
