// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static dev.ashlar.rules.Checkpoint.ARCHITECTURE;
import static dev.ashlar.rules.Checkpoint.TYPES;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules of controllers and mappers: their dependencies and their visibility. */
final class AdapterRules {
    /** This family. */
    static final List<Rule> RULES = List.of(
            webWithoutPorts(),
            internalAdapters(),
            oneAdapterAPort(),
            noQueriesInControllers(),
            noRawJdbc(),
            controllerServiceRepository(),
            recordsNotRows(),
            wireNames());

    private static final List<String> QUERIES = List.of(
            "java.sql.",
            "javax.sql.",
            "org.apache.ibatis.",
            "org.mybatis.",
            "org.springframework.jdbc.",
            "org.springframework.data.",
            "jakarta.persistence.");
    private static final Set<String> STATEMENTS = Set.of(
            "prepareStatement", "prepareCall", "createStatement", "executeQuery", "executeUpdate", "executeBatch");
    private static final List<String> SQL_ANNOTATIONS = Stream.of(
                    "Select",
                    "Insert",
                    "Update",
                    "Delete",
                    "SelectProvider",
                    "InsertProvider",
                    "UpdateProvider",
                    "DeleteProvider")
            .map(name -> "org.apache.ibatis.annotations." + name)
            .toList();

    private AdapterRules() {}

    private static Rule webWithoutPorts() {
        return Rule.of("web-without-ports")
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project).types(Layer.WEB),
                        (type, findings) -> type.refuseUsesOfOwn(
                                used -> used.port() && !isAdapterOf(type, used),
                                used -> "uses the port " + used.name(),
                                findings))
                .each(ARCHITECTURE, TypeMethod::handlers, (operation, findings) -> {
                    for (var involved : operation.java().getAllInvolvedRawTypes()) {
                        var type = operation.type().code().type(involved);
                        if (type != null && type.in(Layer.DOMAIN) && !isValue(type)) {
                            findings.violation(operation, "has " + type.name() + " of the domain in its signature");
                        }
                    }
                });
    }

    /** A name out of a list, or one value with its own type, such as an id. */
    private static boolean isValue(Type type) {
        return type.java().isEnum() || type.components().size() == 1;
    }

    /** A class that implements a port is its adapter; so is what is nested in one. */
    private static boolean isAdapterOf(Type type, Type port) {
        var outer = type.java();
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.isAssignableTo(port.java().getName());
    }

    private static Rule internalAdapters() {
        return Rule.of("internal-adapters")
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project)
                                .types(type -> type.controller()
                                        || type.carries(Spring.MAPPER)
                                        || (!type.in(Layer.DOMAIN, Layer.APPLICATION)
                                                && type.concrete()
                                                && implementsPort(type))),
                        (type, findings) -> {
                            if (type.is(JavaModifier.PUBLIC)) {
                                findings.violation(type, "is public");
                            }
                        });
    }

    private static boolean implementsPort(Type type) {
        return type.code().ports().stream()
                .anyMatch(port -> type.java().isAssignableTo(port.java().getName()));
    }

    private static Rule oneAdapterAPort() {
        return Rule.of("one-adapter-a-port")
                .each(ARCHITECTURE, project -> Code.of(project).ports(), (port, findings) -> {
                    var adapters = port.code().implementers(port);
                    if (adapters.size() != 1) {
                        findings.violation(
                                port,
                                "has " + adapters.size() + " adapters: "
                                        + adapters.stream().map(Type::name).toList());
                    }
                });
    }

    private static Rule noQueriesInControllers() {
        return Rule.of("no-queries-in-controllers")
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project).types(Type::controller),
                        (type, findings) -> type.refuseUses(
                                used -> reachesDatabase(type.code(), used),
                                used -> "reaches the database through " + used.getName(),
                                findings));
    }

    private static boolean reachesDatabase(Code code, JavaClass used) {
        var own = code.type(used);
        return QUERIES.stream().anyMatch(used.getName()::startsWith)
                || (own != null && (own.in(Layer.PERSISTENCE) || own.carries(Spring.MAPPER)));
    }

    private static Rule noRawJdbc() {
        return Rule.of("no-sql-in-java")
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project).types(type -> !type.in(Layer.BOOTSTRAP)),
                        (type, findings) -> {
                            type.refuseCalls(AdapterRules::isStatement, call -> "calls " + Type.called(call), findings);
                            for (var method : type.java().getMethods()) {
                                if (SQL_ANNOTATIONS.stream().anyMatch(method::isAnnotatedWith)) {
                                    findings.violation(type.at(method), "has its SQL in an annotation");
                                }
                            }
                        });
    }

    private static boolean isStatement(JavaCodeUnitAccess<?> call) {
        var owner = call.getTargetOwner().getPackageName();
        return (owner.equals("java.sql") && STATEMENTS.contains(call.getTarget().getName()))
                || owner.startsWith("org.springframework.jdbc.core");
    }

    private static Rule controllerServiceRepository() {
        return Rule.of("controller-service-repository")
                .each(ARCHITECTURE, project -> Code.of(project).types(Type::controller), (type, findings) -> {
                    for (var call : type.java().getCodeUnitAccessesFromSelf()) {
                        var target = type.code().type(call.getTargetOwner());
                        if (target != null && target.controller() && !target.equals(type)) {
                            findings.violation(type.at(call), "calls another controller, " + target.name());
                        }
                        if (target != null && target.in(Layer.PERSISTENCE)) {
                            findings.violation(type.at(call), "calls " + target.name() + " past the services");
                        }
                    }
                })
                .each(
                        ARCHITECTURE,
                        project -> Code.of(project).types(Layer.PERSISTENCE),
                        (type, findings) -> type.refuseUsesOfOwn(
                                used -> used.service() || used.controller(),
                                used -> "calls back to " + used.name(),
                                findings));
    }

    private static Rule recordsNotRows() {
        return Rule.of("services-return-records").each(ARCHITECTURE, TypeMethod::useCases, (useCase, findings) -> {
            for (var involved : useCase.java().getReturnType().getAllInvolvedRawTypes()) {
                var type = useCase.type().code().type(involved);
                if (involved.isAssignableTo(Map.class) || involved.isEquivalentTo(Object.class)) {
                    findings.violation(useCase, "returns an untyped " + involved.getSimpleName());
                } else if (type != null && (type.in(Layer.PERSISTENCE) || changes(type))) {
                    findings.violation(useCase, "returns " + type.name() + ", which is no record");
                }
            }
        });
    }

    private static boolean changes(Type type) {
        return type.java().getFields().stream()
                .anyMatch(field -> !field.getModifiers().contains(JavaModifier.FINAL)
                        && !field.getModifiers().contains(JavaModifier.STATIC));
    }

    private static Rule wireNames() {
        return Rule.of("wire-names").each(TYPES, AdapterRules::wireRecords, (type, findings) -> {
            for (var twin : twins(type.code()).getOrDefault(type.java().getSimpleName(), List.of())) {
                if (!twin.equals(type.java())) {
                    findings.violation(type, "has the name of " + twin.getName());
                }
            }
        });
    }

    private static List<Type> wireRecords(Project project) {
        return wireRecords(Code.of(project));
    }

    private static List<Type> wireRecords(Code code) {
        return code.types(type -> type.java().isRecord() && type.in(Layer.WEB, Layer.APPLICATION));
    }

    private static Map<String, List<JavaClass>> twins(Code code) {
        return wireRecords(code).stream()
                .map(Type::java)
                .collect(groupingBy(JavaClass::getSimpleName, HashMap::new, mapping(java -> java, toList())));
    }
}
