// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.home;

import dev.ashlar.bootstrap.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lock that lets one process at a time use a home. The operating system releases it with the process, however that ends: a
 * lock file left by a crash locks nothing.
 */
public final class HomeLock implements AutoCloseable {
    private static final String FILE = "lock";
    /** Far behind the process id, since Windows does not let others read a locked part of the file. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    /** Checked before the file is opened: on Linux, closing a second channel on it would release this process's lock. */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Takes the lock, or refuses with the process that holds it. */
    public static HomeLock take(AshlarHome home) {
        var directory = home.create().directory();
        if (!HELD_BY_THIS_PROCESS.add(directory)) {
            throw taken(directory, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new HomeLock(directory, lock(directory));
        } catch (IOException failed) {
            HELD_BY_THIS_PROCESS.remove(directory);
            throw new UncheckedIOException(failed);
        } catch (StartRefused taken) {
            HELD_BY_THIS_PROCESS.remove(directory);
            throw taken;
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
            channel.close();
            throw taken(directory, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        return channel;
    }

    private static StartRefused taken(Path directory, String pid) {
        return new StartRefused("Another Ashlar (process " + pid + ") is running on " + directory
                + "; stop it, or start this one on another directory with --" + AshlarHome.PROPERTY + "=...");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            HELD_BY_THIS_PROCESS.remove(home);
        }
    }
}
