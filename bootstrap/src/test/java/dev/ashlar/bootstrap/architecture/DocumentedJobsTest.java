// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tables of jobs on the pages, which have each job with its schedule. */
class DocumentedJobsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern DECLARATION =
            Pattern.compile("@Job\\(name = \"([^\"]+)\", (?:every = \"(\\d+)([smh])\"|cron = \"([^\"]+)\")");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z]+\\.[a-z-]+)` \\| (hourly|every [^|]+|\\d\\d:\\d\\d UTC) \\| [^|]+ \\|$");
    private static final Pattern DAILY = Pattern.compile("0 (\\d+) (\\d+) \\* \\* \\*");
    private static final Pattern EVERY_MINUTES = Pattern.compile("0 0/(\\d+) \\* \\* \\* \\*");

    @Test
    void namesEachJobWithItsSchedule() {
        var declared = found(ROOT.resolve("application/src/main"), ".java", DECLARATION, DocumentedJobsTest::schedule);

        assertThat(declared).isNotEmpty();
        assertThat(found(ROOT.resolve("docs"), ".md", ROW, row -> row.group(2))).isEqualTo(declared);
    }

    private static String schedule(MatchResult job) {
        if (job.group(4) != null) {
            return ofCron(job.group(4));
        }
        int count = Integer.parseInt(job.group(2));
        return switch (job.group(3)) {
            case "h" -> count == 1 ? "hourly" : "every " + count + " hours";
            case "m" -> count == 1 ? "every minute" : "every " + count + " minutes";
            default -> "every " + count + " s";
        };
    }

    private static String ofCron(String cron) {
        var daily = DAILY.matcher(cron);
        if (daily.matches()) {
            return "%02d:%02d UTC".formatted(Integer.valueOf(daily.group(2)), Integer.valueOf(daily.group(1)));
        }
        var minutes = EVERY_MINUTES.matcher(cron);
        assertThat(minutes.matches())
                .as("The pages have no words for %s.", cron)
                .isTrue();
        return "every " + minutes.group(1) + " minutes";
    }

    /** Finds what the first group matches, with what else is said of it. */
    private static Map<String, String> found(
            Path directory, String ending, Pattern pattern, Function<MatchResult, String> schedule) {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(directory)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> found.put(match.group(1), schedule.apply(match)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }
}
