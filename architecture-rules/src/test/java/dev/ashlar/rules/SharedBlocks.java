// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Blocks that several pages have in common: the sections of {@code docs/shop.md}, to which the pages link. */
final class SharedBlocks {
    private static final Path FILE = Path.of("../docs/shop.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(\\.\\./shop\\.md#([a-z-]+)\\)");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## ([^\\n]+)\\n(.*?)(?=^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\S[^\\n]*)\\n(.*?\\n)```$");
    private static final Map<String, Map<String, String>> BY_ANCHOR = sections();

    private SharedBlocks() {}

    /** The files, or parts of files, of the sections that a line links to. */
    static Map<String, String> linkedIn(String line) {
        var files = new LinkedHashMap<String, String>();
        for (var anchor : linksIn(line)) {
            files.putAll(Objects.requireNonNull(BY_ANCHOR.get(anchor), () -> FILE + " has no section " + anchor));
        }
        return files;
    }

    /** The names of the sections. */
    static Set<String> anchors() {
        return BY_ANCHOR.keySet();
    }

    /** The names of the sections that a line links to. */
    static List<String> linksIn(String line) {
        return LINK.matcher(line).results().map(link -> link.group(1)).toList();
    }

    private static Map<String, Map<String, String>> sections() {
        var sections = new LinkedHashMap<String, Map<String, String>>();
        SECTION.matcher(text()).results().forEach(section -> {
            var files = new LinkedHashMap<String, String>();
            BLOCK.matcher(section.group(2))
                    .results()
                    .forEach(block -> files.putAll(Block.files(block.group(1), block.group(2))));
            sections.put(section.group(1).toLowerCase(Locale.ROOT).replace(' ', '-'), files);
        });
        return sections;
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
