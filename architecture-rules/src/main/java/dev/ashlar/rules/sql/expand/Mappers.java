// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.Violation;
import dev.ashlar.rules.sql.parse.AnnotatedMapper;
import dev.ashlar.rules.sql.parse.MapperFile;
import dev.ashlar.rules.sql.parse.MyBatisDefaults;
import dev.ashlar.rules.sql.parse.TemplateDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ibatis.builder.BuilderException;
import org.apache.ibatis.builder.IncompleteElementException;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.builder.xml.XMLMapperEntityResolver;
import org.apache.ibatis.parsing.XPathParser;
import org.apache.ibatis.session.Configuration;
import org.w3c.dom.Element;

/**
 * All mapper files and annotated mappers of a project, read by MyBatis into a separate configuration, and their statements.
 *
 * {@snippet :
 * Mappers.of(project).variants().forEach(variant -> System.out.println(variant.sql()));
 * }
 *
 * @param files the files
 * @param statements their statements, in the order of the files
 * @param refused files that are malformed or that MyBatis refuses, each with the reason, statements behind it are not complete; and
 *     interfaces whose statements cannot be read
 */
public record Mappers(List<MapperFile> files, List<MapperStatement> statements, List<Violation> refused) {
    private static final String[] KINDS = {"select", "insert", "update", "delete", "selectKey"};

    /** Reads them, once a project. */
    public static Mappers of(Project project) {
        return project.part(Mappers.class, () -> read(project));
    }

    /** All variants of all statements. */
    public List<Variant> variants() {
        return statements.stream()
                .flatMap(statement -> statement.variants().stream())
                .toList();
    }

    private static Mappers read(Project project) {
        var refused = new ArrayList<Violation>();
        var files = new ArrayList<>(MapperFile.under(project.mapperDirectories(), refused));
        var configuration = project.freshConfiguration();
        // The project's own way of making a configuration may have loaded mappers, with its own language driver.
        configuration.getSqlFragments().clear();
        configuration.getMappedStatements().clear();
        configuration.getResultMaps().clear();
        configuration.getParameterMaps().clear();
        configuration.getCaches().clear();
        if (project.ownMyBatis().isEmpty()) {
            MyBatisDefaults.complete(configuration, files, project);
        }
        var driver = TemplateDriver.registeredIn(configuration);
        files.forEach(file -> loadFragments(file, configuration));
        files.forEach(file -> load(file, configuration, refused));
        for (var annotated : AnnotatedMapper.all(project, files)) {
            annotated.load(configuration, driver, refused).ifPresent(files::add);
        }
        finish(configuration);
        var rendering = new Rendering(configuration, driver);
        var fragments = fragments(files);
        var statements = new ArrayList<MapperStatement>();
        for (var file : files) {
            for (var element : file.elements(KINDS)) {
                var statement = new MapperStatement(
                        file,
                        element,
                        included(file, element, fragments),
                        configuration,
                        file.mapper(),
                        rendering::variants);
                if (!rendering.isForAnotherDatabase(statement)) {
                    statements.add(statement);
                }
            }
        }
        return new Mappers(List.copyOf(files), List.copyOf(statements), List.copyOf(refused));
    }

    private static void load(MapperFile file, Configuration configuration, List<Violation> refused) {
        try (var xml = Files.newInputStream(file.path())) {
            // Its fragments are known already: what the builder finds once more goes to a map that nobody reads.
            new XMLMapperBuilder(xml, configuration, file.path().toString(), new HashMap<>()).parse();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (RuntimeException invalid) {
            refused.add(new Violation(file.place(), "MyBatis refuses the file: " + invalid.getMessage()));
        }
    }

    /** All fragments before all statements, so that it does not matter which file is read first. */
    private static void loadFragments(MapperFile file, Configuration configuration) {
        try (var xml = Files.newInputStream(file.path())) {
            var parser = new XPathParser(xml, true, configuration.getVariables(), new XMLMapperEntityResolver());
            for (var fragment : parser.evalNodes("/mapper/sql")) {
                var database = fragment.getStringAttribute("databaseId", "");
                var id = file.namespace() + "." + fragment.getStringAttribute("id");
                boolean isMeant = database.equals(configuration.getDatabaseId());
                if (isMeant
                        || (database.isEmpty()
                                && !configuration.getSqlFragments().containsKey(id))) {
                    configuration.getSqlFragments().remove(id); // one for any database that came before
                    configuration.getSqlFragments().put(id, fragment);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (BuilderException invalid) {
            // Reading its statements fails for the same reason, and tells.
        }
    }

    /** Statements that came before the result map of another file. */
    private static void finish(Configuration configuration) {
        try {
            configuration.parsePendingResultMaps(true);
            configuration.parsePendingStatements(true);
        } catch (IncompleteElementException stillIncomplete) {
            // The statement that lacks something is missing afterwards, which is noticed.
        }
    }

    private static Map<String, Set<String>> fragments(List<MapperFile> files) {
        var found = new HashMap<String, Set<String>>();
        for (var file : files) {
            for (var fragment : file.elements("sql")) {
                found.put(file.namespace() + "." + fragment.getAttribute("id"), file.includes(fragment));
            }
        }
        return found;
    }

    private static Set<String> included(MapperFile file, Element element, Map<String, Set<String>> fragments) {
        var all = new LinkedHashSet<String>();
        var next = file.includes(element);
        while (!next.isEmpty()) {
            var further = new LinkedHashSet<String>();
            next.stream().filter(all::add).forEach(id -> further.addAll(fragments.getOrDefault(id, Set.of())));
            next = further;
        }
        return all;
    }
}
