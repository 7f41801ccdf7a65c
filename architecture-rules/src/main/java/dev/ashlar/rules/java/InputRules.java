// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static dev.ashlar.rules.Checkpoint.ARCHITECTURE;
import static dev.ashlar.rules.Checkpoint.TYPES;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules of input: request bodies, page sizes, parameters of mappers. */
final class InputRules {
    /** Names of fields that a server decides; one that a client may set needs a waiver. */
    private static final Set<String> NOT_FOR_CLIENTS =
            Set.of(("id version status role roles admin owner ownerId createdAt createdBy updatedAt updatedBy"
                            + " deletedAt passwordHash")
                    .split(" "));

    private static final Set<String> LIMITS = Set.of("limit", "size", "pageSize");
    private static final List<String> UNTYPED = List.of(
            "java.util.Map",
            "java.lang.Object",
            "com.fasterxml.jackson.databind.JsonNode",
            "com.fasterxml.jackson.databind.node.ObjectNode",
            "tools.jackson.databind.JsonNode",
            "tools.jackson.databind.node.ObjectNode");
    private static final String CONSTRAINTS = "jakarta.validation.constraints.";
    private static final Set<String> LIMITING =
            Stream.of("Size", "Pattern", "Email").map(CONSTRAINTS::concat).collect(java.util.stream.Collectors.toSet());

    static final List<Rule> RULES = List.of(
            Rule.of("mass-assignment")
                    .refuse(TYPES, InputRules::bodyParameters, InputRules::foreignBody)
                    .each(ARCHITECTURE, InputRules::bodies, InputRules::leftToClients),
            Rule.of("page-size-cap")
                    .refuse(TYPES, InputRules::pageTypes, InputRules::anySize)
                    .each(TYPES, InputRules::lists, InputRules::bareSizes),
            Rule.of("untyped-data")
                    .each(ARCHITECTURE, InputRules::statements, (statement, findings) -> untyped(statement, findings))
                    .each(TYPES, TypeMethod::handlers, InputRules::untypedParameters)
                    .each(TYPES, InputRules::bodies, InputRules::untypedFields),
            Rule.of("no-maps-in-signatures")
                    .each(
                            ARCHITECTURE,
                            project -> Code.of(project).types(type -> !type.in(Layer.BOOTSTRAP)).stream()
                                    .flatMap(TypeMethod::of)
                                    .filter(method ->
                                            !method.java().getModifiers().contains(JavaModifier.PRIVATE))
                                    .toList(),
                            (method, findings) -> Stream.concat(
                                            Stream.of(method.java().getReturnType()),
                                            method.java().getParameterTypes().stream())
                                    .map(JavaType::getName)
                                    .filter(name -> name.matches(
                                            "java\\.util\\.Map(<java\\.lang\\.String, (java\\.lang\\.Object|\\?)>)?"))
                                    .forEach(name -> findings.violation(
                                            method,
                                            "has a "
                                                    + name.replace("java.util.", "")
                                                            .replace("java.lang.", "")
                                                    + " in its signature"))),
            Rule.also("input-validation").each(TYPES, InputRules::bodies, InputRules::textIsLimited));

    private InputRules() {}

    private static @Nullable String foreignBody(Body body) {
        var type = body.method().type().code().type(body.java().getRawType());
        return type == null || !type.in(Layer.WEB) || !type.java().isRecord()
                ? "takes " + body.java().getRawType().getSimpleName() + ", which is no record of the web layer"
                : null;
    }

    private static void leftToClients(Type body, Findings findings) {
        for (var field : body.components()) {
            if (NOT_FOR_CLIENTS.contains(field.getName())) {
                findings.violation(body.at(field), "lets the client set " + field.getName());
            }
        }
    }

    private static @Nullable String anySize(Type type) {
        boolean bounded = type.components().stream()
                .anyMatch(field -> LIMITS.contains(field.getName()) && field.isAnnotatedWith(CONSTRAINTS + "Max"));
        return bounded || type.code().bytecode(type).constructorRefuses() ? null : "takes any size";
    }

    private static void bareSizes(TypeMethod list, Findings findings) {
        for (var parameter : list.java().getParameters()) {
            if (Set.of("int", "java.lang.Integer")
                            .contains(parameter.getRawType().getName())
                    && !parameter.isAnnotatedWith(CONSTRAINTS + "Max")) {
                findings.violation(
                        list, "takes a bare " + parameter.getRawType().getSimpleName() + " beside a list");
            }
        }
    }

    /** Records with a limit that a use case or an operation takes. */
    private static List<Type> pageTypes(Project project) {
        var taken = Stream.concat(TypeMethod.useCases(project).stream(), TypeMethod.handlers(project).stream())
                .flatMap(method -> method.java().getRawParameterTypes().stream())
                .toList();
        return Code.of(project)
                .types(type -> type.java().isRecord()
                        && taken.contains(type.java())
                        && type.components().stream().anyMatch(InputRules::isLimit));
    }

    private static boolean isLimit(JavaField field) {
        return LIMITS.contains(field.getName())
                && Set.of("int", "java.lang.Integer")
                        .contains(field.getRawType().getName());
    }

    /** Returns use cases and operations that answer with a list, or with a record that holds one. */
    private static List<TypeMethod> lists(Project project) {
        return Stream.concat(TypeMethod.useCases(project).stream(), TypeMethod.handlers(project).stream())
                .filter(method -> holdsList(method.java().getRawReturnType()))
                .toList();
    }

    private static boolean holdsList(JavaClass returned) {
        return returned.isAssignableTo(Iterable.class)
                || returned.isAssignableTo(Stream.class)
                || (returned.isRecord()
                        && !returned.getTypeParameters().isEmpty()
                        && returned.getFields().stream()
                                .anyMatch(field -> field.getRawType().isAssignableTo(Iterable.class)));
    }

    private static void untypedParameters(TypeMethod operation, Findings findings) {
        for (var parameter : operation.java().getParameters()) {
            parameter.getType().getAllInvolvedRawTypes().stream()
                    .filter(InputRules::isUntyped)
                    .forEach(raw -> findings.violation(operation, "takes a " + raw.getSimpleName()));
        }
    }

    private static void untypedFields(Type body, Findings findings) {
        for (var field : body.components()) {
            field.getAllInvolvedRawTypes().stream()
                    .filter(InputRules::isUntyped)
                    .forEach(raw -> findings.violation(body.at(field), "holds a " + raw.getSimpleName()));
        }
    }

    private static void untyped(TypeMethod method, Findings findings) {
        for (var raw : method.java().getAllInvolvedRawTypes()) {
            if (isUntyped(raw)) {
                findings.violation(method, "has a " + raw.getSimpleName() + " in its signature");
            }
        }
    }

    private static boolean isUntyped(JavaClass raw) {
        return UNTYPED.contains(raw.getName()) || raw.isAssignableTo(java.util.Map.class);
    }

    /** Returns the methods that a statement implements. */
    private static List<TypeMethod> statements(Project project) {
        var code = Code.of(project);
        return Stream.concat(code.storedPorts().stream(), code.types(type -> type.carries(Spring.MAPPER)).stream())
                .distinct()
                .flatMap(TypeMethod::of)
                .filter(method -> method.java().getModifiers().contains(JavaModifier.ABSTRACT))
                .toList();
    }

    private static void textIsLimited(Type body, Findings findings) {
        for (RecordComponent component : body.java().reflect().getRecordComponents()) {
            var text = text(component.getAnnotatedType());
            if (text != null
                    && !isLimited(component.getAccessor().getAnnotations())
                    && !isLimited(text.getAnnotations())) {
                findings.violation(
                        body.at(body.java().getField(component.getName())),
                        "takes " + component.getName() + " of any length");
            }
        }
    }

    private static @Nullable AnnotatedType text(AnnotatedType type) {
        if (type.getType() == String.class) {
            return type;
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            for (var argument : generic.getAnnotatedActualTypeArguments()) {
                if (text(argument) != null) {
                    return text(argument);
                }
            }
        }
        return null;
    }

    private static boolean isLimited(Annotation... annotations) {
        return Stream.of(annotations)
                .map(Annotation::annotationType)
                .anyMatch(type -> LIMITING.contains(type.getName())
                        || Stream.of(type.getAnnotations())
                                .anyMatch(meta ->
                                        LIMITING.contains(meta.annotationType().getName())));
    }

    /**
     * A parameter that a request's body is read into.
     *
     * @param method the operation that takes it
     */
    private record Body(Place place, TypeMethod method, JavaParameter java) implements Subject {}

    private static List<Body> bodyParameters(Project project) {
        return TypeMethod.handlers(project).stream()
                .flatMap(operation -> operation.java().getParameters().stream()
                        .filter(parameter -> parameter.isAnnotatedWith(Spring.REQUEST_BODY))
                        .map(parameter -> new Body(operation.place(), operation, parameter)))
                .toList();
    }

    /** Returns the records that request bodies are read into, nested ones included. */
    private static List<Type> bodies(Project project) {
        var found = new ArrayList<Type>();
        bodyParameters(project)
                .forEach(body -> collect(Code.of(project).type(body.java().getRawType()), found));
        return found;
    }

    private static void collect(@Nullable Type type, List<Type> found) {
        if (type != null && type.java().isRecord() && type.in(Layer.WEB) && !found.contains(type)) {
            found.add(type);
            for (var field : type.components()) {
                field.getAllInvolvedRawTypes()
                        .forEach(raw -> collect(type.code().type(raw), found));
            }
        }
    }
}
