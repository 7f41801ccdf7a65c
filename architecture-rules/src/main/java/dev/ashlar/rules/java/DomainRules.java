// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static dev.ashlar.rules.Checkpoint.ARCHITECTURE;
import static dev.ashlar.rules.Checkpoint.TYPES;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules of aggregates and values. */
final class DomainRules {
    /** Methods that answer differently each time, by class; with the parameters that make them harmless left out. */
    private static final Map<String, Set<String>> AMBIENT = Map.of(
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system"),
            "java.time.InstantSource", Set.of("system"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.lang.Math", Set.of("random"),
            "java.util.concurrent.ThreadLocalRandom", Set.of("current"),
            "java.util.Random", Set.of("<init>"),
            "java.security.SecureRandom", Set.of("<init>"),
            "java.util.Date", Set.of("<init>"));

    private static final List<String> DOCUMENTS = List.of(
            "com.fasterxml.jackson.databind.JsonNode",
            "tools.jackson.databind.JsonNode",
            "org.postgresql.util.PGobject",
            "jakarta.json.JsonValue",
            "java.util.Map");

    private static final Set<String> INEXACT = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    static final List<Rule> RULES = List.of(
            Rule.of("no-ambient-time")
                    .each(
                            ARCHITECTURE,
                            Code.in(Layer.PUBLISHED, Layer.DOMAIN, Layer.APPLICATION),
                            (type, findings) -> type.refuseCalls(
                                    DomainRules::isAmbient,
                                    call -> "asks " + Type.called(call).replace("<init>", "new"),
                                    findings)),
            Rule.of("no-setters")
                    .each(
                            ARCHITECTURE,
                            Code.where(type -> type.in(Layer.PUBLISHED, Layer.DOMAIN)
                                    && !type.java().isInterface()),
                            (type, findings) -> type.java().getMethods().stream()
                                    .filter(method -> method.getName().matches("set[A-Z].*"))
                                    .filter(method ->
                                            !method.getRawParameterTypes().isEmpty())
                                    .forEach(method ->
                                            findings.violation(type.at(method), method.getName() + " is a setter"))),
            Rule.of("no-mutable-fields")
                    .each(
                            ARCHITECTURE,
                            Code.where(type -> true),
                            (type, findings) -> fields(type)
                                    .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                                    .filter(field -> !field.getModifiers().contains(JavaModifier.PRIVATE))
                                    .forEach(field -> findings.violation(
                                            type.at(field), field.getName() + " can be written from outside")))
                    .each(
                            TYPES,
                            Code.in(Layer.PUBLISHED, Layer.DOMAIN),
                            (type, findings) -> fields(type)
                                    .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                                    .forEach(field ->
                                            findings.violation(type.at(field), field.getName() + " is not final"))),
            Rule.of("reference-by-id")
                    .each(
                            TYPES,
                            DomainRules::aggregates,
                            (aggregate, findings) -> fields(aggregate)
                                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                    .forEach(field -> field.getAllInvolvedRawTypes().stream()
                                            .map(aggregate.code()::type)
                                            .filter(other -> other != null && !other.equals(aggregate))
                                            .filter(aggregates(aggregate.code())::contains)
                                            .forEach(other -> findings.violation(
                                                    aggregate.at(field),
                                                    field.getName() + " holds the aggregate " + other.name())))),
            Rule.of("declared-lifecycle")
                    .refuse(
                            TYPES,
                            DomainRules::statuses,
                            status ->
                                    status.code().types().stream().noneMatch(type -> declaresTable(type, status.java()))
                                            ? "No static table has " + status.name() + " among its types."
                                            : null),
            Rule.of("typed-jsonb")
                    .each(
                            ARCHITECTURE,
                            Code.where(type -> type.java().isRecord()
                                    && type.in(Layer.PUBLISHED, Layer.DOMAIN, Layer.APPLICATION, Layer.PERSISTENCE)),
                            (type, findings) -> fields(type)
                                    .forEach(field -> field.getAllInvolvedRawTypes().stream()
                                            .filter(raw -> DOCUMENTS.stream().anyMatch(raw::isAssignableTo))
                                            .forEach(raw -> findings.violation(
                                                    type.at(field),
                                                    field.getName() + " is a " + raw.getSimpleName())))),
            Rule.also("exact-money").each(TYPES, Code.in(Layer.PUBLISHED, Layer.DOMAIN), DomainRules::exactMoney));

    private DomainRules() {}

    private static boolean isAmbient(JavaCodeUnitAccess<?> call) {
        var owner = call.getTargetOwner();
        var name = call.getTarget().getName();
        boolean now = name.equals("now") && owner.getPackageName().equals("java.time");
        boolean givenClock = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(parameter -> parameter.isAssignableTo(java.time.InstantSource.class));
        return (now && !givenClock)
                || AMBIENT.getOrDefault(owner.getName(), Set.of()).contains(name);
    }

    private static Stream<JavaField> fields(Type type) {
        return type.java().getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static Collection<Type> aggregates(Project project) {
        return aggregates(Code.of(project));
    }

    /** Types with an id that a port of stored rows takes or returns. */
    private static Collection<Type> aggregates(Code code) {
        var found = new HashSet<Type>();
        for (var port : code.storedPorts()) {
            if (port.in(Layer.DOMAIN)) {
                for (var method : port.java().getMethods()) {
                    for (var raw : method.getAllInvolvedRawTypes()) {
                        var type = code.type(raw);
                        if (type != null
                                && type.in(Layer.DOMAIN)
                                && raw.tryGetField("id").isPresent()) {
                            found.add(type);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Collection<Type> statuses(Project project) {
        return Code.of(project)
                .types(type -> type.in(Layer.PUBLISHED, Layer.DOMAIN)
                        && type.java().isEnum()
                        && type.java().getSimpleName().endsWith("Status"));
    }

    private static boolean declaresTable(Type type, JavaClass status) {
        return fields(type)
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getRawType().getBaseComponentType().equals(status))
                .filter(field -> !field.getRawType().isAssignableTo(Set.class))
                .anyMatch(field -> field.getAllInvolvedRawTypes().contains(status));
    }

    private static void exactMoney(Type type, Findings findings) {
        fields(type)
                .filter(field -> INEXACT.contains(field.getRawType().getName()))
                .forEach(field -> findings.violation(type.at(field), field.getName() + " is a binary fraction"));
        for (var method : type.java().getMethods()) {
            if (method.getAllInvolvedRawTypes().stream().anyMatch(raw -> INEXACT.contains(raw.getName()))) {
                findings.violation(type.at(method), method.getName() + " has a binary fraction in its signature");
            }
        }
    }
}
