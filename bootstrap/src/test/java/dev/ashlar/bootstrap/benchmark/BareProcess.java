// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** {@link BareConduit} in a separate process. */
final class BareProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Serves (http://\\S+)");

    private final Process process;
    private final URI address;

    private BareProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static BareProcess start(Path home, String url, String secret) {
        var output = home.resolve("bare.log");
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xms512m",
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BareConduit.class.getName(),
                            url,
                            secret)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> !process.isAlive()
                            || ADDRESS.matcher(Files.readString(output)).find());
            var announced = ADDRESS.matcher(Files.readString(output));
            if (!announced.find()) {
                throw new IllegalStateException("The bare servlet did not start:\n" + Files.readString(output));
            }
            return new BareProcess(process, URI.create(announced.group(1)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A connection for one client. */
    HttpConnection connect() {
        return new HttpConnection(address);
    }

    /** Memory that the process uses now. */
    Memory memory() {
        return Memory.of(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
