// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import dev.ashlar.rules.files.TextFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java sources of a project, by package and file name. */
final class SourceFiles {
    private final Map<String, Path> byEnding = new HashMap<>();
    private final Map<Path, List<String>> lines = new HashMap<>();
    private final List<Path> roots;

    private SourceFiles(List<Path> roots) {
        this.roots = roots;
    }

    static SourceFiles under(List<Path> roots) {
        var sources = new SourceFiles(roots);
        for (var root : roots) {
            TextFiles.under(root, ".*\\.java").forEach(sources::add);
        }
        return sources;
    }

    boolean given() {
        return !roots.isEmpty();
    }

    private void add(Path file) {
        var declared = lines(file).stream()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.replaceFirst("package ([\\w.]+);.*", "$1"))
                .findFirst()
                .orElse("");
        byEnding.put(declared + "/" + file.getFileName(), file);
    }

    @Nullable
    Path find(String packageName, String fileName) {
        return byEnding.get(packageName + "/" + fileName);
    }

    List<String> lines(Path file) {
        return lines.computeIfAbsent(file, TextFiles::lines);
    }
}
