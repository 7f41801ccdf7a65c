// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exemptions of a project from rules, as its test states them; those in comments are {@link WaiverComments}. */
final class Exemptions {
    private final List<Waiver> waivers = new ArrayList<>();
    private final Map<String, String> absences = new LinkedHashMap<>();
    private boolean young;
    private @Nullable Path baseline;

    void waive(Waiver waiver) {
        waivers.add(waiver);
    }

    void nothingFor(String rule, String reason) {
        absences.put(rule, reason);
    }

    void young() {
        young = true;
    }

    void baseline(Path file) {
        baseline = file;
    }

    List<Waiver> waivers() {
        return List.copyOf(waivers);
    }

    /** Returns the file of known findings; null if there is none. */
    @Nullable
    Path baseline() {
        return baseline;
    }

    /** True if it was said that there is nothing for the rule to look at. */
    boolean denies(Rule rule) {
        return absences.containsKey(rule.id());
    }

    /** Returns the reason why a rule may find nothing to look at; null if it may not. */
    @Nullable
    String absence(Rule rule) {
        return absences.getOrDefault(rule.id(), young ? "a young project without anything of the kind" : null);
    }
}
