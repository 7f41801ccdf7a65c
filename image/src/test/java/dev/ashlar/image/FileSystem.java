// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;

/**
 * File system of the container image: a Java runtime with the C library of this machine, Ashlar as single jars, and the AOT cache of a
 * training run. The build of the image runs it.
 */
final class FileSystem {
    /** Time that Jib gives to all files. The cache compares that of the jars with the one of the training. */
    private static final FileTime TIME = FileTime.fromMillis(1000);

    private static final String USER = "ashlar:x:65532:";

    private FileSystem() {}

    /** @param arguments directory of the project */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var project = Path.of(arguments[0]).toAbsolutePath();
        var root = project.resolve("image/target/root");
        delete(root);
        delete(project.resolve("image/target/jib-cache")); // Jib takes files of the same time for unchanged
        Files.createDirectories(
                project.resolve("image/target/classes")); // Jib looks there for a program of this module
        JavaRuntime.link(root, ShippedOptions.of(project));
        unpack(project.resolve("bootstrap/target/ashlar.jar"), root);
        addSystemFiles(root);
        setTimes(root);
        Training.run(root, project.resolve("deploy/postgres/roles.sql"), project.resolve("image/target/training.log"));
        setTimes(root);
    }

    /** A cache is made for jars on a class path, not for jars in a jar. */
    private static void unpack(Path jar, Path root) throws IOException, InterruptedException {
        Command.run(List.of(
                JavaRuntime.java(root).toString(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                root.resolve("opt/ashlar").toString()));
    }

    private static void addSystemFiles(Path root) throws IOException {
        Files.createDirectories(root.resolve("tmp"));
        var settings = Files.createDirectories(root.resolve("etc"));
        Files.writeString(settings.resolve("passwd"), USER + "65532::/tmp:/sbin/nologin\n");
        Files.writeString(settings.resolve("group"), USER + "\n");
        Files.writeString(settings.resolve("nsswitch.conf"), "hosts: files dns\n");
    }

    private static void setTimes(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, TIME);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
