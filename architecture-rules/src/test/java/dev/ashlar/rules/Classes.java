// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * Classes of all examples. They are compiled together and read together, since each alone would have the compiler and ArchUnit read the
 * same libraries again; they are written to the class path, on which MyBatis looks for them.
 */
final class Classes {
    static final JavaClasses ALL = compiled();

    private Classes() {}

    private static JavaClasses compiled() {
        var sources = Page.ALL.stream()
                .flatMap(page -> page.examples().stream())
                .flatMap(Example::sources)
                .toList();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var errors = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, UTF_8)) {
            Files.createDirectories(Example.CLASS_PATH);
            var options = List.of("-d", Example.CLASS_PATH.toString(), "-parameters", "-g", "-proc:none", "-nowarn");
            var units = files.getJavaFileObjectsFromPaths(sources);
            if (!compiler.getTask(errors, files, null, options, null, units).call()) {
                throw new IllegalStateException(errors.toString());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return new ClassFileImporter().importPath(Example.CLASS_PATH.resolve("pages"));
    }
}
