package dev.ashlar.rules.harness;

import com.tngtech.archunit.core.domain.JavaMethod;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.java.Type;
import java.util.List;
import java.util.function.Function;

/**
 * Hooks, which nobody calls by name: methods that listen to the project's own events. Each needs its proofs where it lives,
 * in a test below the same package beneath the project's base package.
 */
public final class HookProofRules {
    private static final String LISTENER = "org.springframework.context.event.EventListener";
    private static final String AFTER_COMMIT = "org.springframework.transaction.event.TransactionalEventListener";

    /** All of them. */
    public static final List<Rule> RULES = List.of(
            rule(
                            "107",
                            "A hook joins the transaction of whoever triggers it.",
                            "makes it fail and finds the trigger undone too",
                            HookProofRules::joining)
                    .because("otherwise one of the two is stored without the other"),
            rule(
                            "108",
                            "A hook may be run again for the same event.",
                            "runs it twice and finds the work done once",
                            HookProofRules::hooks)
                    .because("events come twice: after a retry, after a crash"),
            rule(
                            "111",
                            "A hook is proven to fire.",
                            "triggers it in earnest, and finds its work done",
                            HookProofRules::hooks)
                    .because("a listener with a wrong parameter compiles, starts and never runs"));

    private HookProofRules() {}

    private static Rule rule(String id, String sentence, String test, Function<Project, List<Hook>> hooks) {
        return Rule.of(id, sentence)
                .mend("write a test in the hook's context that " + test + ", and mark it @Tag(\"rule-" + id + "\")")
                .each(Checkpoint.HARNESS, hooks, (hook, findings) -> hook.mustBeProven(id, findings));
    }

    /** All but those that listen after the commit: those have a transaction of their own on purpose. */
    private static List<Hook> joining(Project project) {
        return hooks(project).stream()
                .filter(hook -> !Type.carries(hook.method(), AFTER_COMMIT))
                .toList();
    }

    private static List<Hook> hooks(Project project) {
        project.compiledTests();
        return project.code().types().stream()
                .flatMap(type -> type.java().getMethods().stream()
                        .filter(method -> Type.carries(method, LISTENER))
                        .filter(method -> listensToOwnEvents(type, method))
                        .map(method -> new Hook(project, type, method)))
                .toList();
    }

    private static boolean listensToOwnEvents(Type type, JavaMethod method) {
        return method.getRawParameterTypes().stream()
                .anyMatch(event -> type.code().type(event) != null);
    }

    private record Hook(Project project, Type type, JavaMethod method) implements Subject {
        @Override
        public Place place() {
            return type.at(method);
        }

        void mustBeProven(String rule, Findings findings) {
            var claims = MarkedTest.of(project, rule).stream()
                    .filter(test -> context(test.runs().getPackageName())
                            .equals(context(type.java().getPackageName())))
                    .toList();
            claims.forEach(test -> test.check(findings));
            if (claims.isEmpty()) {
                findings.violation(this, "no test in its context is marked @Tag(\"rule-" + rule + "\")");
            }
        }

        private String context(String packageName) {
            for (var base : project.basePackages()) {
                if (packageName.startsWith(base + ".")) {
                    return packageName.substring(base.length() + 1).split("\\.", -1)[0];
                }
            }
            return "";
        }
    }
}
