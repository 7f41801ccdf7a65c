// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.configuration;

import dev.ashlar.rules.Project;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All settings of a project, and those that hold in production.
 *
 * {@snippet :
 * Settings.inProduction(project, "server.port").map(Setting::value);
 * }
 */
public final class Settings {
    /** Profiles that production is called by. */
    private static final Pattern PRODUCTION = Pattern.compile("prod|production|live");

    private final List<Setting> all;
    private final Map<String, Setting> inProduction = new LinkedHashMap<>();

    private Settings(List<Setting> all) {
        this.all = List.copyOf(all);
        inEffect("");
        all.stream()
                .map(Setting::profile)
                .distinct()
                .filter(profile -> PRODUCTION.matcher(profile).matches())
                .forEach(this::inEffect);
    }

    private void inEffect(String profile) {
        all.stream()
                .filter(setting -> setting.profile().equals(profile))
                .forEach(setting -> inProduction.put(Setting.plain(setting.key()), setting));
    }

    /** Reads them, once a project. */
    public static Settings of(Project project) {
        return project.part(Settings.class, () -> {
            var all = new ArrayList<Setting>();
            project.configurationDirectories().forEach(directory -> all.addAll(SettingFiles.under(directory)));
            return new Settings(all);
        });
    }

    /** Returns each line of each file. */
    public static List<Setting> all(Project project) {
        return of(project).all;
    }

    /** Settings in production: its profile's settings, and those of all profiles that it does not replace. */
    public static Collection<Setting> inProduction(Project project) {
        return of(project).inProduction.values();
    }

    /** Returns the one of a key that holds in production. */
    public static Optional<Setting> inProduction(Project project, String key) {
        return Optional.ofNullable(of(project).inProduction.get(Setting.plain(key)));
    }

    /** Returns the settings that are for production alone. */
    public static List<Setting> ofProductionAlone(Project project) {
        return all(project).stream()
                .filter(setting -> PRODUCTION.matcher(setting.profile()).matches())
                .toList();
    }
}
