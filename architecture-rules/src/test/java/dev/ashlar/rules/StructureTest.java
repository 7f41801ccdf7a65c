// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Packages of the module itself. */
class StructureTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target/classes"));

    /** The root is left out: its rulebook lists the families of all packages, which are made of its rules and findings. */
    @Test
    void noPackagesNeedEachOther() {
        slices().matching("dev.ashlar.rules.(**)").should().beFreeOfCycles().check(MAIN);
    }
}
