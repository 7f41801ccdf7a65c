// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.ashlar.kernel.Spelling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that attackers try first, whatever their case. The file names its source. */
final class CommonPasswords {
    private static final String FILE = "common-passwords.txt";
    private static final Set<String> ALL = read();

    private CommonPasswords() {}

    static boolean contains(String password) {
        return ALL.contains(Spelling.key(password));
    }

    private static Set<String> read() {
        var file = requireNonNull(CommonPasswords.class.getResourceAsStream(FILE), FILE);
        try (var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
