// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory of a process, in MiB.
 *
 * @param anonymous the part that belongs to no file; pages of files, such as the JVM's and those of the cache, the system can drop and read again
 */
record Memory(int resident, int anonymous) {
    /** Reads what Linux tells of a process. */
    static Memory of(long process) throws IOException {
        var facts = Files.readString(Path.of("/proc", Long.toString(process), "status"));
        return new Memory(mebibytes(facts, "VmRSS"), mebibytes(facts, "RssAnon"));
    }

    private static int mebibytes(String facts, String name) {
        var kibibytes = facts.replaceFirst("(?s).*\\b" + name + ":\\s+(\\d+) kB.*", "$1");
        return Integer.parseInt(kibibytes) / 1024;
    }
}
