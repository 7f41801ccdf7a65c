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
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules of controllers and mappers: their dependencies and their visibility. */
final class AdapterRules {
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
    private static final List<String> SQL_ANNOTATIONS = Stream.of("Select", "Insert", "Update", "Delete")
            .flatMap(kind -> Stream.of(kind, kind + "Provider"))
            .map(name -> "org.apache.ibatis.annotations." + name)
            .toList();

    static final List<Rule> RULES = List.of(
            Rule.of("web-without-ports")
                    .each(
                            ARCHITECTURE,
                            Code.in(Layer.WEB),
                            (type, findings) -> type.refuseUsesOfOwn(
                                    used -> used.port() && !isAdapterOf(type, used),
                                    used -> "uses the port " + used.name(),
                                    findings))
                    .each(ARCHITECTURE, TypeMethod::handlers, AdapterRules::webWithoutPorts),
            Rule.of("internal-adapters")
                    .refuse(
                            ARCHITECTURE,
                            Code.where(type -> type.controller()
                                    || type.carries(Spring.MAPPER)
                                    || (!type.in(Layer.DOMAIN, Layer.APPLICATION)
                                            && type.concrete()
                                            && implementsPort(type))),
                            type -> type.is(JavaModifier.PUBLIC) ? "is public" : null),
            Rule.of("one-adapter-a-port")
                    .refuse(ARCHITECTURE, project -> Code.of(project).ports(), AdapterRules::severalAdapters),
            Rule.of("no-queries-in-controllers")
                    .each(
                            ARCHITECTURE,
                            Code.where(Type::controller),
                            (type, findings) -> type.refuseUses(
                                    used -> reachesDatabase(type.code(), used),
                                    used -> "reaches the database through " + used.getName(),
                                    findings)),
            Rule.of("no-sql-in-java")
                    .each(ARCHITECTURE, Code.where(type -> !type.in(Layer.BOOTSTRAP)), AdapterRules::noRawJdbc),
            Rule.of("controller-service-repository")
                    .each(ARCHITECTURE, Code.where(Type::controller), AdapterRules::controllerServiceRepository)
                    .each(
                            ARCHITECTURE,
                            Code.in(Layer.PERSISTENCE),
                            (type, findings) -> type.refuseUsesOfOwn(
                                    used -> used.service() || used.controller(),
                                    used -> "calls back to " + used.name(),
                                    findings)),
            Rule.of("services-return-records").each(ARCHITECTURE, TypeMethod::useCases, AdapterRules::recordsNotRows),
            Rule.of("wire-names").each(TYPES, AdapterRules::wireRecords, AdapterRules::wireNames));

    private AdapterRules() {}

    private static void webWithoutPorts(TypeMethod operation, Findings findings) {
        for (var involved : operation.java().getAllInvolvedRawTypes()) {
            var type = operation.type().code().type(involved);
            if (type != null && type.in(Layer.DOMAIN) && !isValue(type)) {
                findings.violation(operation, "has " + type.name() + " of the domain in its signature");
            }
        }
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

    private static boolean implementsPort(Type type) {
        return type.code().ports().stream()
                .anyMatch(port -> type.java().isAssignableTo(port.java().getName()));
    }

    private static @Nullable String severalAdapters(Type port) {
        var adapters = port.code().implementers(port);
        return adapters.size() != 1
                ? "has " + adapters.size() + " adapters: "
                        + adapters.stream().map(Type::name).toList()
                : null;
    }

    private static boolean reachesDatabase(Code code, JavaClass used) {
        var own = code.type(used);
        return QUERIES.stream().anyMatch(used.getName()::startsWith)
                || (own != null && (own.in(Layer.PERSISTENCE) || own.carries(Spring.MAPPER)));
    }

    private static void noRawJdbc(Type type, Findings findings) {
        type.refuseCalls(AdapterRules::isStatement, call -> "calls " + Type.called(call), findings);
        for (var method : type.java().getMethods()) {
            if (SQL_ANNOTATIONS.stream().anyMatch(method::isAnnotatedWith)) {
                findings.violation(type.at(method), "has its SQL in an annotation");
            }
        }
    }

    private static boolean isStatement(JavaCodeUnitAccess<?> call) {
        var owner = call.getTargetOwner().getPackageName();
        return (owner.equals("java.sql") && STATEMENTS.contains(call.getTarget().getName()))
                || owner.startsWith("org.springframework.jdbc.core");
    }

    private static void controllerServiceRepository(Type type, Findings findings) {
        for (var call : type.java().getCodeUnitAccessesFromSelf()) {
            var target = type.code().type(call.getTargetOwner());
            if (target != null && target.controller() && !target.equals(type)) {
                findings.violation(type.at(call), "calls another controller, " + target.name());
            }
            if (target != null && target.in(Layer.PERSISTENCE)) {
                findings.violation(type.at(call), "calls " + target.name() + " past the services");
            }
        }
    }

    private static void recordsNotRows(TypeMethod useCase, Findings findings) {
        for (var involved : useCase.java().getReturnType().getAllInvolvedRawTypes()) {
            var type = useCase.type().code().type(involved);
            if (involved.isAssignableTo(Map.class) || involved.isEquivalentTo(Object.class)) {
                findings.violation(useCase, "returns an untyped " + involved.getSimpleName());
            } else if (type != null && (type.in(Layer.PERSISTENCE) || changes(type))) {
                findings.violation(useCase, "returns " + type.name() + ", which is no record");
            }
        }
    }

    private static boolean changes(Type type) {
        return type.java().getFields().stream()
                .anyMatch(field -> !field.getModifiers().contains(JavaModifier.FINAL)
                        && !field.getModifiers().contains(JavaModifier.STATIC));
    }

    private static void wireNames(Type type, Findings findings) {
        for (var twin : twins(type.code()).getOrDefault(type.java().getSimpleName(), List.of())) {
            if (!twin.equals(type.java())) {
                findings.violation(type, "has the name of " + twin.getName());
            }
        }
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
