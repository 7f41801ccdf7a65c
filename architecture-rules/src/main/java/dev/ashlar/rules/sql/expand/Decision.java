// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Question that a dynamic element asks at run time: whether a test holds, how many items a collection has, which enum constant a
 * {@code ${}} stands for. Equal questions get equal answers throughout a statement.
 *
 * {@snippet :
 * boolean loop = choice.decision().question().startsWith("foreach ");
 * }
 *
 * @param question the question, as the report shows it
 * @param answers the answers that are tried
 */
public record Decision(String question, List<String> answers) {
    private static final List<String> OFF_ON = List.of("off", "on");
    private static final List<String> ITEMS = List.of("empty", "1 item", "2 items");
    private static final Pattern NULL_CHECK = Pattern.compile("(?:([^!=<>&|()]+) ?== ?null|!(\\S+)|not (\\S+))");
    private static final Pattern NOT_NULL_CHECK = Pattern.compile("([^!=<>&|()]+) ?!= ?null");

    public Decision {
        answers = List.copyOf(answers);
    }

    /** True if a collection has items, and how many. */
    public static Decision items(String collection) {
        return new Decision("foreach " + collection, ITEMS);
    }

    /** Returns the choice among the texts that a substitution can be. */
    static Decision substitution(String expression, List<String> texts) {
        return new Decision("${" + expression + "}", texts);
    }

    /** Returns a choice as the report shows it. */
    String choice(int answer) {
        return question + " " + answers.get(answer);
    }

    /**
     * A test and which answer makes it true: {@code x == null} asks the same as {@code x != null}.
     *
     * @param decision the question in its positive form
     * @param whenTrue the answer for which the test holds
     */
    public record Test(Decision decision, int whenTrue) {
        /** Tests by their texts, which each variant of a statement asks again. */
        private static final Map<String, Test> KNOWN = new ConcurrentHashMap<>();

        static Test of(String test) {
            return KNOWN.computeIfAbsent(test, Test::read);
        }

        private static Test read(String test) {
            var text = test.strip().replaceAll("\\s+", " ");
            var negated = NULL_CHECK.matcher(text);
            if (negated.matches() && !text.contains(" and ") && !text.contains(" or ")) {
                var positive = negated.group(1) != null
                        ? negated.group(1).strip() + " != null"
                        : negated.group(2) != null ? negated.group(2) : negated.group(3);
                return new Test(question(positive), 0);
            }
            var checked = NOT_NULL_CHECK.matcher(text);
            return new Test(question(checked.matches() ? checked.group(1).strip() + " != null" : text), 1);
        }

        private static Decision question(String positive) {
            return new Decision("test=\"" + positive + "\"", OFF_ON);
        }
    }
}
