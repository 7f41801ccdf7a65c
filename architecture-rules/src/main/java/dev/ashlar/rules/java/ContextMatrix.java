// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.importer.Location;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Borders between contexts, as Spring Modulith verifies them, and the declaration that each context owes. */
final class ContextMatrix {
    private static final Pattern LINE = Pattern.compile("\\((\\w+\\.java):(\\d+)\\)");
    private static final Pattern NAME = Pattern.compile("[a-z]\\w*(?:\\.\\w+)+(?:\\$\\w+)*");

    private ContextMatrix() {}

    static void check(Project project, Findings findings) {
        var code = Code.of(project);
        var grid = code.grid();
        var contexts = new TreeSet<String>();
        code.types().forEach(type -> contexts.add(type.context()));
        contexts.remove("");
        for (var context : contexts) {
            findings.looked();
            declared(code, context, findings);
        }
        if (contexts.isEmpty()) {
            return;
        }
        var shipped = MainClasses.of(grid.root());
        var bootstrap = (grid.root() + "." + grid.names().bootstrap()).replace('.', '/') + "/";
        ArchConfiguration.withThreadLocalScope(reading -> {
                    reading.setResolveMissingDependenciesFromClassPath(false); // libraries, which have no modules
                    return ApplicationModules.of(
                                    grid.root(),
                                    (Location location) -> shipped.includes(location) && !location.contains(bootstrap))
                            .detectViolations();
                })
                .getMessages()
                .forEach(message -> findings.violation(place(code, message), message));
    }

    private static void declared(Code code, String context, Findings findings) {
        var name = code.grid().root() + "." + context;
        var place = code.types(type -> type.java().getPackageName().startsWith(name))
                .get(0)
                .place();
        if (!code.main().containPackage(name)) {
            findings.violation(
                    place, "The context " + context + " has no package " + name + ", so it declares nothing.");
            return;
        }
        Optional<ApplicationModule> declaration =
                code.main().getPackage(name).tryGetAnnotationOfType(ApplicationModule.class);
        if (declaration.isEmpty()) {
            findings.violation(place, "The context " + context + " has no @ApplicationModule in its package-info.");
        } else if (declaration.get().type() == ApplicationModule.Type.OPEN) {
            if (!context.equals(code.grid().names().kernel())) {
                findings.violation(place, "The context " + context + " opens its internals to all others.");
            }
        } else if (List.of(declaration.get().allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN)) {
            findings.violation(place, "The context " + context + " names no allowedDependencies; {} allows none.");
        } else {
            for (var dependency : declaration.get().allowedDependencies()) {
                edges(code, context, dependency, message -> findings.violation(place, message));
            }
        }
    }

    /** Refuses named interfaces to all but edges, and edges to all. */
    private static void edges(Code code, String context, String dependency, Consumer<String> violation) {
        var parts = dependency.split("::", 2);
        var target = parts[0].strip();
        if (target.equals(code.grid().names().kernel())) {
            return;
        }
        if (parts.length == 2 && !code.edge(context)) {
            violation.accept(
                    "The context " + context + " names \"" + dependency + "\"; only an edge, which has a web cell"
                            + " and no other, uses more of a context than its published package.");
        }
        if (code.edge(target)) {
            violation.accept("The context " + context + " names the edge " + target + ", which publishes nothing.");
        }
    }

    private static Place place(Code code, String message) {
        var line = LINE.matcher(message);
        var types = NAME.matcher(message)
                .results()
                .map(found -> found.group())
                .flatMap(name -> code.types(type -> type.java().getName().equals(name)).stream())
                .toList();
        while (line.find()) {
            var file = line.group(1);
            for (var type : types) {
                var source = type.place().file();
                if (source != null && source.endsWith(file)) {
                    return type.at(Integer.parseInt(line.group(2)));
                }
            }
        }
        return types.isEmpty() ? Place.of(code.grid().root()) : types.get(0).place();
    }
}
