// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.ashlar.rules.files.TextFiles;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Order of SQL files without changesets. Names as Flyway has them run as Flyway runs them: {@code V1_2__words.sql} by version, then
 * {@code R__words.sql} by description, and {@code U1__words.sql} never. All other files run by their path, before these.
 */
final class SqlScripts {
    private static final Pattern VERSIONED = Pattern.compile("V(\\d+(?:[._]\\d+)*)__.*\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__.*\\.sql");
    private static final Pattern UNDO = Pattern.compile("U\\d+(?:[._]\\d+)*__.*\\.sql");
    private static final Comparator<List<BigInteger>> BY_NUMBERS =
            (one, other) -> IntStream.range(0, Math.min(one.size(), other.size()))
                    .map(i -> one.get(i).compareTo(other.get(i)))
                    .filter(difference -> difference != 0)
                    .findFirst()
                    .orElse(one.size() - other.size());
    private static final Comparator<Path> ORDER = comparingInt(SqlScripts::phase)
            .thenComparing(SqlScripts::version, BY_NUMBERS)
            .thenComparing(comparing(Path::toString));

    private SqlScripts() {}

    /** Returns the files of a directory, at any depth, in the order in which they run. */
    static List<SqlScript> in(Path directory) {
        return TextFiles.under(directory, ".*\\.sql").stream()
                .filter(file -> !UNDO.matcher(name(file)).matches())
                .sorted(ORDER)
                .map(SqlScript::new)
                .toList();
    }

    /** True if the script runs again whenever it changes. */
    static boolean isRepeatable(Path file) {
        return REPEATABLE.matcher(name(file)).matches();
    }

    private static int phase(Path file) {
        if (isRepeatable(file)) {
            return 2;
        }
        return VERSIONED.matcher(name(file)).matches() ? 1 : 0;
    }

    private static List<BigInteger> version(Path file) {
        var versioned = VERSIONED.matcher(name(file));
        return versioned.matches()
                ? Stream.of(versioned.group(1).split("[._]"))
                        .map(BigInteger::new)
                        .toList()
                : List.of();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
