// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.plugin.Interceptor;

/** Tells which of a project's own classes are calling, and its main classes from its tests. */
final class CallStacks {
    private static final String OWN_PACKAGE = CallStacks.class.getPackageName() + ".";
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final Predicate<Class<?>> tests;
    private final List<String> packages;
    private final Map<Class<?>, Origin> origins = new ConcurrentHashMap<>();

    CallStacks(String... basePackages) {
        this(CallStacks::liesWithTests, basePackages);
    }

    CallStacks(Predicate<Class<?>> tests, String... basePackages) {
        this.tests = tests;
        packages = Stream.of(basePackages).map(name -> name + ".").toList();
    }

    /** Returns the calls of main classes that led here, innermost first. */
    String ofMainClasses() {
        return WALKER.walk(frames -> frames.filter(frame -> origin(frame) == Origin.MAIN)
                .filter(frame -> !isProxy(frame.getDeclaringClass()))
                .map(CallStacks::text)
                .collect(Collectors.joining(" < ")));
    }

    /** True if the nearest of the project's classes is a main class: then that one began what is being ended. */
    boolean nearestIsMainClass() {
        return WALKER.walk(frames -> frames.map(this::origin)
                .filter(origin -> origin != Origin.FOREIGN)
                .findFirst()
                .filter(origin -> origin == Origin.MAIN)
                .isPresent());
    }

    private static String text(StackFrame frame) {
        var type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }

    private Origin origin(StackFrame frame) {
        return origins.computeIfAbsent(frame.getDeclaringClass(), this::originOf);
    }

    private Origin originOf(Class<?> type) {
        boolean ours = type.getName().startsWith(OWN_PACKAGE) || Interceptor.class.isAssignableFrom(type);
        if (ours || packages.stream().noneMatch(type.getName()::startsWith)) {
            return Origin.FOREIGN;
        }
        var superclass = type.getSuperclass();
        if (isProxy(type) && superclass != null) {
            return originOf(superclass);
        }
        return tests.test(type) ? Origin.TEST : Origin.MAIN;
    }

    /** True if it comes from Maven's or Gradle's directory of compiled tests, or from a jar of tests. */
    private static boolean liesWithTests(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        return source != null
                && source.getLocation().toString().matches(".*(/test-classes/?|/java/test/?|-tests\\.jar)");
    }

    private static boolean isProxy(Class<?> type) {
        return type.getName().contains("$$");
    }

    private enum Origin {
        MAIN,
        TEST,
        FOREIGN
    }
}
