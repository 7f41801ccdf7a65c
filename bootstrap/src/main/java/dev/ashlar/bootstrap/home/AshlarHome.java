// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.env.Environment;

/**
 * Directory for the database and the secrets of a start without configuration: {@code .ashlar} in the working directory
 * unless {@code ashlar.home} names another. Only its owner may read it.
 *
 * @param directory absolute path; it need not exist yet
 */
public record AshlarHome(Path directory) {
    public static final String PROPERTY = "ashlar.home";

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public AshlarHome {
        directory = directory.toAbsolutePath().normalize();
    }

    public static AshlarHome of(Environment environment) {
        return new AshlarHome(Path.of(environment.getProperty(PROPERTY, ".ashlar")));
    }

    public Path resolve(String name) {
        return directory.resolve(name);
    }

    /** Creates the directory if it is missing. */
    public AshlarHome create() {
        try {
            Files.createDirectories(directory, ownerOnly("rwx------"));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns a random secret, which is drawn once and then kept. */
    public String secret(String name) {
        var file = resolve(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            var bytes = new byte[SECRET_BYTES];
            RANDOM.nextBytes(bytes);
            var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            write(name, secret + "\n");
            return secret;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes a file that only its owner may read. The write is atomic: a crash leaves the old content or the new. */
    public void write(String name, String content) throws IOException {
        create();
        var draft = Files.createTempFile(directory, name, ".tmp", ownerOnly("rw-------"));
        Files.writeString(draft, content);
        Files.move(draft, resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        // On Windows a new file inherits the rights of its folder, which in a user's folder are the owner's.
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
