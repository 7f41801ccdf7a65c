// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A request of each operation that succeeds. */
final class Successes {
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Supplier<Success>> requests = new LinkedHashMap<>();
    private final Api reader;

    private Successes(List<Operation> operations, Api reader) {
        operations.forEach(operation -> this.operations.put(operation.toString(), operation));
        this.reader = reader;
    }

    /** Those of all contexts. */
    static Successes of(List<Operation> operations, Stage stage) {
        var all = new Successes(operations, stage.nobody().demo("admin"));
        stage.parts(ContextSuccesses.class).forEach(context -> context.addTo(all));
        return all;
    }

    Successes add(String operation, Supplier<Success> request) {
        if (!operations.containsKey(operation)) {
            throw new IllegalArgumentException("There is no operation " + operation);
        }
        if (requests.put(operation, request) != null) {
            throw new IllegalArgumentException(operation + " succeeds twice");
        }
        return this;
    }

    /** Makes a new request of the operation; an administrator reads what needs no id. */
    Success.Request prepare(Operation operation) {
        var request = requests.get(operation.toString());
        if (request != null) {
            return request.get().of(operation);
        }
        if (!operation.method().equals("GET") || operation.path().contains("{")) {
            throw new AssertionError("Nobody knows a request of " + operation + " that succeeds");
        }
        return Success.by(reader).of(operation);
    }
}
