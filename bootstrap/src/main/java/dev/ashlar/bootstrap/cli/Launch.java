// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

/**
 * Entry point of the jar. Maven compiles it for Java 17, on which Spring Boot's loader runs, so that an older Java than
 * Ashlar's is refused in a sentence instead of a stack trace.
 */
public final class Launch {
    static final int JAVA = 25;

    private Launch() {}

    /** Starts Ashlar, whose classes only a sufficient Java can load. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        int running = Runtime.version().feature();
        if (running < JAVA) {
            System.err.println("Ashlar needs Java " + JAVA + " or later, but this is Java " + running + " in "
                    + System.getProperty("java.home") + ". Start it with the java of a later release.");
            System.exit(1);
        }
        Class.forName("dev.ashlar.bootstrap.Ashlar")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
