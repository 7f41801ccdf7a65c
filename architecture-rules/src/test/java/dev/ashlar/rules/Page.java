// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Page of a rule in {@code docs/rules}: what the rule says, then examples below the headings <i>Breaks it</i> and <i>Keeps it</i>, each
 * perhaps below a title. An example consists of {@link Block}s. Those below the heading <i>Given</i> belong to each example
 * until the next such heading, unless the example has another block of the same file. A link to {@link SharedBlocks} gives theirs.
 * Quoted lines are the findings that must be reported.
 *
 * @param rule name of the rule
 * @param head all that comes before the examples
 * @param examples the examples, in the order of the page
 */
record Page(String rule, String head, List<Example> examples) {
    static final Path ROOT = Path.of("../docs/rules");

    /** The pages to try: all, or those that {@code -Donly} names. */
    static final List<Page> ALL = rules().stream()
            .filter(rule -> only().isEmpty() || only().contains(rule))
            .map(Page::read)
            .toList();

    private static final String FENCE = "```";
    private static final String QUOTE = "> ";

    static Path of(String rule) {
        return ROOT.resolve(rule + ".md");
    }

    static Page read(String rule) {
        try {
            return new Reader(rule).read(Files.readAllLines(of(rule)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of the rules that have a page. */
    static List<String> rules() {
        try (Stream<Path> pages = Files.list(ROOT)) {
            return pages.map(page -> page.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> only() {
        return Stream.of(System.getProperty("only", "").split(","))
                .filter(rule -> !rule.isEmpty())
                .toList();
    }

    private enum Section {
        HEAD,
        GIVEN,
        BREAKS,
        KEEPS;

        static Section of(String heading) {
            return switch (heading) {
                case "Given" -> GIVEN;
                case "Breaks it" -> BREAKS;
                case "Keeps it" -> KEEPS;
                default -> throw new IllegalArgumentException("No such section: " + heading);
            };
        }
    }

    /** Reads one page, line by line. */
    private static final class Reader {
        private final String rule;
        private final StringBuilder head = new StringBuilder();
        private final List<Example> examples = new ArrayList<>();
        private final Map<String, String> given = new LinkedHashMap<>();
        private final Map<String, String> own = new LinkedHashMap<>();
        private final List<String> findings = new ArrayList<>();
        private Section section = Section.HEAD;
        private String title = "";
        private boolean begun;

        Reader(String rule) {
            this.rule = rule;
        }

        Page read(List<String> lines) {
            for (int at = 0; at < lines.size(); at++) {
                var line = lines.get(at);
                if (line.startsWith("## ")) {
                    end();
                    section = Section.of(line.substring(3));
                    if (section == Section.GIVEN) {
                        given.clear();
                    }
                } else if (line.startsWith("### ")) {
                    end();
                    title = line.substring(4);
                    begun = true;
                } else if (section == Section.HEAD) {
                    head.append(line).append('\n');
                } else if (line.startsWith(FENCE)) {
                    int end = at + 1 + lines.subList(at + 1, lines.size()).indexOf(FENCE);
                    take(line.substring(FENCE.length()), lines.subList(at + 1, end));
                    at = end;
                } else if (line.startsWith(QUOTE)) {
                    findings.add(plain(line.substring(QUOTE.length())));
                } else if (!line.isBlank()) {
                    begun = true;
                    blocks().putAll(SharedBlocks.linkedIn(line));
                }
            }
            end();
            return new Page(rule, head.toString(), List.copyOf(examples));
        }

        private void take(String info, List<String> lines) {
            begun = true;
            try {
                blocks().putAll(Block.files(info, String.join("\n", lines) + "\n"));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(of(rule) + ": " + unknown.getMessage(), unknown);
            }
        }

        private Map<String, String> blocks() {
            return section == Section.GIVEN ? given : own;
        }

        /** A finding as it is reported: an item of a list, if there are several, without the escapes of Markdown. */
        private static String plain(String quoted) {
            return (quoted.startsWith("- ") ? quoted.substring(2) : quoted)
                    .replace("&lt;", "<")
                    .replace("\\*", "*");
        }

        private void end() {
            if (begun && section != Section.GIVEN) {
                var files = Block.assembled(given, own);
                examples.add(new Example(rule, section == Section.BREAKS, title, files, List.copyOf(findings)));
            }
            own.clear();
            findings.clear();
            title = "";
            begun = false;
        }
    }
}
