// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fenced blocks of a page. The word after the language says which part of a project a block is, and a third one its file, where that
 * does not follow from the text:
 *
 * <ul>
 *   <li>{@code sql schema}: what the migrated database has
 *   <li>{@code sql changelog shop/001-create-schema.sql}, {@code yaml changelog master.yaml}
 *   <li>{@code xml mapper}: a mapper without its first two lines, in a file of its namespace's name
 *   <li>{@code yaml settings}, {@code yaml settings application-prod.yaml}, {@code properties settings application.properties}
 *   <li>{@code json recording}: what tests have recorded
 *   <li>{@code text release changesets.txt}: what the release before was made of
 *   <li>{@code java}: classes below {@code com.example}; a paragraph with a package declaration begins another file
 * </ul>
 */
final class Block {
    static final String SCHEMA = "schema.sql";
    static final String JAVA = "java/";

    private static final String MAPPER_HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "https://mybatis.org/dtd/mybatis-3-mapper.dtd">
            """;
    private static final Pattern NAMESPACE = Pattern.compile("namespace=\"(?:[\\w.]*\\.)?(\\w+)\"");
    private static final Pattern UNIT =
            Pattern.compile("(?m)(?<=\\A|\\n\\n)(?:.+\\n)*?package com\\.example(?:\\.([\\w.]+))?;");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:(?:public|final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) (\\w+)");

    private Block() {}

    /** The files that a block holds, by their paths within the example. */
    static Map<String, String> files(String info, String text) {
        var words = info.split(" ", 3);
        if (info.equals("java")) {
            return units(text);
        }
        var part = words.length > 1 ? words[1] : "";
        var name = words.length > 2 ? words[2] : null;
        return switch (part) {
            case "schema" -> Map.of(SCHEMA, text);
            case "changelog" -> Map.of("changelogs/" + named(name, info), text);
            case "mapper" -> Map.of("mappers/" + (name == null ? mapperName(text) : name), MAPPER_HEAD + text);
            case "settings" -> Map.of("configuration/" + (name == null ? "application.yaml" : name), text);
            case "recording" -> Map.of("recordings/" + (name == null ? "1.json" : name), text);
            case "release" -> Map.of("release/" + named(name, info), text);
            default -> throw new IllegalArgumentException("No block is called " + info + ".");
        };
    }

    private static String named(String name, String info) {
        if (name == null) {
            throw new IllegalArgumentException("The block " + info + " names no file.");
        }
        return name;
    }

    private static String mapperName(String text) {
        var namespace = NAMESPACE.matcher(text);
        if (!namespace.find()) {
            throw new IllegalArgumentException("A mapper has no namespace.");
        }
        return namespace.group(1) + ".xml";
    }

    private static Map<String, String> units(String text) {
        var files = new LinkedHashMap<String, String>();
        var starts = UNIT.matcher(text).results().toList();
        for (int at = 0; at < starts.size(); at++) {
            int end = at + 1 < starts.size() ? starts.get(at + 1).start() : text.length();
            var unit = text.substring(starts.get(at).start(), end).strip() + "\n";
            var inside = starts.get(at).group(1);
            files.put(JAVA + (inside == null ? "" : inside.replace('.', '/') + "/") + typeName(unit) + ".java", unit);
        }
        return files;
    }

    private static String typeName(String unit) {
        Matcher type = TYPE.matcher(unit);
        return type.find() ? type.group(1) : "package-info";
    }
}
