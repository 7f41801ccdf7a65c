// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.architecture;

import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A process that runs one test method and exits with what came of it. */
final class OneTest {
    /** It passed. */
    static final int PASSED = 10;

    /** It ran, and failed. */
    static final int FAILED = 11;

    /** There was nothing to run. */
    static final int NOT_RUN = 12;

    private OneTest() {}

    public static void main(String[] arguments) {
        var selectors = methods(arguments[0], arguments[1]).stream()
                .map(method -> DiscoverySelectors.selectMethod(load(arguments[0]), method))
                .toList();
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectors)
                                .build(),
                        summary);
        var result = summary.getSummary();
        result.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8), 10);
        System.exit(result.getTestsFailedCount() > 0 ? FAILED : result.getTestsSucceededCount() > 0 ? PASSED : NOT_RUN);
    }

    /** The methods of that name that a class has or inherits. */
    static List<Method> methods(String test, String name) {
        return Stream.<Class<?>>iterate(load(test), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name))
                .toList();
    }

    /** Not initialized: some tests have a static database, which nobody would close here. */
    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OneTest.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("There is no test " + name + ".", missing);
        }
    }
}
