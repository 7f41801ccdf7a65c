// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.parse;

import dev.ashlar.rules.NotGiven;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Violation;
import dev.ashlar.rules.files.TextFiles;
import dev.ashlar.rules.java.Code;
import dev.ashlar.rules.java.Type;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.DeleteProvider;
import org.apache.ibatis.annotations.InsertProvider;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectKey;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.annotations.UpdateProvider;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.session.Configuration;
import org.w3c.dom.Element;

/**
 * A mapper interface that has statements in annotations. They are written into a document like that of a mapper file, so that
 * rules see no difference. Statements that Java code makes are not read.
 *
 * @param mapper the interface
 * @param place its place
 */
public record AnnotatedMapper(Class<?> mapper, Place place) {
    private static final List<Class<? extends Annotation>> UNREAD = List.of(
            SelectProvider.class, InsertProvider.class, UpdateProvider.class, DeleteProvider.class, SelectKey.class);
    /** Their interfaces have methods whose statements the library makes. */
    private static final String LIBRARIES =
            "(com\\.baomidou\\.mybatisplus|tk\\.mybatis|io\\.mybatis|org\\.mybatis)\\..*";

    /** Returns those among a project's classes, and among the interfaces of its mapper files. */
    public static List<AnnotatedMapper> all(Project project, List<MapperFile> files) {
        var found = new LinkedHashMap<String, AnnotatedMapper>();
        interfaces(project).forEach(type -> add(type.java().getName(), type.place(), found));
        files.forEach(file -> add(file.namespace(), file.place(), found));
        return found.values().stream()
                .filter(annotated -> annotated.methods().anyMatch(AnnotatedMapper::hasStatement))
                .toList();
    }

    private static List<Type> interfaces(Project project) {
        try {
            return Code.of(project).types(AnnotatedMapper::isAnnotated);
        } catch (NotGiven withoutClasses) {
            return List.of();
        }
    }

    private static boolean isAnnotated(Type type) {
        return type.java().isInterface()
                && type.java().getMethods().stream()
                        .flatMap(method -> method.getAnnotations().stream())
                        .anyMatch(annotation ->
                                annotation.getRawType().getPackageName().equals(Select.class.getPackageName()));
    }

    private static void add(String name, Place place, Map<String, AnnotatedMapper> found) {
        try {
            found.putIfAbsent(name, new AnnotatedMapper(Resources.classForName(name), place));
        } catch (ClassNotFoundException | LinkageError unloadable) {
            // No class, no annotations; a rule asks for the interfaces of mapper files.
        }
    }

    /** True if a library of mappers makes a method's statement. */
    public static boolean isOfLibrary(Method method) {
        return method.getDeclaringClass().getName().matches(LIBRARIES);
    }

    /** True if a method has a statement, read or not, in an annotation. */
    public static boolean hasStatement(Method method) {
        return AnnotatedStatement.of(method).findAny().isPresent() || isUnread(method);
    }

    private static boolean isUnread(Method method) {
        return UNREAD.stream().anyMatch(kind -> method.getAnnotationsByType(kind).length > 0);
    }

    private Stream<Method> methods() {
        return Arrays.stream(mapper.getMethods())
                .filter(method -> !method.isBridge() && !method.isDefault() && !isOfLibrary(method))
                .sorted(Comparator.comparing(Method::getName));
    }

    /** Has MyBatis read the interface, and writes its statements into a document. Tells once which of them are not read. */
    Optional<MapperFile> load(Configuration configuration, TemplateDriver driver, List<Violation> refused) {
        var unread = methods()
                .filter(AnnotatedMapper::isUnread)
                .map(Method::getName)
                .distinct()
                .toList();
        if (!unread.isEmpty()) {
            refused.add(new Violation(
                    place, "takes SQL from Java code, which no rule examines: " + String.join(", ", unread)));
        }
        try {
            if (!configuration.hasMapper(mapper)) {
                configuration.addMapper(mapper);
            }
            var file = file();
            file.statements().forEach(statement -> driver.keep(file.namespace(), statement, configuration));
            return Optional.of(file);
        } catch (RuntimeException invalid) {
            refused.add(new Violation(place, "MyBatis refuses the interface: " + invalid.getMessage()));
            return Optional.empty();
        }
    }

    private MapperFile file() {
        var root = XmlLines.emptyDocument().createElement("mapper");
        root.getOwnerDocument().appendChild(root);
        root.setAttribute("namespace", mapper.getName());
        var path = place.file() == null ? Path.of(mapper.getName().replace('.', '/') + ".java") : place.file();
        var lines = place.file() == null ? List.<String>of() : TextFiles.lines(place.file());
        methods().flatMap(AnnotatedStatement::of).forEach(statement -> {
            var element = statement.in(root.getOwnerDocument());
            mark(element, statement, lines);
            root.appendChild(element);
        });
        return new MapperFile(path, root);
    }

    /** From the annotation to the method. */
    private static void mark(Element element, AnnotatedStatement statement, List<String> lines) {
        var declaration = Pattern.compile("\\s" + statement.method().getName() + "\\(");
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith("@" + statement.annotation())) {
                first = i + 1;
            } else if (declaration.matcher(lines.get(i)).find()) {
                XmlLines.mark(element, first == 0 ? i + 1 : first, i + 1);
                return;
            }
        }
    }
}
