package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What well-formed text of a post looks like. Each method returns the text as it is stored, or refuses it. */
final class Text {
    static final int MAX_TITLE = 200;
    static final int MAX_DESCRIPTION = 500;
    static final int MAX_BODY = 100_000;
    static final int MAX_COMMENT = 10_000;
    static final int MAX_TAG = 50;
    static final int MAX_TAGS = 20;

    private Text() {}

    /** Text that must be there, without blanks around it. */
    static String required(String pointer, @Nullable String text, int max) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            throw invalid(pointer, "must not be blank");
        }
        if (stripped.length() > max) {
            throw invalid(pointer, "must have at most " + max + " characters");
        }
        return stripped;
    }

    /** Tags in the order given, each once. */
    static List<String> tags(@Nullable List<String> tags) {
        if (tags == null) {
            throw invalid("/tags", "must not be null");
        }
        var distinct = new LinkedHashSet<String>();
        for (int i = 0; i < tags.size(); i++) {
            distinct.add(required("/tags/" + i, tags.get(i), MAX_TAG));
        }
        if (distinct.size() > MAX_TAGS) {
            throw invalid("/tags", "must have at most " + MAX_TAGS + " entries");
        }
        return List.copyOf(new ArrayList<>(distinct));
    }

    static DomainException invalid(String pointer, String message) {
        return KernelProblem.INVALID_REQUEST
                .because("The value at " + pointer + " " + message + ".")
                .at(pointer, message);
    }
}
