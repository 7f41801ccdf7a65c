// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.slice;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** New key pair of a TLS server on this host, with a certificate that clients can trust. */
public final class LocalhostKeys {
    /** Password of the file. */
    public static final String PASSWORD = "changeit";

    private final Path file;

    /** Makes the keys in a file of this directory. */
    public LocalhostKeys(Path directory) {
        file = directory.resolve("keys.p12");
        try {
            var keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "localhost",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Returns the file, in the format PKCS #12. */
    public Path file() {
        return file;
    }

    /** Returns the keys for a server, and the trust in them for its clients. */
    public SslBundle bundle() {
        try {
            var keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            keys.setCertificateEntry("trusted", keys.getCertificate("localhost"));
            return SslBundle.of(SslStoreBundle.of(keys, PASSWORD, keys));
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
