// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.kernel.web.RetryEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Sends requests that were carried out once more, and compares the second answer with the effect that the API description promises. */
final class Retries {
    private final List<Operation> operations;
    private final Set<Operation> tried = new HashSet<>();
    private final List<String> broken = new ArrayList<>();

    /** @param operations all of them */
    Retries(List<Operation> operations) {
        this.operations = operations;
    }

    /** Answers that are not as promised. */
    List<String> broken() {
        return broken;
    }

    /** Operations with a promise that was not compared. */
    List<String> untried() {
        return operations.stream()
                .filter(operation -> promise(operation).isPresent() && !tried.contains(operation))
                .map(Operation::toString)
                .sorted()
                .toList();
    }

    /** Sends a request again if that has no second effect. */
    void judge(Api.Answer first, Supplier<Api.Answer> again) {
        if (first.status() >= 300) {
            return;
        }
        operations.stream()
                .filter(operation -> operation.isCalledBy(first))
                .min(Comparator.comparing(operation -> operation.path().split("\\{").length))
                .ifPresent(operation -> promise(operation).ifPresent(effect -> {
                    tried.add(operation);
                    var second = again.get();
                    if (!isKept(effect, first, second)) {
                        broken.add(operation + " " + effect + ": " + first.status() + ", then " + second.status() + " "
                                + second.text());
                    }
                }));
    }

    /** Returns the effect that the description of the operation names; none if a retry may be carried out again. */
    static Optional<RetryEffect> promise(Operation operation) {
        var description = operation.description().at("/description").asString();
        return Stream.of(RetryEffect.values())
                .filter(effect -> effect != RetryEffect.REPEATED && description.endsWith(effect.sentence()))
                .findFirst();
    }

    private static boolean isKept(RetryEffect effect, Api.Answer first, Api.Answer second) {
        boolean isSameVersion = second.status() < 300 && second.header("ETag").equals(first.header("ETag"));
        boolean isRefused = second.status() >= 400 && second.status() < 429;
        return switch (effect) {
            case ANSWERED ->
                second.status() == first.status()
                        && second.text().equals(first.text())
                        && Stream.of("ETag", "Location")
                                .allMatch(name -> second.header(name).equals(first.header(name)));
            case CONTINUED ->
                second.status() < 300
                        && second.json().at("/id").equals(first.json().at("/id"));
            case STALE -> isRefused || (isSameVersion && !first.header("ETag").isEmpty());
            case UNCHANGED -> isRefused || isSameVersion;
            case REFUSED -> isRefused;
            case REPEATED -> true;
        };
    }
}
