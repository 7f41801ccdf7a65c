// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import dev.ashlar.rules.Rulebook;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locations of the classes that a project ships. Test classes do not count, nor jars of them that modules share, nor this library
 * itself. A package that exists among test classes only is taken from there: it is a sample or a fixture.
 */
final class MainClasses implements ImportOption {
    private static final String LIBRARY =
            Rulebook.class.getProtectionDomain().getCodeSource().getLocation().toString();

    /** By base package, since looking for a package takes all jars of the class path. */
    private static final Map<String, ImportOption> KNOWN = new ConcurrentHashMap<>();

    private final boolean tests;

    private MainClasses(boolean tests) {
        this.tests = tests;
    }

    static ImportOption of(String basePackage) {
        return KNOWN.computeIfAbsent(basePackage, MainClasses::locate);
    }

    private static ImportOption locate(String basePackage) {
        var shipped = new MainClasses(false);
        return Locations.ofPackage(basePackage).stream().anyMatch(shipped::includes) ? shipped : new MainClasses(true);
    }

    static JavaClasses imported(Iterable<String> basePackages) {
        var importer = new ClassFileImporter();
        for (var base : basePackages) {
            var option = of(base);
            importer = importer.withImportOption(location -> !inside(location, base) || option.includes(location));
        }
        return importer.importPackages(java.util.stream.StreamSupport.stream(basePackages.spliterator(), false)
                .toArray(String[]::new));
    }

    private static boolean inside(Location location, String base) {
        return location.contains(base.replace('.', '/'));
    }

    @Override
    public boolean includes(Location location) {
        if (location.contains(LIBRARY.replaceFirst("^file:", ""))) {
            return false;
        }
        return tests || (Predefined.DO_NOT_INCLUDE_TESTS.includes(location) && !location.contains("-tests.jar"));
    }
}
