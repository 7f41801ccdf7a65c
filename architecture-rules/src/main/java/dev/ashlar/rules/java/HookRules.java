// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static dev.ashlar.rules.Checkpoint.ARCHITECTURE;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Rule;
import java.util.HashSet;
import java.util.List;

/** Hooks: methods that a framework calls when an event happens. */
final class HookRules {
    static final List<Rule> RULES = List.of(
            Rule.of("no-logic-in-hooks")
                    .each(
                            ARCHITECTURE,
                            TypeMethod::listeners,
                            (listener, findings) -> listener.type()
                                    .refuseUsesOfOwn(
                                            used -> used.in(Layer.DOMAIN) || used.port(),
                                            used -> "works with " + used.name() + " itself",
                                            findings)),
            Rule.of("quick-hooks").each(ARCHITECTURE, TypeMethod::joiningListeners, HookRules::fast),
            Rule.of("single-event-hooks").each(ARCHITECTURE, TypeMethod::listeners, HookRules::oneType));

    private HookRules() {}

    private static void fast(TypeMethod listener, Findings findings) {
        var type = listener.type();
        type.refuseUses(
                type.code()::reachesServer, used -> "reaches another server through " + used.getSimpleName(), findings);
        type.refuseCalls(
                call -> Type.called(call).equals("Thread.sleep")
                        && call.getTargetOwner().isEquivalentTo(Thread.class),
                call -> "sleeps",
                findings);
        if (type.code().bytecode(type).loopingMethods().contains(listener.java().getName())) {
            findings.violation(listener, "holds a loop");
        }
    }

    private static void oneType(TypeMethod listener, Findings findings) {
        var parameters = listener.java().getRawParameterTypes();
        if (parameters.isEmpty() && listened(listener.java()) == 1) {
            return;
        }
        if (parameters.size() != 1) {
            findings.violation(listener, "takes " + parameters.size() + " parameters instead of one event");
        } else if (!parameters.get(0).isRecord()
                && !parameters.get(0).getModifiers().contains(JavaModifier.FINAL)) {
            findings.violation(listener, "listens to every " + parameters.get(0).getSimpleName());
        }
        if (listened(listener.java()) > 1) {
            findings.violation(listener, "names " + listened(listener.java()) + " types in its annotation");
        }
    }

    private static int listened(HasAnnotations<?> method) {
        var named = new HashSet<Object>();
        for (var annotation : method.getAnnotations()) {
            for (var property : List.of("value", "classes")) {
                annotation.get(property).ifPresent(types -> {
                    if (types instanceof Object[] several) {
                        named.addAll(List.of(several));
                    }
                });
            }
        }
        return named.size();
    }
}
