// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatcher;
import dev.ashlar.rules.NotGiven;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a project, read once: what it ships, and its tests.
 *
 * {@snippet :
 * Code.of(project).types(Layer.DOMAIN).forEach(type -> findings.violation(type, "is in the domain"));
 * }
 */
public final class Code {
    private final Project project;
    private final JavaClasses main;
    private final SourceFiles sources;
    private final List<Type> types;
    private final Set<JavaClass> shipped;
    private final Map<JavaClass, Bytecode> bytecode = new HashMap<>();
    private @Nullable List<Type> tests;
    private @Nullable Set<String> edges;
    private @Nullable Set<Type> ports;
    private @Nullable List<Type> stored;
    private @Nullable Set<JavaClass> outbound;

    private Code(Project project) {
        this.project = project;
        main = ImportedClasses.of(project).shipped().get();
        sources = SourceFiles.under(project.sources());
        types = typesOf(main);
        shipped = types.stream().map(Type::java).collect(Collectors.toSet());
    }

    /** Returns the classes of a project, read once. */
    public static Code of(Project project) {
        return project.part(Code.class, () -> new Code(project));
    }

    private List<Type> typesOf(Collection<JavaClass> classes) {
        return classes.stream()
                .filter(java -> !java.getSimpleName().equals("package-info"))
                .map(java -> new Type(this, java))
                .sorted((one, other) ->
                        one.java().getName().compareTo(other.java().getName()))
                .toList();
    }

    /** Classes that a project ships and a check looks at. */
    public static Function<Project, List<Type>> where(Predicate<Type> picked) {
        return project -> of(project).types(picked);
    }

    /** Returns those in some layers. */
    public static Function<Project, List<Type>> in(Layer... layers) {
        return where(type -> type.in(layers));
    }

    /** Returns the layout of the project's packages. */
    public Grid grid() {
        return project.grid();
    }

    /** Classes that the project ships, as ArchUnit has them, {@code package-info} included. */
    public JavaClasses main() {
        return main;
    }

    /** Classes that the project ships, by name. */
    public List<Type> types() {
        return types;
    }

    /** Classes that the project ships in some layers. */
    public List<Type> types(Layer... layers) {
        return types(type -> type.in(layers));
    }

    /** Classes that the project ships and the predicate selects. */
    public List<Type> types(Predicate<Type> picked) {
        return types.stream().filter(picked).toList();
    }

    /**
     * True if the context is an edge: it translates a foreign contract to the application services of other contexts, so
     * all its classes are in its web cell. A context whose classes are in another jar is none.
     */
    public boolean edge(String context) {
        if (edges == null) {
            edges = types.stream()
                    .map(Type::context)
                    .filter(Predicate.not(String::isEmpty))
                    .collect(Collectors.toSet());
            types.stream()
                    .filter(type -> !type.in(Layer.WEB))
                    .map(Type::context)
                    .forEach(edges::remove);
        }
        return edges.contains(context);
    }

    /** Returns the classes of the project's tests. */
    public List<Type> tests() {
        if (tests == null) {
            tests = typesOf(ImportedClasses.of(project).tests().get());
        }
        return tests;
    }

    /** Returns all ports: interfaces of the domain, and those of the application that SQL implements. */
    public Set<Type> ports() {
        if (ports == null) {
            ports = types.stream()
                    .filter(type -> type.java().isInterface() && !type.java().isAnnotation())
                    .filter(type -> !type.java().isSealed())
                    .filter(type -> type.in(Layer.DOMAIN) || (type.in(Layer.APPLICATION) && stored(type)))
                    .collect(Collectors.toSet());
        }
        return ports;
    }

    /** Returns the ports that SQL implements: a mapper implements them, or a class that calls one. */
    public List<Type> storedPorts() {
        if (stored == null) {
            stored = ports().stream().filter(this::stored).toList();
        }
        return stored;
    }

    private boolean stored(Type port) {
        return implementers(port).stream()
                .filter(by -> by.in(Layer.PERSISTENCE))
                .anyMatch(by -> by.java().isInterface()
                        || by.java().getDirectDependenciesFromSelf().stream()
                                .map(Dependency::getTargetClass)
                                .anyMatch(used -> isMapper(used)
                                        || used.getName().startsWith("org.apache.ibatis.session.")
                                        || used.isEquivalentTo(javax.sql.DataSource.class)));
    }

    /** True if a class is a way to another server: a client of some network protocol, or a port behind which one is used. */
    boolean reachesServer(JavaClass used) {
        if (outbound == null) {
            outbound = ports().stream()
                    .filter(port -> implementers(port).stream().anyMatch(Code::usesNetwork))
                    .map(Type::java)
                    .collect(Collectors.toSet());
        }
        return Spring.NETWORK.contains(used.getName()) || outbound.contains(used);
    }

    private static boolean usesNetwork(Type type) {
        return type.java().getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        Spring.NETWORK.contains(dependency.getTargetClass().getName()));
    }

    /** Implementations of an interface that the project ships: classes, and mappers, whose classes MyBatis makes. */
    public List<Type> implementers(Type port) {
        return port.java().getAllSubclasses().stream()
                .filter(java -> !java.isInterface() || java.isMetaAnnotatedWith(Spring.MAPPER) || isMapper(java))
                .filter(java -> !java.getModifiers().contains(JavaModifier.ABSTRACT) || java.isInterface())
                .filter(shipped::contains)
                .map(java -> new Type(this, java))
                .toList();
    }

    private static boolean isMapper(JavaClass java) {
        return java.isAnnotatedWith(Spring.MAPPER) || java.getSimpleName().endsWith("Mapper");
    }

    /** Returns the class of the project that something refers to, if it is one. */
    public @Nullable Type type(JavaClass java) {
        var type = java.getBaseComponentType();
        return shipped.contains(type) ? new Type(this, type) : null;
    }

    /** Returns those of the patterns, in ArchUnit's notation, that match neither a class nor anything that a class uses. */
    public List<String> idle(Collection<String> patterns, Collection<Type> users) {
        var packages = Stream.concat(
                        users.stream().map(Type::java),
                        users.stream()
                                .flatMap(type -> type.java().getDirectDependenciesFromSelf().stream())
                                .map(Dependency::getTargetClass))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        return patterns.stream()
                .filter(pattern -> packages.stream().noneMatch(PackageMatcher.of(pattern)::matches))
                .toList();
    }

    /** Facts in byte code that ArchUnit does not keep: loops, handlers of exceptions. */
    Bytecode bytecode(Type type) {
        return bytecode.computeIfAbsent(type.java(), Bytecode::of);
    }

    /** Returns the calls of each method of a class, in order, with those of its lambdas and of the class's methods that it calls. */
    public List<List<Call>> callsInOrder(Type type) {
        return bytecode(type).callsInOrder();
    }

    /** Returns the sources that the project names. */
    SourceFiles sources() {
        if (!sources.given()) {
            throw new NotGiven("sources");
        }
        return sources;
    }

    String shortName(JavaClass java) {
        var name = java.getName();
        int packageEnd = java.getPackageName().length();
        return name.substring(packageEnd == 0 ? 0 : packageEnd + 1).replace('$', '.');
    }

    Place place(JavaClass java) {
        var file = file(java);
        if (file == null) {
            return Place.of(shortName(java));
        }
        var declaration = Pattern.compile(
                "\\b(class|interface|enum|record|@interface) " + Pattern.quote(java.getSimpleName()) + "\\b");
        return Place.in(file, line(file, java.getSimpleName(), declaration, 1), 0, shortName(java));
    }

    Place place(Type type, JavaMember member) {
        var known = place(type.java());
        var element = type.name() + "." + member.getName();
        if (known.file() == null) {
            return Place.of(element);
        }
        var name = Pattern.quote(member.getName());
        var declaration = Pattern.compile(
                member instanceof JavaMethod
                        ? "[\\w>\\]](?<!->|return|new|else) " + name + "\\("
                        : "[\\w>\\]?] " + name + "\\b");
        int line = Math.max(known.line(), line(known.file(), member.getName(), declaration, known.line()));
        return Place.in(known.file(), line, line, element);
    }

    java.nio.file.@Nullable Path file(JavaClass java) {
        return java.getSource()
                .flatMap(source -> source.getFileName())
                .map(name -> sources.find(java.getPackageName(), name))
                .orElse(null);
    }

    private int line(java.nio.file.Path file, String name, Pattern declaration, int from) {
        var lines = sources.lines(file);
        for (int i = Math.max(1, from); i <= lines.size(); i++) {
            var line = lines.get(i - 1);
            if (line.contains(name) && declaration.matcher(line).find()) {
                return i;
            }
        }
        return 0;
    }
}
