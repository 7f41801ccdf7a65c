// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ashlar.rules.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A project's classes as ArchUnit reads them from the class path. A caller that has read them already makes them a part of the
 * project, since reading takes far longer than most rules do:
 *
 * {@snippet :
 * project.part(ImportedClasses.class, () -> new ImportedClasses(() -> shipped, () -> tests));
 * }
 *
 * @param shipped what the project ships
 * @param tests what its tests consist of
 */
public record ImportedClasses(Supplier<JavaClasses> shipped, Supplier<JavaClasses> tests) {
    private static final String RESOLUTION = "import.dependencyResolutionProcess.maxIterationsFor";

    static ImportedClasses of(Project project) {
        return project.part(
                ImportedClasses.class,
                () -> new ImportedClasses(
                        () -> MainClasses.imported(project.basePackages()), () -> testsIn(project.compiledTests())));
    }

    /** Rules on tests need their annotations and superclasses. Resolving what they call and hold takes as long as the tests themselves. */
    private static JavaClasses testsIn(List<Path> compiled) {
        return ArchConfiguration.withThreadLocalScope(reading -> {
            reading.setProperty(RESOLUTION + "MemberTypes", "0");
            reading.setProperty(RESOLUTION + "AccessesToTypes", "0");
            return new ClassFileImporter().importPaths(compiled);
        });
    }
}
