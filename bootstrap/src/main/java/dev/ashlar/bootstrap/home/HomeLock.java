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
 * That one process at a time uses a home. The operating system holds the lock and drops it with the process, however
 * that ends: a lock file that a crash left behind locks nothing.
 */
public final class HomeLock implements AutoCloseable {
    private static final String FILE = "lock";
    /** Far behind the process id, since Windows would not let others read a locked part of the file. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    /** Asked before the file is touched: closing a second channel on it would, on Linux, drop this process's lock. */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Takes the lock, or refuses naming the process that has it. */
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
