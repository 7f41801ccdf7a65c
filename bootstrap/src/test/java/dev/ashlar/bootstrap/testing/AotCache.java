// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;

/**
 * Cache of the classes that Ashlar loads at its start, made once in a build that starts it often ({@code -Daot.cache=true}, which the
 * exhaustive lane sets): a process serves after 7 seconds instead of 10, and the training takes as long as four starts.
 */
final class AotCache {
    private static final Path DIRECTORY = Path.of("target", "aot").toAbsolutePath();
    private static final Path CACHE = DIRECTORY.resolve("ashlar.aot");
    private static final boolean IS_ON = Boolean.getBoolean("aot.cache");

    private AotCache() {}

    /** The class path in the form that a cache can be made for: without directories. */
    static String classPath(String classPath) {
        return IS_ON ? locked(() -> withoutDirectories(classPath)) : classPath;
    }

    /** Options that make a process on {@link #classPath} start from the cache. */
    static List<String> options(String classPath, List<String> others) {
        if (!IS_ON) {
            return List.of();
        }
        return locked(() -> {
            if (!Files.exists(CACHE)) {
                train(classPath, others);
            }
            return List.of("-XX:AOTCache=" + CACHE);
        });
    }

    private static void train(String classPath, List<String> others) throws IOException {
        var made = DIRECTORY.resolve("in-training.aot");
        var options = new ArrayList<>(others);
        options.add("-XX:AOTCacheOutput=" + made);
        try (var ashlar = AshlarProcess.ready(AshlarProcess.start(options, classPath, DIRECTORY.resolve("home")))) {
            ashlar.terminate();
            ashlar.awaitEnd();
        }
        Files.move(made, CACHE);
    }

    private static String withoutDirectories(String classPath) throws IOException {
        var entries =
                Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
        for (int i = 0; i < entries.size(); i++) {
            if (Files.isDirectory(entries.get(i)) && !isUpToDate(jar(i), entries.get(i))) {
                pack(entries.get(i), jar(i));
                Files.deleteIfExists(CACHE);
            }
        }
        return IntStream.range(0, entries.size())
                .mapToObj(i -> (Files.isDirectory(entries.get(i)) ? jar(i) : entries.get(i)).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isUpToDate(Path jar, Path directory) throws IOException {
        if (!Files.exists(jar)) {
            return false;
        }
        var packed = Files.getLastModifiedTime(jar);
        try (var newer = Files.find(
                directory,
                Integer.MAX_VALUE,
                (file, attributes) -> attributes.lastModifiedTime().compareTo(packed) > 0)) {
            return newer.findAny().isEmpty();
        }
    }

    private static Path jar(int position) {
        return DIRECTORY.resolve("classes-" + position + ".jar");
    }

    private static void pack(Path directory, Path jar) throws IOException {
        try (var files = Files.walk(directory);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            // Directories too: Spring looks for classes below those that a jar names.
            for (var file : files.skip(1).sorted().toList()) {
                var name = directory.relativize(file).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + '/' : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
            }
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** Test processes share the cache: one makes it, the others wait. */
    private static synchronized <T> T locked(Work<T> work) {
        try {
            Files.createDirectories(DIRECTORY);
            try (var file = FileChannel.open(
                            DIRECTORY.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = file.lock()) {
                return work.run();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
