// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finding in the words of a page.
 *
 * @param place file, line and element
 * @param element the element
 * @param first first line of the message
 * @param details the other lines, which show the variant and its SQL
 */
record Finding(String place, String element, String first, List<String> details) {
    static Finding of(Example example, Violation violation) {
        var lines = example.asOnThePage(violation.message()).lines().toList();
        return new Finding(
                example.asOnThePage(violation.place().toString()),
                example.asOnThePage(violation.place().element()),
                lines.isEmpty() ? "" : lines.get(0),
                lines.stream().skip(1).toList());
    }

    /**
     * True if a line of a page is the element, or the message's first line or its beginning, word by word. Beside that it may be the file,
     * with or without its line, or a choice of the variant.
     */
    boolean isCalled(String line) {
        var quoted = Pattern.quote(line);
        return element.equals(line)
                || Pattern.matches(quoted + "(?:[ ,:;].*)?", first)
                || Pattern.matches("(?:.*/)?" + quoted + "(?:[ :].*)?", place)
                || details.stream().anyMatch(detail -> Pattern.matches(".*[ \\[]" + quoted + "(?:[ ,\\]].*)?", detail));
    }
}
