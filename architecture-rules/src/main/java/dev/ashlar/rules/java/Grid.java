// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Layout of a project's packages: contexts are rows, layers are columns, {@code root.context.layer} is a cell. A
 * context's own package is what it publishes; the root package and {@code root.bootstrap} wire everything together.
 *
 * {@snippet :
 * Project.named("Shop").grid(Grid.of("com.example.shop").domainMayUse("org.javamoney.."));
 * }
 *
 * @param root the package of all contexts
 * @param names what the layers are called
 * @param domainUses package patterns that the domain may use besides the JDK, in ArchUnit's notation
 * @param applicationUses package patterns that the application may use besides the domain and Spring's boundaries
 * @param terminals package patterns of what talks to a terminal instead of a log
 */
public record Grid(
        String root, Names names, List<String> domainUses, List<String> applicationUses, List<String> terminals) {

    /** Names of the packages: the context that all others may use whole, the layers, and the one that knows everything. */
    public record Names(
            String kernel, String domain, String application, String persistence, String web, String bootstrap) {}

    public Grid {
        domainUses = List.copyOf(domainUses);
        applicationUses = List.copyOf(applicationUses);
        terminals = List.copyOf(terminals);
    }

    /** Returns a grid with the usual names: kernel, domain, application, persistence, web, bootstrap. */
    public static Grid of(String root) {
        var usual = new Names("kernel", "domain", "application", "persistence", "web", "bootstrap");
        return new Grid(root, usual, List.of(), List.of(), List.of());
    }

    /** Returns the same with other names. */
    public Grid called(Names others) {
        return new Grid(root, others, domainUses, applicationUses, terminals);
    }

    /** Lets the domain use more than the JDK. Each pattern must be needed. */
    public Grid domainMayUse(String... patterns) {
        return new Grid(root, names, more(domainUses, patterns), applicationUses, terminals);
    }

    /** Lets the application use more of a framework. Each pattern must be needed. */
    public Grid applicationMayUse(String... patterns) {
        return new Grid(root, names, domainUses, more(applicationUses, patterns), terminals);
    }

    /** Names packages that write to standard output because a person sits there. Each pattern must match something. */
    public Grid terminal(String... patterns) {
        return new Grid(root, names, domainUses, applicationUses, more(terminals, patterns));
    }

    private static List<String> more(List<String> patterns, String... further) {
        return Stream.concat(patterns.stream(), Stream.of(further)).toList();
    }

    /** Returns the layer of a package; null if it is in no cell. */
    public @Nullable Layer layer(String packageName) {
        if (packageName.equals(root)) {
            return Layer.BOOTSTRAP;
        }
        if (!packageName.startsWith(root + ".")) {
            return null;
        }
        var path = packageName.substring(root.length() + 1).split("\\.", -1);
        if (path[0].equals(names.bootstrap())) {
            return Layer.BOOTSTRAP;
        }
        if (path.length == 1) {
            return Layer.PUBLISHED;
        }
        var layer = path[1];
        if (layer.equals(names.domain())) {
            return Layer.DOMAIN;
        } else if (layer.equals(names.application())) {
            return Layer.APPLICATION;
        } else if (layer.equals(names.persistence())) {
            return Layer.PERSISTENCE;
        }
        return layer.equals(names.web()) ? Layer.WEB : null;
    }

    /** Returns the context of a package; empty outside of all contexts. */
    public String context(String packageName) {
        var layer = layer(packageName);
        if (layer == null || layer == Layer.BOOTSTRAP) {
            return "";
        }
        return packageName.substring(root.length() + 1).split("\\.", -1)[0];
    }
}
