// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ashlar.rules.Project;
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
    static ImportedClasses of(Project project) {
        return project.part(
                ImportedClasses.class,
                () -> new ImportedClasses(
                        () -> MainClasses.imported(project.basePackages()),
                        () -> new ClassFileImporter().importPaths(project.compiledTests())));
    }
}
