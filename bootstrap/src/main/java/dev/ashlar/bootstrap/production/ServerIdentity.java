// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import dev.ashlar.bootstrap.database.ConnectionSettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;
import org.springframework.core.env.Environment;

/** Rules of production for the connection: the database proves its identity, by the settings as the driver resolves them. */
final class ServerIdentity {
    /** Factories that check certificates. A factory of another name may check nothing. */
    private static final Set<String> CHECKING_FACTORIES = Set.of(
            "org.postgresql.ssl.LibPQFactory",
            "org.postgresql.ssl.jdbc4.LibPQFactory",
            "org.postgresql.ssl.DefaultJavaSSLFactory",
            "org.postgresql.ssl.SingleCertValidatingFactory");
    /** Settings that lead the pool past {@code DATABASE_URL}. */
    private static final List<String> BYPASSES = List.of(
            "spring.datasource.type",
            "spring.datasource.driver-class-name",
            "spring.datasource.jndi-name",
            "spring.datasource.hikari.jdbc-url",
            "spring.datasource.hikari.username",
            "spring.datasource.hikari.password",
            "spring.datasource.hikari.driver-class-name",
            "spring.datasource.hikari.data-source-class-name",
            "spring.datasource.hikari.data-source-j-n-d-i");

    private ServerIdentity() {}

    static Stream<String> violations(ConnectionSettings connection, Environment settings) {
        if (connection.url().isBlank()) {
            return Stream.of("DATABASE_URL is not set, and the embedded database is for development only.");
        }
        return Stream.concat(
                unverified(connection).stream(),
                BYPASSES.stream()
                        .filter(settings::containsProperty)
                        .map(name -> name + " is set; name the database by DATABASE_URL alone."));
    }

    /** Returns the violations of a replica, which has the roles of the database: the rights of its user are checked there. */
    static Stream<String> violationsOfReplica(ConnectionSettings replica, ConnectionSettings database) {
        return Stream.concat(
                unverified(replica).stream(),
                Objects.equals(userOf(replica), userOf(database))
                        ? Stream.empty()
                        : Stream.of("DATABASE_URL names another user than that of the primary; leave it out."));
    }

    private static @Nullable String userOf(ConnectionSettings connection) {
        var driver = connection.resolved();
        return driver == null ? null : PGProperty.USER.getOrDefault(driver);
    }

    private static Optional<String> unverified(ConnectionSettings connection) {
        var driver = connection.resolved();
        if (driver == null) {
            return Optional.of("DATABASE_URL does not name a PostgreSQL that the driver understands.");
        }
        var factory = PGProperty.SSL_FACTORY.getOrDefault(driver);
        if (factory != null && !CHECKING_FACTORIES.contains(factory)) {
            return Optional.of("DATABASE_URL has sslfactory=" + factory + ", which may accept every certificate;"
                    + " leave it out, and name the authority by sslrootcert.");
        }
        if (PGProperty.SSL_HOSTNAME_VERIFIER.getOrDefault(driver) != null) {
            return Optional.of("DATABASE_URL has an sslhostnameverifier, which may accept every host; leave it out.");
        }
        try {
            var mode = SslMode.of(driver);
            return mode.verifyCertificate()
                    ? Optional.empty()
                    : Optional.of(
                            "DATABASE_URL must say sslmode=verify-full (or verify-ca), so that the database proves"
                                    + " its identity; the driver reads it as " + mode.value + ".");
        } catch (PSQLException unknown) {
            return Optional.of("DATABASE_URL must say sslmode=verify-full (or verify-ca): " + unknown.getMessage());
        }
    }
}
