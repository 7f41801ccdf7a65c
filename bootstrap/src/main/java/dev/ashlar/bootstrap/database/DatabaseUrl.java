package dev.ashlar.bootstrap.database;

import dev.ashlar.bootstrap.StartRefused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parts of {@code DATABASE_URL} as JDBC needs them.
 *
 * @param jdbcUrl without credentials, so that it may be printed
 * @param user null if the URL names none
 * @param password null if the URL names none
 */
record DatabaseUrl(
        String jdbcUrl, @Nullable String user, @Nullable String password) {
    static final String VARIABLE = "DATABASE_URL";

    private static final Pattern FORM = Pattern.compile("""
            postgres(?:ql)?://
            (?:(?<user>[^:@/?\\#]+)(?::(?<password>[^@/?\\#]*))?@)?
            (?<host>\\[[0-9a-fA-F:.]+]|[^\\[\\]:@/?\\#,]+)
            (?::(?<port>\\d{1,5}))?
            /(?<database>[^/?\\#]+)
            (?<parameters>\\?[^\\#]*)?""", Pattern.COMMENTS);

    /** Reads the URL. A bad one is refused without repeating it, since it may hold a password. */
    static DatabaseUrl parse(String text) {
        var parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new StartRefused(VARIABLE
                    + " must look like postgres://user:password@host:port/database?sslmode=verify-full,"
                    + " with special characters in user and password percent-encoded.");
        }
        var port = Objects.requireNonNullElse(parts.group("port"), "5432");
        if (Integer.parseInt(port) > 65_535) {
            throw new StartRefused("The port in " + VARIABLE + " must be at most 65535, but it is " + port + ".");
        }
        // The driver decodes these as form data, where a plus is a space.
        var rest = "/" + parts.group("database") + Objects.requireNonNullElse(parts.group("parameters"), "");
        return new DatabaseUrl(
                "jdbc:postgresql://" + parts.group("host") + ":" + port + rest.replace("+", "%2B"),
                decode(parts.group("user")),
                decode(parts.group("password")));
    }

    private static @Nullable String decode(@Nullable String text) {
        try {
            return text == null ? null : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new StartRefused("A % in the user or password of " + VARIABLE + " must be written %25.");
        }
    }
}
