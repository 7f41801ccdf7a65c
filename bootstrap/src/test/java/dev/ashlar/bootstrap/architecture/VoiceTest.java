// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Javadoc, test names and pages in the forms of the field, so that a reader of Spring's never stops at a sentence. */
class VoiceTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** A Javadoc comment or tag that begins with a clause instead of a noun or a verb. */
    private static final Pattern CLAUSE = Pattern.compile(
            "(?:/\\*\\*|\\* @(?:param \\S+|return))\\s+(?:\\*\\s+)?(What|Whether|Who|Whoever|Whose|How|Where|Which|Why)\\b");

    private static final Pattern HOUSE_PHRASE = Pattern.compile(
            "^\\s*(?:/\\*\\*|\\*|//).*\\b(somebody|whoever|as ever|of its own|of their own|comes by|so many of|the one who)\\b");

    private static final Pattern PAGE_PHRASE =
            Pattern.compile("\\b([Ss]omebody|[Ww]hoever|as ever|comes by|so many of|the one who)\\b");

    private static final Pattern TEST = Pattern.compile(
            "(?m)^    @(?:Test|ParameterizedTest|RepeatedTest|Property|TestFactory)\\b[^{;]*?\\s(?:void|Stream<[^>]*>)\\s+([A-Za-z0-9]+)\\(");

    private static final Pattern WORD = Pattern.compile("[A-Z0-9]");

    @Test
    void javadocBeginsWithANounOrAVerb() {
        assertThat(findings(CLAUSE, sources())).isEmpty();
    }

    @Test
    void commentsUseThePlainTermsOfTheField() {
        assertThat(findings(HOUSE_PHRASE, sources())).isEmpty();
    }

    @Test
    void pagesUseThePlainTermsOfTheField() {
        var pages = Stream.concat(
                        files(ROOT.resolve("docs"), ".md"),
                        Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                .map(ROOT::resolve))
                .toList();
        assertThat(findings(PAGE_PHRASE, pages)).isEmpty();
    }

    @Test
    void testNamesHaveMoreThanOneWord() {
        var single = new ArrayList<String>();
        for (var file : sources()) {
            var names = TEST.matcher(read(file));
            while (names.find()) {
                if (WORD.matcher(names.group(1)).results().count() < 1) {
                    single.add(ROOT.relativize(file) + ": " + names.group(1));
                }
            }
        }
        assertThat(single).isEmpty();
    }

    private static List<String> findings(Pattern pattern, List<Path> files) {
        var findings = new ArrayList<String>();
        for (var file : files) {
            var text = read(file);
            var found = Pattern.compile(pattern.pattern(), Pattern.MULTILINE).matcher(text);
            while (found.find()) {
                long line = text.substring(0, found.start()).lines().count();
                findings.add(ROOT.relativize(file) + ":" + (line + 1) + " "
                        + found.group().strip());
            }
        }
        return findings;
    }

    private static List<Path> sources() {
        try (var modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(source -> files(source, ".java"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> files(Path directory, String ending) {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
