// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static dev.ashlar.rules.Checkpoint.ARCHITECTURE;
import static dev.ashlar.rules.Checkpoint.TYPES;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
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
    /** This family. */
    static final List<Rule> RULES = List.of(
            noAmbientTime(), noSetters(), noMutableFields(), byId(), lifecycles(), typedDocuments(), exactMoney());

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

    private DomainRules() {}

    private static Rule noAmbientTime() {
        return Rule.of("no-ambient-time")
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project).types(Layer.PUBLISHED, Layer.DOMAIN, Layer.APPLICATION),
                        (type, findings) -> type.refuseCalls(
                                DomainRules::isAmbient,
                                call -> "asks " + Type.called(call).replace("<init>", "new"),
                                findings));
    }

    private static boolean isAmbient(JavaCodeUnitAccess<?> call) {
        var owner = call.getTargetOwner();
        var name = call.getTarget().getName();
        boolean now = name.equals("now") && owner.getPackageName().equals("java.time");
        boolean givenClock = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(parameter -> parameter.isAssignableTo(java.time.InstantSource.class));
        return (now && !givenClock)
                || AMBIENT.getOrDefault(owner.getName(), Set.of()).contains(name);
    }

    private static Rule noSetters() {
        return Rule.of("no-setters")
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project)
                                .types(type -> type.in(Layer.PUBLISHED, Layer.DOMAIN)
                                        && !type.java().isInterface()),
                        (type, findings) -> type.java().getMethods().stream()
                                .filter(method -> method.getName().matches("set[A-Z].*"))
                                .filter(method -> !method.getRawParameterTypes().isEmpty())
                                .forEach(method ->
                                        findings.violation(type.at(method), method.getName() + " is a setter")));
    }

    private static Rule noMutableFields() {
        return Rule.of("no-mutable-fields")
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project).types(),
                        (type, findings) -> fields(type)
                                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                                .filter(field -> !field.getModifiers().contains(JavaModifier.PRIVATE))
                                .forEach(field -> findings.violation(
                                        type.at(field), field.getName() + " can be written from outside")))
                .each(
                        TYPES,
                        project -> Code.of(project).types(Layer.PUBLISHED, Layer.DOMAIN),
                        (type, findings) -> fields(type)
                                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                                .forEach(field ->
                                        findings.violation(type.at(field), field.getName() + " is not final")));
    }

    private static Stream<JavaField> fields(Type type) {
        return type.java().getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static Rule byId() {
        return Rule.of("reference-by-id")
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
                                                field.getName() + " holds the aggregate " + other.name()))));
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

    private static Rule lifecycles() {
        return Rule.of("declared-lifecycle").each(TYPES, DomainRules::statuses, (status, findings) -> {
            if (status.code().types().stream().noneMatch(type -> declaresTable(type, status.java()))) {
                findings.violation(status, "No static table has " + status.name() + " among its types.");
            }
        });
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

    private static Rule typedDocuments() {
        return Rule.of("typed-jsonb")
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project)
                                .types(type -> type.java().isRecord()
                                        && type.in(
                                                Layer.PUBLISHED, Layer.DOMAIN, Layer.APPLICATION, Layer.PERSISTENCE)),
                        (type, findings) -> fields(type)
                                .forEach(field -> field.getAllInvolvedRawTypes().stream()
                                        .filter(raw -> DOCUMENTS.stream().anyMatch(raw::isAssignableTo))
                                        .forEach(raw -> findings.violation(
                                                type.at(field), field.getName() + " is a " + raw.getSimpleName()))));
    }

    private static Rule exactMoney() {
        return Rule.also("exact-money")
                .each(TYPES, project -> Code.of(project).types(Layer.PUBLISHED, Layer.DOMAIN), (type, findings) -> {
                    fields(type)
                            .filter(field -> INEXACT.contains(field.getRawType().getName()))
                            .forEach(field ->
                                    findings.violation(type.at(field), field.getName() + " is a binary fraction"));
                    for (var method : type.java().getMethods()) {
                        if (method.getAllInvolvedRawTypes().stream().anyMatch(raw -> INEXACT.contains(raw.getName()))) {
                            findings.violation(
                                    type.at(method), method.getName() + " has a binary fraction in its signature");
                        }
                    }
                });
    }
}
