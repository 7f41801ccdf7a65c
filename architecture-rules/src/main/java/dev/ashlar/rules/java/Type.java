// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class of the project, as ArchUnit knows it, with the cell of the grid that it is in and its place in the sources.
 *
 * {@snippet :
 * if (type.controller() && !type.in(Layer.WEB)) {
 *     findings.violation(type, "answers requests outside the web layer");
 * }
 * }
 *
 * @param code the classes it belongs to
 * @param java the class itself
 */
public record Type(Code code, JavaClass java) implements Subject {
    /** The line that declares it; up to the end of the file. */
    @Override
    public Place place() {
        return code.place(java);
    }

    /** Returns the line of something in this class that byte code gives a line to; else the class itself. */
    public Place at(HasSourceCodeLocation something) {
        int line = something.getSourceCodeLocation().getLineNumber();
        return line == 0 ? place() : at(line);
    }

    /** Returns a call or another use in this class. */
    public Place at(JavaAccess<?> access) {
        var origin = access.getOrigin();
        return at(access.getLineNumber(), name() + "." + origin.getName());
    }

    /** Returns a line of this class's file. */
    public Place at(int line) {
        return at(line, name());
    }

    /** Returns a line of this class's file, by the name of what is there. */
    public Place at(int line, String element) {
        var file = place().file();
        return file == null || line <= 0 ? place() : Place.in(file, line, line, element);
    }

    /** Returns the declaration of a field or method of this class. */
    public Place at(JavaMember member) {
        return code.place(this, member);
    }

    /** Its name without the package, such as {@code Order.Line}. */
    public String name() {
        return code.shortName(java);
    }

    /** Returns its layer; null if it is in no cell. */
    public @Nullable Layer layer() {
        return code.grid().layer(java.getPackageName());
    }

    /** True if it is in one of these layers. */
    public boolean in(Layer... layers) {
        var own = layer();
        return own != null && List.of(layers).contains(own);
    }

    /** Returns the context it belongs to; empty outside of all contexts. */
    public String context() {
        return code.grid().context(java.getPackageName());
    }

    /** True if it has one of these annotations, or an annotation that has. */
    public boolean carries(String... annotations) {
        return carries(java, annotations);
    }

    /** True if something has one of these annotations, or an annotation that has. */
    public static boolean carries(HasAnnotations<?> annotated, String... annotations) {
        return Stream.of(annotations)
                .anyMatch(name -> annotated.isAnnotatedWith(name) || annotated.isMetaAnnotatedWith(name));
    }

    /** Returns the fields of its objects: for a record its components. */
    public List<JavaField> components() {
        return java.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .toList();
    }

    /** True if it has all of the modifiers. */
    public boolean is(JavaModifier... modifiers) {
        return java.getModifiers().containsAll(List.of(modifiers));
    }

    /** True if it has a body: no interface, no annotation. */
    public boolean concrete() {
        return !java.isInterface() && !is(JavaModifier.ABSTRACT);
    }

    /** True for a class of use cases: it carries Spring's {@code @Service} and is in the application. */
    public boolean service() {
        return in(Layer.APPLICATION) && !java.isAnnotation() && carries(Spring.SERVICE);
    }

    /** True for a service whose methods run in a transaction, not one that refuses to. */
    public boolean transactional() {
        return service() && Spring.opensTransactions(java);
    }

    /** True if the transaction of a method of it fails when another one has changed a row in the meantime. */
    public boolean noticesChanges(String method) {
        return Spring.noticesChanges(java)
                || java.getMethods().stream()
                        .anyMatch(found -> found.getName().equals(method) && Spring.noticesChanges(found));
    }

    /** True for a class whose methods answer requests. */
    public boolean controller() {
        return !java.isAnnotation() && carries(Spring.CONTROLLER);
    }

    /** True for an interface that adapters implement: one of the domain, or one of the application that SQL implements. */
    public boolean port() {
        return code.ports().contains(this);
    }

    /** Reports each use of a class that the predicate refuses. */
    void refuseUses(Predicate<JavaClass> refused, Function<JavaClass, String> message, Findings findings) {
        for (var dependency : java.getDirectDependenciesFromSelf()) {
            var used = dependency.getTargetClass().getBaseComponentType();
            if (refused.test(used)) {
                findings.violation(at(dependency), message.apply(used));
            }
        }
    }

    /** Reports each use of a class of the project that the predicate refuses. */
    void refuseUsesOfOwn(Predicate<Type> refused, Function<Type, String> message, Findings findings) {
        for (var dependency : java.getDirectDependenciesFromSelf()) {
            var used = code.type(dependency.getTargetClass());
            if (used != null && refused.test(used)) {
                findings.violation(at(dependency), message.apply(used));
            }
        }
    }

    /** Reports each call of a method, or reference to one, that the predicate refuses. */
    void refuseCalls(
            Predicate<JavaCodeUnitAccess<?>> refused,
            Function<JavaCodeUnitAccess<?>, String> message,
            Findings findings) {
        for (var call : java.getCodeUnitAccessesFromSelf()) {
            if (refused.test(call)) {
                findings.violation(at(call), message.apply(call));
            }
        }
    }

    /** Returns a called method with its class, such as {@code Thread.sleep}. */
    static String called(JavaCodeUnitAccess<?> call) {
        return call.getTargetOwner().getSimpleName() + "." + call.getTarget().getName();
    }
}
