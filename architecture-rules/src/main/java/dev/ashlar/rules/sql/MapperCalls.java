// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.java.Call;
import dev.ashlar.rules.java.Code;
import dev.ashlar.rules.java.Type;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Statements that calls in a project's classes run: those of a mapper, of a port that it extends, or of the one class behind a port. */
final class MapperCalls {
    private final Code code;
    private final Map<String, List<MapperStatement>> statements = new HashMap<>();
    private final Map<String, List<MapperStatement>> behindPorts = new HashMap<>();

    MapperCalls(Project project) {
        code = Code.of(project);
        for (var statement : Mappers.of(project).statements()) {
            var mapper = statement.mapper();
            if (mapper != null && !statement.kind().equals("selectKey")) {
                interfaces(mapper)
                        .map(owner -> owner.getName() + "." + statement.id())
                        .distinct()
                        .forEach(name -> statements
                                .computeIfAbsent(name, any -> new ArrayList<>())
                                .add(statement));
            }
        }
        for (var port : code.types(type -> type.java().isInterface())) {
            var adapters =
                    code.implementers(port).stream().filter(Type::concrete).toList();
            if (adapters.size() == 1 && isMadeBy(adapters.get(0))) {
                behind(port, adapters.get(0));
            }
        }
    }

    private static Stream<Class<?>> interfaces(Class<?> mapper) {
        return Stream.concat(
                Stream.of(mapper), Stream.of(mapper.getInterfaces()).flatMap(MapperCalls::interfaces));
    }

    private void behind(Type port, Type adapter) {
        for (var calls : code.callsInOrder(adapter)) {
            for (var call : calls) {
                behindPorts
                        .computeIfAbsent(port.java().getName() + "." + call.method(), any -> new ArrayList<>())
                        .addAll(direct(call));
            }
        }
    }

    /** True if a class makes such calls. */
    boolean isMadeBy(Type type) {
        return type.java().getCodeUnitAccessesFromSelf().stream()
                .map(access -> access.getTargetOwner().getName() + "." + access.getName())
                .anyMatch(name -> statements.containsKey(name) || behindPorts.containsKey(name));
    }

    /** Returns the statements that a call runs, in order. */
    List<MapperStatement> of(Call call) {
        var direct = direct(call);
        return direct.isEmpty() ? behindPorts.getOrDefault(call.owner() + "." + call.name(), List.of()) : direct;
    }

    /** A port of several mappers says of none which one is called. */
    private List<MapperStatement> direct(Call call) {
        var found = statements.getOrDefault(call.owner() + "." + call.name(), List.of());
        return found.stream().map(MapperStatement::mapper).distinct().count() == 1 ? found : List.of();
    }
}
