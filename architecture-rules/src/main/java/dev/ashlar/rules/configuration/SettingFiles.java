// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.configuration;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.files.TextFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** Settings of {@code application*.yaml} and {@code application*.properties} with their lines, as Spring Boot reads them. */
final class SettingFiles {
    private static final Pattern NAME =
            Pattern.compile("application(?:-(?<profile>[\\w-]+))?\\.(?<form>ya?ml|properties)");
    private static final String ON_PROFILE = Setting.plain("spring.config.activate.on-profile");

    private SettingFiles() {}

    static List<Setting> under(Path directory) {
        return TextFiles.under(directory, NAME.pattern()).stream()
                .flatMap(SettingFiles::read)
                .toList();
    }

    private static Stream<Setting> read(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(file.toString());
        }
        var loader = name.group("form").equals("properties")
                ? new PropertiesPropertySourceLoader()
                : new YamlPropertySourceLoader();
        var profile = name.group("profile") == null ? "" : name.group("profile");
        try {
            return loader.load(file.toString(), new FileSystemResource(file)).stream()
                    .flatMap(document -> settings(file, profile, document));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        } catch (RuntimeException malformed) {
            throw new CannotTell(file + " cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    /** Returns those of one document, which may say itself which profile it is for. */
    private static Stream<Setting> settings(Path file, String profileOfFile, PropertySource<?> document) {
        var source = (OriginTrackedMapPropertySource) document;
        var profile = Stream.of(source.getPropertyNames())
                .filter(key -> Setting.plain(key).equals(ON_PROFILE))
                .map(key -> String.valueOf(source.getProperty(key)))
                .findFirst()
                .orElse(profileOfFile);
        return Stream.of(source.getPropertyNames())
                .map(key -> new Setting(
                        file, line(source.getOrigin(key)), profile, key, String.valueOf(source.getProperty(key))));
    }

    private static int line(@Nullable Origin origin) {
        return origin instanceof TextResourceOrigin text && text.getLocation() != null
                ? text.getLocation().getLine() + 1
                : 0;
    }
}
