// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Fenced blocks of a page. The word after the language says which part of a project a block is, and a third one its file, where that
 * does not follow from the text:
 *
 * <ul>
 *   <li>{@code sql schema}: what the migrated database has; {@code sql schema indexes}: more of it
 *   <li>{@code sql changelog shop/001-create-schema.sql}, perhaps without its first line; {@code yaml changelog master.yaml}
 *   <li>{@code xml mapper}: a mapper without its first two lines; or elements of {@code com.example.OrderMapper}, which {@code xml mapper
 *       CustomerMapper} gives another name. An element replaces the one of its id that is given.
 *   <li>{@code yaml settings}, {@code yaml settings application-prod.yaml}, {@code properties settings application.properties}
 *   <li>{@code json recording}: what tests have recorded, with only the values that matter
 *   <li>{@code text release changesets.txt}: what the release before was made of
 *   <li>{@code java}: types, each of which is a file, in {@code com.example} unless a package is declared
 * </ul>
 */
final class Block {
    static final String SCHEMA = "schema.sql";
    static final String JAVA = "java/";

    /** Between the path of a file that is made of parts, and the name of a part. */
    private static final char PART = '#';

    private static final String MAPPER_HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "https://mybatis.org/dtd/mybatis-3-mapper.dtd">
            """;
    private static final Pattern NAMESPACE = Pattern.compile("namespace=\"(?:[\\w.]*\\.)?(\\w+)\"");
    private static final Pattern ELEMENT = Pattern.compile("(?m)^<(\\w+)(?: id=\"(\\w+)\")?");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package com\\.example(?:\\.([\\w.]+))?;");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:(?:public|final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) (\\w+)");

    private Block() {}

    /** The files that a block holds, or parts of files, by their paths within the example. */
    static Map<String, String> files(String info, String text) {
        var words = info.split(" ", 3);
        if (info.equals("java")) {
            return types(text);
        }
        var part = words.length > 1 ? words[1] : "";
        var name = words.length > 2 ? words[2] : null;
        return switch (part) {
            case "schema" -> Map.of(SCHEMA + PART + (name == null ? "" : name), text);
            case "changelog" ->
                Map.of(
                        "changelogs/" + named(name, info),
                        (text.startsWith("--changeset") ? "--liquibase formatted sql\n\n" : "") + text);
            case "mapper" -> mapper(name == null ? "OrderMapper" : name, text);
            case "settings" -> Map.of("configuration/" + (name == null ? "application.yaml" : name), text);
            case "recording" ->
                Map.of("recordings/" + (name == null ? "1.json" : name), SampleRecording.complete(text));
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

    /** The files of an example, each of which is whole: what is given, and what the example has instead or as well. */
    static Map<String, String> assembled(Map<String, String> given, Map<String, String> own) {
        var files = new LinkedHashMap<>(given);
        own.keySet().forEach(path -> files.keySet().removeIf(other -> replaces(path, other)));
        files.putAll(own);
        var whole = new LinkedHashMap<String, String>();
        files.forEach((path, text) -> whole.merge(fileOf(path), text, (before, after) -> before + "\n" + after));
        whole.replaceAll((path, text) -> isPartOfMapper(path, text) ? mapperOf(path, text) : text);
        return whole;
    }

    /** True if one is a whole file and the other a part of it, or if it is the first part, to which others only add. */
    private static boolean replaces(String path, String other) {
        return fileOf(path).equals(fileOf(other)) && (isWhole(path) || isWhole(other) || path.endsWith("" + PART));
    }

    private static boolean isWhole(String path) {
        return path.indexOf(PART) < 0;
    }

    private static String fileOf(String path) {
        return isWhole(path) ? path : path.substring(0, path.indexOf(PART));
    }

    private static boolean isPartOfMapper(String path, String text) {
        return path.startsWith("mappers/") && !text.startsWith(MAPPER_HEAD);
    }

    private static String mapperOf(String path, String elements) {
        var name = path.substring("mappers/".length(), path.length() - ".xml".length());
        return MAPPER_HEAD + "<mapper namespace=\"com.example." + name + "\">\n" + elements + "</mapper>\n";
    }

    private static Map<String, String> mapper(String name, String text) {
        if (text.startsWith("<mapper")) {
            var namespace = NAMESPACE.matcher(text);
            if (!namespace.find()) {
                throw new IllegalArgumentException("A mapper has no namespace.");
            }
            return Map.of("mappers/" + namespace.group(1) + ".xml", MAPPER_HEAD + text);
        }
        var elements = new LinkedHashMap<String, String>();
        for (var element : text.strip().split("\\n\\n(?=<)", -1)) {
            var start = ELEMENT.matcher(element);
            if (!start.find()) {
                throw new IllegalArgumentException("No element of a mapper: " + element);
            }
            elements.put("mappers/" + name + ".xml" + PART + start.group(1) + " " + start.group(2), element + "\n");
        }
        return elements;
    }

    /** A paragraph after the end of a type begins another file, as does one that declares a package. */
    private static Map<String, String> types(String text) {
        var files = new LinkedHashMap<String, String>();
        var unit = new StringBuilder();
        for (var paragraph : text.strip().split("\\n\\n", -1)) {
            if (!unit.isEmpty()
                    && (PACKAGE.matcher(paragraph).find() || endsType(unit.substring(unit.lastIndexOf("\n") + 1)))) {
                put(files, unit.toString());
                unit.setLength(0);
            }
            unit.append(unit.isEmpty() ? "" : "\n\n").append(paragraph);
        }
        put(files, unit.toString());
        return files;
    }

    private static boolean endsType(String line) {
        return line.endsWith("}") && !line.startsWith(" ");
    }

    private static void put(Map<String, String> files, String unit) {
        var declared = PACKAGE.matcher(unit);
        boolean isDeclared = declared.find();
        var inside = isDeclared ? declared.group(1) : null;
        var type = TYPE.matcher(unit);
        files.put(
                JAVA + (inside == null ? "" : inside.replace('.', '/') + "/")
                        + (type.find() ? type.group(1) : "package-info") + ".java",
                (isDeclared ? "" : "package com.example;\n\n") + unit + "\n");
    }
}
