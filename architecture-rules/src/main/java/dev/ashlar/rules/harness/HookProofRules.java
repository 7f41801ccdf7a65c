// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.harness;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.java.TypeMethod;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Hooks, which nobody calls by name: methods that listen to the project's own events. Each needs its own proofs where it
 * lives: a test below the same package beneath the project's base package, which uses the hook's class or its event.
 */
final class HookProofRules {
    static final List<Rule> RULES = List.of(
            rule("hooks-join-transaction", HookProofRules::joining),
            rule("idempotent-hooks", HookProofRules::hooks),
            rule("hooks-fire", HookProofRules::hooks));

    private HookProofRules() {}

    private static Rule rule(String id, Function<Project, List<Hook>> hooks) {
        return Rule.of(id).each(Checkpoint.HARNESS, hooks, (hook, findings) -> hook.mustBeProven(id, findings));
    }

    /** Returns all except listeners after the commit, which have a separate transaction on purpose. */
    private static List<Hook> joining(Project project) {
        return hooks(project, TypeMethod.joiningListeners(project));
    }

    private static List<Hook> hooks(Project project) {
        return hooks(project, TypeMethod.listeners(project));
    }

    private static List<Hook> hooks(Project project, List<TypeMethod> listeners) {
        project.compiledTests();
        return listeners.stream()
                .map(listener -> new Hook(listener.place(), project, listener))
                .filter(Hook::listensToOwnEvents)
                .toList();
    }

    private record Hook(Place place, Project project, TypeMethod listener) implements Subject {
        Stream<JavaClass> events() {
            return listener.java().getRawParameterTypes().stream();
        }

        boolean listensToOwnEvents() {
            return events().anyMatch(event -> listener.type().code().type(event) != null);
        }

        void mustBeProven(String rule, Findings findings) {
            var claims = MarkedTest.of(project, rule).stream()
                    .filter(test -> context(test.runs()).equals(context(owner())))
                    .filter(test -> Stream.concat(Stream.of(owner()), events())
                            .anyMatch(used -> test.uses().contains(used.getName())))
                    .toList();
            claims.forEach(test -> test.check(findings));
            if (claims.isEmpty()) {
                findings.violation(
                        this,
                        "no test in its context that uses " + owner().getSimpleName()
                                + " or its event is marked @Tag(\"rule-" + rule + "\")");
            }
        }

        private JavaClass owner() {
            return listener.type().java();
        }

        private String context(JavaClass type) {
            for (var base : project.basePackages()) {
                if (type.getPackageName().startsWith(base + ".")) {
                    return type.getPackageName().substring(base.length() + 1).split("\\.", -1)[0];
                }
            }
            return "";
        }
    }
}
