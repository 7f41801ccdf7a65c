// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import dev.ashlar.rules.changelog.Migration;
import dev.ashlar.rules.changelog.Release;
import dev.ashlar.rules.java.Grid;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Subject of the rules: the places of a project's mappers, changelogs, classes, configuration and migrated database. Name
 * what there is, then hand it to {@link Rulebook#tests}; a check that needs something else is reported as not examined.
 * Rules read their subjects through readers, {@code Catalog.of(project)} or {@code Mappers.of(project)}, and only once:
 * see {@link #part}.
 *
 * {@snippet :
 * Project.named("Shop").mappers(Path.of("src/main/resources")).database(migratedDatabase);
 * }
 */
public final class Project {
    private final String name;
    private final List<Path> roots = new ArrayList<>();
    private final Exemptions exemptions = new Exemptions();
    private final Parts parts = new Parts();

    private final List<Path> mappers = new ArrayList<>();
    private final List<Path> changelogs = new ArrayList<>();
    private final List<Path> configuration = new ArrayList<>();
    private final List<Path> testClasses = new ArrayList<>();
    private final List<Path> recordings = new ArrayList<>();
    private final List<String> packages = new ArrayList<>();
    private @Nullable Supplier<Configuration> mybatis;
    private @Nullable DataSource database;
    private @Nullable Grid grid;
    private @Nullable Path release;
    private @Nullable String applicationRole;
    private boolean releasedIsTried = true;

    private Project(String name) {
        this.name = name;
    }

    /** Begins the description of a project. */
    public static Project named(String name) {
        return new Project(name);
    }

    /** Adds directories whose files may hold waivers as comments, and in which places are looked up. */
    public Project sources(Path... directories) {
        return add(roots, directories);
    }

    /** Adds directories that hold MyBatis mapper files, at any depth. */
    public Project mappers(Path... directories) {
        return add(mappers, directories);
    }

    /** Says how the project configures MyBatis: type handlers, naming. Without it MyBatis's own defaults hold. */
    public Project mybatis(Supplier<Configuration> fresh) {
        mybatis = fresh;
        return this;
    }

    /** Names the migrated database, for a connection that may create databases and roles; rows are not needed. */
    public Project database(DataSource migrated) {
        database = migrated;
        return this;
    }

    /** Names the database role that the running application has, directly or as a member. */
    public Project applicationRole(String role) {
        applicationRole = role;
        return this;
    }

    /**
     * Names an empty database and what migrates it, here and now.
     *
     * @param migrations a master changelog, which Liquibase runs, or a directory of SQL files, which run in the order of Flyway, without
     *     placeholders
     */
    public Project migrated(DataSource empty, Path migrations) {
        Migration.run(empty, migrations);
        return database(empty);
    }

    /**
     * Adds migrations: a master changelog of Liquibase, a directory that holds one, or a directory with SQL files at any depth. Those
     * are changelogs in formatted SQL, migrations of Flyway, or plain ones in the order of their names.
     */
    public Project changelogs(Path... migrations) {
        return add(changelogs, migrations);
    }

    /** Names the directory that keeps what the release before was made of, as {@link Release} wrote it. */
    public Project release(Path directory) {
        release = directory;
        return this;
    }

    /**
     * Says if changesets of the release before are tried again, as they are unless this is said. They may not change any more, so that
     * most builds may run them up only.
     */
    public Project tryReleased(boolean again) {
        releasedIsTried = again;
        return this;
    }

    /** Adds base packages whose main classes, as the class path has them, are looked at. */
    public Project classes(String... basePackages) {
        Collections.addAll(packages, basePackages);
        return this;
    }

    /** Says how the packages are laid out in contexts and layers. */
    public Project grid(Grid layout) {
        grid = layout;
        return this;
    }

    /** Adds directories or jars of compiled test classes. */
    public Project testClasses(Path... compiled) {
        return add(testClasses, compiled);
    }

    /** Adds directories of {@code application*.yaml} and {@code application*.properties}. */
    public Project configuration(Path... directories) {
        return add(configuration, directories);
    }

    /** Adds directories of what the project's tests have recorded while they ran. */
    public Project recordings(Path... directories) {
        return add(recordings, directories);
    }

    /**
     * Waives a rule for an element whose own file may not change any more, such as an applied changeset.
     *
     * @param element as reports call it
     */
    public Project waive(String rule, String element, String reason) {
        exemptions.waive(new Waiver(rule, Place.of(element), reason));
        return this;
    }

    /** Says that the project has nothing that a rule is about. It fails as soon as there is something. */
    public Project nothingFor(String rule, String reason) {
        exemptions.nothingFor(rule, reason);
        return this;
    }

    /**
     * Names the file of findings that are known, so that only new ones fail. A line whose finding is gone fails until it is removed.
     * {@code -Drulebook.baseline.write=true} writes the file anew.
     */
    public Project baseline(Path file) {
        exemptions.baseline(file);
        return this;
    }

    private Project add(List<Path> paths, Path... more) {
        Collections.addAll(paths, more);
        return this;
    }

    /**
     * Says that the project has little to look at yet: a rule that finds nothing is reported as not examined. Without it such
     * a rule fails, because a check that looks in the wrong place passes for ever.
     */
    public Project young() {
        exemptions.young();
        return this;
    }

    /** Returns the project's name. */
    public String name() {
        return name;
    }

    /** Returns the directories in which places are looked up. */
    public List<Path> sources() {
        return List.copyOf(roots);
    }

    /** Returns the named directories of mappers. */
    public List<Path> mapperDirectories() {
        return given("mappers", mappers);
    }

    /** Returns a fresh MyBatis configuration as the project makes it. */
    public Configuration freshConfiguration() {
        return ownMyBatis().orElseGet(Configuration::new);
    }

    /** Returns the same, if the project says how it makes one. */
    public Optional<Configuration> ownMyBatis() {
        return Optional.ofNullable(mybatis).map(Supplier::get);
    }

    /** Returns the named database. */
    public DataSource database() {
        return given("database", database);
    }

    /** Returns the named role of the application. */
    public String applicationRole() {
        return given("applicationRole", applicationRole);
    }

    /** Returns the named changelogs and directories of them. */
    public List<Path> changelogs() {
        return given("changelogs", changelogs);
    }

    /** Returns the named directory of the release before. */
    public Path releaseDirectory() {
        return given("release", release);
    }

    /** True if changesets of the release before are tried like all others. */
    public boolean releasedIsTried() {
        return releasedIsTried;
    }

    /** Returns the named base packages. */
    public List<String> basePackages() {
        return given("classes", packages);
    }

    /** Returns the layout of the packages. */
    public Grid grid() {
        return given("grid", grid);
    }

    /** True if the project says how its packages are laid out. */
    public boolean hasGrid() {
        return grid != null;
    }

    /** Returns the named directories or jars of compiled tests. */
    public List<Path> compiledTests() {
        return given("testClasses", testClasses);
    }

    /** Returns the named directories of configuration. */
    public List<Path> configurationDirectories() {
        return given("configuration", configuration);
    }

    /** Returns the named directories of recordings. */
    public List<Path> recordingDirectories() {
        return given("recordings", recordings);
    }

    private static <T> T given(String part, @Nullable T named) {
        if (named == null) {
            throw new NotGiven(part);
        }
        return named;
    }

    private static <T> List<T> given(String part, List<T> named) {
        if (named.isEmpty()) {
            throw new NotGiven(part);
        }
        return List.copyOf(named);
    }

    /** Returns all waivers, those of the test first. */
    List<Waiver> waivers() {
        var all = new ArrayList<>(exemptions.waivers());
        all.addAll(part(WaiverComments.class, () -> WaiverComments.under(roots)).waivers());
        return all;
    }

    Exemptions exemptions() {
        return exemptions;
    }

    /**
     * Subjects of rules, read once: {@code project.part(Catalog.class, () -> read(project.database()))}. If they cannot be read, the
     * first check that asks tells why, and the others are not examined.
     */
    public <T> T part(Class<T> type, Supplier<T> read) {
        return parts.of(type, read);
    }
}
