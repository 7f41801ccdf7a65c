// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static dev.ashlar.rules.Checkpoint.ARCHITECTURE;

import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules of transactions: their boundaries, calls that must stay outside, and exceptions that must reach them. */
final class TransactionRules {
    private static final Set<String> BY_HAND = Set.of(
            "org.springframework.transaction.support.TransactionTemplate",
            "org.springframework.transaction.support.TransactionOperations",
            "org.springframework.transaction.PlatformTransactionManager",
            "org.springframework.transaction.TransactionManager",
            "org.springframework.transaction.interceptor.TransactionAspectSupport",
            "jakarta.transaction.UserTransaction");
    private static final Set<String> COMMITTERS = Set.of(
            "java.sql.Connection", "org.apache.ibatis.session.SqlSession", "org.apache.ibatis.transaction.Transaction");
    private static final Set<String> COMMITTING = Set.of("commit", "rollback", "setAutoCommit", "setSavepoint");
    private static final List<String> OTHER_THREADS =
            List.of(("java.util.concurrent.CompletableFuture java.util.concurrent.Executor"
                            + " java.util.concurrent.Executors java.util.concurrent.ExecutorService"
                            + " java.util.concurrent.ForkJoinPool java.util.concurrent.StructuredTaskScope java.lang.Thread"
                            + " java.util.Timer")
                    .split(" "));

    private static final Set<String> ANYTHING =
            Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error");
    private static final Set<String> DATABASE = Set.of(
            "java.sql.SQLException",
            "org.springframework.dao.DataAccessException",
            "org.apache.ibatis.exceptions.PersistenceException",
            "org.apache.ibatis.exceptions.IbatisException");

    static final List<Rule> RULES = List.of(
            Rule.of("transaction-owner")
                    .each(
                            ARCHITECTURE,
                            Code.where(type -> type.layer() != Layer.APPLICATION),
                            TransactionRules::outsideApplication)
                    .each(
                            ARCHITECTURE,
                            Code.where(type -> type.in(Layer.APPLICATION)
                                    && type.concrete()
                                    && type.is(JavaModifier.PUBLIC)
                                    && (type.service()
                                            || type.java().getSimpleName().endsWith("Service"))),
                            TransactionRules::undeclared),
            Rule.of("declarative-transactions")
                    .each(ARCHITECTURE, Code.where(type -> true), TransactionRules::refuseByHand),
            Rule.of("transaction-escape").each(ARCHITECTURE, Code.in(Layer.APPLICATION), TransactionRules::joined),
            Rule.of("repositories-never-commit")
                    .each(ARCHITECTURE, Code.in(Layer.PERSISTENCE), TransactionRules::repositoriesNeverCommit),
            Rule.of("transactional-services")
                    .refuse(
                            ARCHITECTURE,
                            Code.where(TransactionRules::callsStoredPort),
                            type -> type.is(JavaModifier.PUBLIC) && !type.transactional()
                                    ? "is public, uses a port of stored rows and opens no transaction"
                                    : null),
            Rule.of("no-network-in-transaction")
                    .each(
                            ARCHITECTURE,
                            Code.where(type -> type.in(Layer.APPLICATION)
                                    && type.concrete()
                                    && (!type.service() || type.transactional())),
                            (type, findings) -> type.refuseUses(
                                    type.code()::reachesServer,
                                    used -> "reaches another server through " + used.getSimpleName(),
                                    findings)),
            Rule.of("rollback-on-failure")
                    .each(
                            ARCHITECTURE,
                            Code.where(type -> type.in(Layer.APPLICATION)
                                    && type.concrete()
                                    && (!type.service() || type.transactional())),
                            (type, findings) -> swallowed(type, findings)),
            Rule.of("repositories-rethrow")
                    .each(ARCHITECTURE, Code.in(Layer.PERSISTENCE), (type, findings) -> swallowed(type, findings)));

    private TransactionRules() {}

    /** Returns the class and those of its methods that declare a transaction. */
    private static Stream<Place> declared(Type type) {
        return Stream.concat(
                Stream.of(type.java())
                        .filter(java -> Spring.transaction(java).isPresent())
                        .map(java -> type.place()),
                type.java().getMethods().stream()
                        .filter(method -> Spring.transaction(method).isPresent())
                        .map(method -> type.at(method)));
    }

    private static void outsideApplication(Type type, Findings findings) {
        declared(type).forEach(place -> findings.violation(place, "declares a transaction outside the application"));
    }

    private static void undeclared(Type type, Findings findings) {
        if (!type.service()) {
            findings.violation(type, "is called a service, but nothing marks it as one");
        }
        publicMethods(type)
                .filter(method -> effective(type, method).isEmpty())
                .forEach(method ->
                        findings.violation(type.at(method), method.getName() + " says nothing about its transaction"));
    }

    private static void repositoriesNeverCommit(Type type, Findings findings) {
        refuseByHand(type, findings);
        type.java().getMethods().stream()
                .filter(method -> Spring.transaction(method).isPresent())
                .forEach(method -> findings.violation(type.at(method), "opens a transaction"));
        if (Spring.transaction(type.java()).isPresent()) {
            findings.violation(type, "opens transactions");
        }
    }

    private static void refuseByHand(Type type, Findings findings) {
        type.refuseUses(used -> BY_HAND.contains(used.getName()), used -> "uses " + used.getSimpleName(), findings);
        type.refuseCalls(TransactionRules::commits, call -> "calls " + Type.called(call), findings);
    }

    private static boolean commits(JavaCodeUnitAccess<?> call) {
        return COMMITTING.contains(call.getTarget().getName())
                && COMMITTERS.stream().anyMatch(call.getTargetOwner()::isAssignableTo);
    }

    private static void joined(Type type, Findings findings) {
        if (type.carries(Spring.ASYNC) && !type.java().isAnnotation()) {
            findings.violation(type, "is @Async");
        }
        for (var method : type.java().getMethods()) {
            // After the commit there is no transaction left to escape from.
            if (Type.carries(method, Spring.ASYNC) && !Spring.listensAfterCommit(method)) {
                findings.violation(type.at(method), "is @Async");
            }
            selfInvocations(type, method, findings);
        }
        type.refuseCalls(TransactionRules::leavesThread, call -> "leaves the thread: " + Type.called(call), findings);
    }

    private static boolean leavesThread(JavaCodeUnitAccess<?> call) {
        var name = call.getTarget().getName();
        return name.equals("parallelStream")
                || (name.equals("parallel")
                        && call.getTargetOwner().getPackageName().equals("java.util.stream"))
                || (!name.equals("currentThread")
                        && OTHER_THREADS.stream().anyMatch(call.getTargetOwner()::isAssignableTo));
    }

    /** A method that is called on this needs no more of its transaction than the method called from outside. */
    private static void selfInvocations(Type type, JavaMethod called, Findings findings) {
        var needed = Spring.transaction(called);
        if (needed.isEmpty() || !type.service()) {
            return;
        }
        for (var call : called.getAccessesToSelf()) {
            if (!call.getOriginOwner().equals(type.java()) || !(call.getOrigin() instanceof JavaMethod caller)) {
                continue;
            }
            for (var entry : entries(type, caller, new HashSet<>())) {
                var given = effective(type, entry).orElse(Map.of());
                if (lacks(given, needed.get())) {
                    findings.violation(
                            type.at(call),
                            entry.getName() + " calls " + called.getName() + " on this, so the transaction that "
                                    + called.getName() + " declares is not the one it gets");
                }
            }
        }
    }

    private static Set<JavaMethod> entries(Type type, JavaMethod method, Set<JavaMethod> seen) {
        if (!method.getModifiers().contains(JavaModifier.PRIVATE)) {
            return Set.of(method);
        }
        var entries = new HashSet<JavaMethod>();
        if (seen.add(method)) {
            for (var call : method.getAccessesToSelf()) {
                if (call.getOrigin() instanceof JavaMethod caller
                        && caller.getOwner().equals(type.java())) {
                    entries.addAll(entries(type, caller, seen));
                }
            }
        }
        return entries;
    }

    private static boolean lacks(Map<String, Object> given, Map<String, Object> needed) {
        return !propagation(given).equals(propagation(needed))
                || (Boolean.TRUE.equals(given.get("readOnly")) && !Boolean.TRUE.equals(needed.get("readOnly")));
    }

    private static String propagation(Map<String, Object> transaction) {
        return transaction.get("propagation") instanceof JavaEnumConstant constant ? constant.name() : "REQUIRED";
    }

    private static java.util.Optional<Map<String, Object>> effective(Type type, JavaMethod method) {
        return Spring.transaction(method).or(() -> Spring.transaction(type.java()));
    }

    private static boolean callsStoredPort(Type type) {
        return type.in(Layer.APPLICATION)
                && type.java().getCodeUnitAccessesFromSelf().stream()
                        .anyMatch(call -> type.code().storedPorts().stream()
                                .anyMatch(port -> port.java().equals(call.getTargetOwner())));
    }

    private static Stream<JavaMethod> publicMethods(Type type) {
        return type.java().getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static void swallowed(Type type, Findings findings) {
        if (type.java().getTryCatchBlocks().isEmpty()) {
            return;
        }
        for (var handler : type.code().bytecode(type).catches()) {
            if ((ANYTHING.contains(handler.caught()) || DATABASE.contains(handler.caught())) && !handler.rethrows()) {
                findings.violation(
                        type.at(handler.line(), type.name() + "." + handler.method()),
                        "swallows " + handler.caught().replaceFirst(".*\\.", ""));
            }
        }
    }
}
