// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.configuration;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a configuration file.
 *
 * {@snippet :
 * if (setting.is("spring.jpa.generate-ddl") && setting.value().equals("true")) { ... }
 * }
 *
 * @param file that it is in
 * @param line the line, from 1
 * @param profile the profile that it is for; empty for all
 * @param key its whole key, as written, such as {@code spring.datasource.url}
 * @param value its text; empty if there is none
 */
public record Setting(Path file, int line, String profile, String key, String value) implements Subject {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^:}]+(?::([^}]*))?}");

    @Override
    public Place place() {
        return Place.in(file, line, line, key);
    }

    /** True if this is its key, however it is written: {@code maxPoolSize} and {@code max-pool-size} are the same. */
    public boolean is(String wanted) {
        return plain(key).equals(plain(wanted));
    }

    /** True if this is its key, or the end of it after a dot, and the value that it falls back to matches a pattern. */
    boolean says(String wanted, String value) {
        return ("." + plain(key)).endsWith("." + plain(wanted)) && fallback().matches(value);
    }

    /** True if its key is this one or one below it. */
    public boolean isWithin(String prefix) {
        return (plain(key) + ".").startsWith(plain(prefix) + ".");
    }

    /** Returns the last part of its key, in small letters without dashes. */
    public String name() {
        var plain = plain(key);
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    /** True if the environment supplies the value, or a part of it. */
    public boolean fromEnvironment() {
        return PLACEHOLDER.matcher(value).find();
    }

    /** Returns the value without an environment: each placeholder gives way to its default. */
    public String fallback() {
        return PLACEHOLDER
                .matcher(value)
                .replaceAll(match -> match.group(1) == null ? "" : Matcher.quoteReplacement(match.group(1)));
    }

    static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
