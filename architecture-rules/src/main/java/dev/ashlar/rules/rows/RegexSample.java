package dev.ashlar.rules.rows;

import java.util.Optional;

/**
 * A string that matches a simple regular expression, as CHECK constraints use them: literals, classes, groups and counts. Another
 * seed gives another string where the expression leaves room for one.
 */
final class RegexSample {
    private static final String WORD = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final String regex;
    private final int seed;
    private int at;

    private RegexSample(String regex, int seed) {
        this.regex = regex;
        this.seed = seed;
    }

    /** A matching string, or nothing when the expression is beyond this class. */
    static Optional<String> of(String regex, int seed) {
        try {
            return Optional.of(new RegexSample(regex, seed).alternatives());
        } catch (IllegalArgumentException | IndexOutOfBoundsException beyond) {
            return Optional.empty();
        }
    }

    /** The first alternative; the others are only read over. */
    private String alternatives() {
        var first = sequence();
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        var made = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            int start = at;
            var once = atom(made.length());
            int end = at;
            int times = times();
            int after = at;
            made.append(once);
            for (int i = 1; i < times; i++) {
                at = start;
                made.append(atom(made.length()));
            }
            if (times == 0) {
                made.setLength(made.length() - once.length());
            }
            at = Math.max(end, after);
        }
        return made.toString();
    }

    private String atom(int position) {
        char c = regex.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> one(WORD, position);
            case '[' -> one(members(), position);
            case '(' -> group();
            case '\\' -> escaped(position);
            case '*', '+', '?', '{' -> throw new IllegalArgumentException("Nothing to repeat.");
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (regex.startsWith("?:", at)) {
            at += 2;
        } else if (regex.charAt(at) == '?') {
            throw new IllegalArgumentException("Assertions are beyond this class.");
        }
        var made = alternatives();
        at++; // the closing parenthesis
        return made;
    }

    private String escaped(int position) {
        char c = regex.charAt(at++);
        return switch (c) {
            case 'd' -> one("0123456789", position);
            case 'w' -> one(WORD, position);
            case 's' -> " ";
            case 'm', 'M', 'y', 'A', 'Z' -> "";
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new IllegalArgumentException("Unknown escape.");
                }
                yield String.valueOf(c);
            }
        };
    }

    private String members() {
        if (regex.charAt(at) == '^') {
            int end = regex.indexOf(']', at + 2);
            var refused = regex.substring(at, end);
            at = end + 1;
            return WORD.chars()
                    .filter(c -> refused.indexOf(c) < 0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        var members = new StringBuilder();
        int first = at;
        while (regex.charAt(at) != ']' || at == first) {
            if (regex.startsWith("[:", at)) {
                throw new IllegalArgumentException("Named classes are beyond this class.");
            }
            char from = regex.charAt(at++);
            if (from == '\\') {
                members.append(escaped(0));
            } else if (regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
                for (char c = from; c <= regex.charAt(at + 1); c++) {
                    members.append(c);
                }
                at += 2;
            } else {
                members.append(from);
            }
        }
        at++;
        return members.toString();
    }

    /** A count a little above the least one, so that there is room for different strings. */
    private int times() {
        if (at >= regex.length()) {
            return 1;
        }
        char c = regex.charAt(at);
        if (c == '*' || c == '+') {
            at++;
            return 3;
        }
        if (c == '?') {
            at++;
            return 1;
        }
        if (c != '{') {
            return 1;
        }
        int end = regex.indexOf('}', at);
        var bounds = regex.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int least = Integer.parseInt(bounds[0]);
        if (bounds.length == 1) {
            return least;
        }
        return bounds[1].isEmpty() ? least + 3 : Math.min(Integer.parseInt(bounds[1]), least + 3);
    }

    private String one(String members, int position) {
        int digit = (int) (seed / Math.pow(members.length(), position % 4)) + position * 7;
        return String.valueOf(members.charAt(Math.floorMod(digit, members.length())));
    }
}
