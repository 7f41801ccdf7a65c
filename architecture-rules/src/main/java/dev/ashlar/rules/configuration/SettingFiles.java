// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.configuration;

import dev.ashlar.rules.CannotTell;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code application*.yaml} and {@code application*.properties} line by line, each of their documents by itself. */
final class SettingFiles {
    private static final Pattern NAME =
            Pattern.compile("application(?:-(?<profile>[\\w-]+))?\\.(?<form>ya?ml|properties)");
    private static final Pattern PROPERTY = Pattern.compile("\\s*(?<key>[^#!\\s=:]+)\\s*[=:\\s]\\s*(?<value>.*?)\\s*");
    private static final String ON_PROFILE = "spring.config.activate.on-profile";

    private SettingFiles() {}

    static List<Setting> under(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Setting> read(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(file.toString());
        }
        var profile = name.group("profile") == null ? "" : name.group("profile");
        try {
            var text = Files.readString(file);
            return name.group("form").equals("properties")
                    ? properties(file, profile, text)
                    : yaml(file, profile, text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (YAMLException malformed) {
            throw new CannotTell(file + " cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    private static List<Setting> yaml(Path file, String profile, String text) {
        var settings = new ArrayList<Setting>();
        for (var document : new Yaml(new LoaderOptions()).composeAll(new StringReader(text))) {
            var found = new ArrayList<Setting>();
            collect(document, "", file, found);
            settings.addAll(forTheirProfile(found, profile));
        }
        return settings;
    }

    private static void collect(Node node, String key, Path file, List<Setting> found) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(entry -> collect(entry.getValueNode(), below(key, entry.getKeyNode()), file, found));
        } else if (node instanceof SequenceNode sequence) {
            int index = 0;
            for (var item : sequence.getValue()) {
                collect(item, key + "[" + index++ + "]", file, found);
            }
        } else if (node instanceof ScalarNode scalar) {
            found.add(new Setting(file, scalar.getStartMark().getLine() + 1, "", key, scalar.getValue()));
        } else {
            throw new CannotTell(file + ": a " + node.getNodeId() + " at " + key);
        }
    }

    private static String below(String key, Node name) {
        var part = name instanceof ScalarNode scalar ? scalar.getValue() : name.toString();
        return key.isEmpty() ? part : key + "." + part;
    }

    private static List<Setting> properties(Path file, String profile, String text) {
        var settings = new ArrayList<Setting>();
        var found = new ArrayList<Setting>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = PROPERTY.matcher(lines.get(i));
            if (lines.get(i).strip().matches("[#!]---")) {
                settings.addAll(forTheirProfile(found, profile));
                found.clear();
            } else if (line.matches()) {
                found.add(new Setting(file, i + 1, "", line.group("key"), line.group("value")));
            }
        }
        settings.addAll(forTheirProfile(found, profile));
        return settings;
    }

    /** A document may say itself which profile it is for. */
    private static List<Setting> forTheirProfile(List<Setting> document, String profileOfFile) {
        var profile = document.stream()
                .filter(setting -> setting.is(ON_PROFILE))
                .map(Setting::value)
                .findFirst()
                .orElse(profileOfFile);
        return document.stream()
                .map(setting -> new Setting(setting.file(), setting.line(), profile, setting.key(), setting.value()))
                .toList();
    }
}
