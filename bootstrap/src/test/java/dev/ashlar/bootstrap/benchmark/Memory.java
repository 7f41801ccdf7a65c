// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Memory that a JVM uses.
 *
 * @param heap bytes in use after a full collection
 * @param resident bytes of the process in memory, before that collection; -1 where there is no {@code /proc}
 */
record Memory(long heap, long resident) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /** Of the JVM with that process id, which must be the user's own. */
    static Memory of(long pid) {
        try {
            long resident = resident(pid);
            jcmd(pid, "GC.run");
            var used = USED.matcher(jcmd(pid, "GC.heap_info"));
            if (!used.find()) {
                throw new IllegalStateException("jcmd does not tell how much of the heap is used");
            }
            return new Memory(Long.parseLong(used.group(1)) * 1024, resident);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String jcmd(long pid, String command) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long resident(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return -1;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(-1);
        }
    }

    @Override
    public String toString() {
        var text = String.format(Locale.ROOT, "heap %d MiB after a full collection", heap >> 20);
        return resident < 0 ? text : text + String.format(Locale.ROOT, ", RSS %d MiB before it", resident >> 20);
    }
}
