// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.Resource;

/**
 * Files that a changelog includes, as Liquibase looks for them: a path leads from the changelog's directory or, if there is nothing, from
 * the nearest directory above it where there is something. One of those is the root of the class path.
 */
final class Includes extends CompositeResourceAccessor {
    /** The changelog's own one first. */
    private final List<Path> directories;

    Includes(Path directory) {
        directories =
                Stream.iterate(directory, Objects::nonNull, Path::getParent).toList();
    }

    /** Returns the file that Liquibase finds by a path. */
    Path file(String path) {
        return home(path).resolve(plain(path));
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        return accessor(path).getAll(plain(path));
    }

    @Override
    public List<Resource> search(String path, SearchOptions options) throws IOException {
        return accessor(path).search(plain(path), options);
    }

    @Override
    public List<Resource> search(String path, boolean recursive) throws IOException {
        return accessor(path).search(plain(path), recursive);
    }

    @Override
    public void close() {} // directories hold nothing open

    private DirectoryResourceAccessor accessor(String path) throws FileNotFoundException {
        return new DirectoryResourceAccessor(home(path));
    }

    private Path home(String path) {
        return directories.stream()
                .filter(directory -> Files.exists(directory.resolve(plain(path))))
                .findFirst()
                .orElse(directories.get(0));
    }

    private static String plain(String path) {
        return path.replaceFirst("^classpath:/?", "");
    }
}
