// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.parse;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.ashlar.rules.NotGiven;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.java.Code;
import dev.ashlar.rules.java.Type;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.Alias;

/** Settings that mapper files show to be there, for a project that does not say how it configures MyBatis. */
final class MyBatisDefaults {
    private static final String POSTGRESQL = "(?i)(postgres(ql)?|pg(sql)?)";
    private static final List<String> TYPES = List.of("type", "ofType", "javaType", "resultType", "parameterType");

    private MyBatisDefaults() {}

    /** Names PostgreSQL as the files do, and the project's classes by the aliases that they use. */
    static void complete(Configuration configuration, List<MapperFile> files, Project project) {
        attributes(files, List.of("databaseId")).stream()
                .filter(name -> name.matches(POSTGRESQL))
                .sorted()
                .findFirst()
                .ifPresent(configuration::setDatabaseId);
        var aliases = attributes(files, TYPES).stream()
                .filter(name -> name.matches("\\w+"))
                .filter(name -> !configuration
                        .getTypeAliasRegistry()
                        .getTypeAliases()
                        .containsKey(name.toLowerCase(Locale.ROOT)))
                .toList();
        var types = aliases.isEmpty() ? List.<JavaClass>of() : types(project);
        aliases.forEach(alias -> register(alias, types, configuration));
    }

    private static Set<String> attributes(List<MapperFile> files, List<String> names) {
        return files.stream()
                .flatMap(file -> MapperFile.elements(file.root()).stream())
                .flatMap(element -> names.stream().map(element::getAttribute))
                .filter(Predicate.not(String::isEmpty))
                .collect(toSet());
    }

    private static List<JavaClass> types(Project project) {
        try {
            return Code.of(project).types().stream().map(Type::java).toList();
        } catch (NotGiven withoutClasses) {
            return List.of();
        }
    }

    /** A name that two classes have is nobody's: MyBatis refuses it, too. */
    private static void register(String alias, List<JavaClass> types, Configuration configuration) {
        var meant = types.stream().filter(type -> isCalled(type, alias)).toList();
        if (meant.size() == 1) {
            try {
                configuration
                        .getTypeAliasRegistry()
                        .registerAlias(
                                alias, Resources.classForName(meant.get(0).getName()));
            } catch (ClassNotFoundException | LinkageError unloadable) {
                // MyBatis refuses the file, and says why.
            }
        }
    }

    private static boolean isCalled(JavaClass type, String alias) {
        return type.tryGetAnnotationOfType(Alias.class)
                .map(Alias::value)
                .orElse(type.getSimpleName())
                .equalsIgnoreCase(alias);
    }
}
