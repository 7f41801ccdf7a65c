// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A method of a class of the project.
 *
 * {@snippet :
 * TypeMethod.listeners(project).forEach(listener -> findings.violation(listener, "listens"));
 * }
 *
 * @param type the class that declares it
 * @param java the method itself
 */
public record TypeMethod(Type type, JavaMethod java) implements Subject {
    @Override
    public Place place() {
        return type.at(java);
    }

    /** Returns the methods that a class declares, by name. */
    static Stream<TypeMethod> of(Type type) {
        return type.java().getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .sorted(Comparator.comparing(JavaMethod::getFullName))
                .map(method -> new TypeMethod(type, method));
    }

    /** Returns the methods of controllers that answer requests. */
    static List<TypeMethod> handlers(Project project) {
        return Code.of(project).types(Type::controller).stream()
                .flatMap(TypeMethod::of)
                .filter(method -> Type.carries(method.java(), Spring.REQUEST_MAPPING))
                .toList();
    }

    /** Returns the public methods of services. */
    static List<TypeMethod> useCases(Project project) {
        return Code.of(project).types(Type::service).stream()
                .flatMap(TypeMethod::of)
                .filter(method -> method.java().getModifiers().contains(JavaModifier.PUBLIC))
                .toList();
    }

    /** Returns the listeners that run inside the transaction of the publisher: all except those that wait for its commit. */
    public static List<TypeMethod> joiningListeners(Project project) {
        return listeners(project).stream()
                .filter(listener -> !Spring.listensAfterCommit(listener.java()))
                .toList();
    }

    /** Returns the methods that a framework calls when an event happens. */
    public static List<TypeMethod> listeners(Project project) {
        return Code.of(project).types().stream()
                .flatMap(TypeMethod::of)
                .filter(method -> Type.carries(method.java(), Spring.LISTENER))
                .toList();
    }
}
