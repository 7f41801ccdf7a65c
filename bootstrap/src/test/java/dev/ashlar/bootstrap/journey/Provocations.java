// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests that must be refused, by the refusal that each of them provokes. */
final class Provocations {
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<Refusal, Supplier<Api.Answer>> requests = new LinkedHashMap<>();
    private final List<Operation> administrative = new ArrayList<>();

    Provocations(List<Operation> operations) {
        operations.forEach(operation -> this.operations.put(operation.toString(), operation));
    }

    /** Problems that can be provoked. */
    Set<Refusal> refusals() {
        return requests.keySet();
    }

    Api.Answer provoke(Refusal refusal) {
        var request = requests.get(refusal);
        if (request == null) {
            throw new AssertionError("Nobody knows how to provoke " + refusal);
        }
        return request.get();
    }

    Provocations add(String operation, String code, Supplier<Api.Answer> request) {
        if (requests.put(new Refusal(operation, code), request) != null) {
            throw new IllegalArgumentException(operation + " is provoked to " + code + " twice");
        }
        return this;
    }

    /** The documented example of each request, with random ids, is refused to this person. */
    Provocations addExamples(Api person, String code, String... operations) {
        for (var operation : operations) {
            add(operation, code, () -> operation(operation).call(person));
        }
        return this;
    }

    /** The documented example of each request is refused to this person, as to all but administrators. */
    Provocations addForAdministrators(Api person, String... names) {
        Stream.of(names).map(this::operation).forEach(administrative::add);
        return addExamples(person, "auth.forbidden", names);
    }

    /** Operations that are refused to all but administrators, whatever the request. */
    List<Operation> administrative() {
        return List.copyOf(administrative);
    }

    /** Refusals of every operation that has such an argument. */
    Provocations addCommon(Api person) {
        var nobody = person.with(null);
        for (var operation : List.copyOf(operations.values())) {
            var name = operation.toString();
            add(name, "request.invalid", () -> call(operation, person, "?surprise=1"));
            if (operation.isClosed()) {
                add(name, "auth.unauthenticated", () -> operation.call(nobody));
            }
            if (operation.parameters("header").contains("X-Platform")) {
                add(name, "request.unknown-platform", () -> call(operation, person, "", "X-Platform", "nowhere"));
            }
            if (operation.parameters("query").contains("cursor")) {
                var query = "?" + operation.requiredBesides("cursor") + "cursor=tomorrow";
                add(name, "request.invalid-cursor", () -> call(operation, person, query));
            }
            if (operation.parameters("header").contains("Idempotency-Key")) {
                add(name, "request.idempotency-key-required", () -> bare(operation, person));
            }
            if (operation.parameters("header").contains("If-Match")) {
                add(name, "request.version-required", () -> bare(operation, person));
            }
        }
        return this;
    }

    private Operation operation(String name) {
        var operation = operations.get(name);
        if (operation == null) {
            throw new IllegalArgumentException("There is no operation " + name);
        }
        return operation;
    }

    private static Api.Answer call(Operation operation, Api person, String query, String... headers) {
        return operation.call(person, operation.filledPath() + query, bodyOf(operation), headers);
    }

    private static Api.Answer bare(Operation operation, Api person) {
        return person.send(operation.method(), operation.filledPath(), bodyOf(operation));
    }

    private static @Nullable String bodyOf(Operation operation) {
        return operation.hasBody() ? operation.body().toString() : null;
    }

    /**
     * One problem of one operation.
     *
     * @param operation method and path as documented
     * @param code the problem's
     */
    record Refusal(String operation, String code) {
        @Override
        public String toString() {
            return operation + " → " + code;
        }
    }
}
