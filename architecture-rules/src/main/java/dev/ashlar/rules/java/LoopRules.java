// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static dev.ashlar.rules.Checkpoint.ARCHITECTURE;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Work that belongs into one statement instead of many calls. */
final class LoopRules {
    private static final Set<String> NOTHING_READ = Set.of("void", "int", "long", "boolean", "java.lang.Integer");
    private static final String WRITING =
            "(add|insert|create|save|store|put|update|edit|set|change|delete|remove|archive|restore|mark|lock|claim|append"
                    + "|replace|post|place|release)([A-Z].*)?";
    private static final Set<String> AGGREGATING =
            Set.of("sum", "average", "reduce", "count", "max", "min", "summaryStatistics");

    static final List<Rule> RULES = List.of(
            Rule.of("set-based-writes")
                    .each(ARCHITECTURE, LoopRules::callers, (type, findings) -> looped(type, true, findings)),
            Rule.of("aggregate-in-sql").each(ARCHITECTURE, LoopRules::callers, LoopRules::aggregatedInSql),
            Rule.also("n-plus-one")
                    .each(ARCHITECTURE, LoopRules::callers, (type, findings) -> looped(type, false, findings)));

    private LoopRules() {}

    /** Classes that call ports of stored rows. */
    private static List<Type> callers(Project project) {
        var ports = Code.of(project).storedPorts().stream().map(Type::java).toList();
        return Code.of(project)
                .types(type -> !type.in(Layer.PERSISTENCE)
                        && type.java().getCodeUnitAccessesFromSelf().stream()
                                .anyMatch(call -> ports.contains(call.getTargetOwner())));
    }

    private static void looped(Type type, boolean writes, Findings findings) {
        for (var call : type.code().bytecode(type).loopedCalls()) {
            for (var port : type.code().storedPorts()) {
                if (port.java().getName().equals(call.owner()) && writes(port.java(), call.name()) == writes) {
                    findings.violation(
                            type.at(call.line(), type.name() + "." + call.method()),
                            "calls " + port.name() + "." + call.name() + " once for each element");
                }
            }
        }
    }

    private static boolean writes(JavaClass port, String name) {
        return name.matches(WRITING)
                || port.getMethods().stream()
                        .filter(method -> method.getName().equals(name))
                        .anyMatch(method ->
                                NOTHING_READ.contains(method.getRawReturnType().getName())
                                        && !name.matches("(count|exists|is|has)([A-Z].*)?"));
    }

    private static void aggregatedInSql(Type type, Findings findings) {
        for (var unit : type.java().getCodeUnits()) {
            int read = firstListRead(type, unit);
            aggregations(unit)
                    .filter(call -> call.getLineNumber() >= read)
                    .forEach(call -> findings.violation(
                            type.at(call),
                            "adds up in Java by " + call.getTarget().getName() + " what it has read"));
        }
    }

    /** Returns the line of the first call that reads a list of rows; behind all lines if there is none. */
    private static int firstListRead(Type type, JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .filter(call -> type.code().storedPorts().stream()
                        .anyMatch(port -> port.java().equals(call.getTargetOwner())))
                .filter(call -> isMany(call.getTarget().getRawReturnType()))
                .mapToInt(JavaMethodCall::getLineNumber)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static boolean isMany(JavaClass returned) {
        return returned.isAssignableTo(Iterable.class) || returned.isAssignableTo(Stream.class);
    }

    private static Stream<JavaMethodCall> aggregations(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().getPackageName().equals("java.util.stream"))
                .filter(call -> AGGREGATING.contains(call.getTarget().getName())
                        || call.getTarget().getName().matches("(summing|averaging|counting|summarizing|reducing).*"));
    }
}
