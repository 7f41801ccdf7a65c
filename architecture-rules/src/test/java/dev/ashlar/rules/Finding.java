// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finding in the words of a page, which holds for each variant of its statement.
 *
 * @param place file, line and element
 * @param first first line of the message
 * @param details the other lines, which show a variant and its SQL, of each variant
 */
record Finding(String place, String first, List<String> details) {
    private record Key(String place, String first) {}

    /** The findings that are reported on an example, of which a baseline would know each by itself. */
    static List<Finding> of(Example example, List<Violation> violations) {
        var details = violations.stream()
                .collect(groupingBy(
                        violation -> new Key(
                                example.asOnThePage(violation.place().toString()),
                                first(example.asOnThePage(violation.message()))),
                        LinkedHashMap::new,
                        mapping(violation -> rest(example.asOnThePage(violation.message())), toList())));
        return details.entrySet().stream()
                .map(entry -> new Finding(entry.getKey().place(), entry.getKey().first(), entry.getValue()))
                .toList();
    }

    private static String first(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static String rest(String message) {
        return message.substring(first(message).length()).strip();
    }

    /**
     * True if a line of a page is the message or its beginning, word by word. The place and a colon may come before it: the element, or
     * the file with or without its line. A variant may follow: {@code in [test="limit != null" off]}.
     */
    boolean isCalled(String line) {
        return says(line)
                || positions(line, ": ").anyMatch(at -> isAt(line.substring(0, at)) && says(line.substring(at + 2)));
    }

    private boolean isAt(String label) {
        return Pattern.matches("(?s)(?:.*[/ ])?" + Pattern.quote(label) + "(?:[ :].*)?", place);
    }

    private boolean says(String words) {
        return begins(first, words)
                || positions(words, " in [")
                        .anyMatch(at -> begins(first, words.substring(0, at))
                                && details.stream().anyMatch(detail -> begins(detail, words.substring(at + 1))));
    }

    private static IntStream positions(String text, String part) {
        return IntStream.range(0, text.length()).filter(at -> text.startsWith(part, at));
    }

    private static boolean begins(String text, String words) {
        return Pattern.matches("(?s)" + Pattern.quote(words) + "(?:[ ,:;\\n].*)?", text);
    }

    @Override
    public String toString() {
        return place + ": " + first;
    }
}
