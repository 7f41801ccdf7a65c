// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.ImportedFile;
import dev.ashlar.crm.domain.ImportColumn;
import dev.ashlar.crm.domain.ImportFormat;
import dev.ashlar.crm.domain.ImportedRow;
import dev.ashlar.kernel.Labels;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON objects, one in each line. Lines without characters are left out. */
final class JsonLinesFile implements ImportedFile {
    private static final int MAX_LINE = 64 * 1024;

    private final ImportText text;
    private final @Nullable String defaultSource;
    private final JsonMapper json;

    JsonLinesFile(ImportText text, @Nullable String defaultSource, JsonMapper json) {
        this.text = text;
        this.defaultSource = defaultSource;
        this.json = json;
    }

    @Override
    public ImportFormat format() {
        return ImportFormat.JSON_LINES;
    }

    @Override
    public List<String> columns() {
        return List.copyOf(Labels.all(ImportColumn.class));
    }

    @Override
    public String sha256() {
        return text.sha256();
    }

    @Override
    public Iterator<ImportedRow> rows() {
        return new Iterator<>() {
            private @Nullable String line = line();
            private int number;

            @Override
            public boolean hasNext() {
                return line != null;
            }

            @Override
            public ImportedRow next() {
                var current = line;
                if (current == null) {
                    throw new NoSuchElementException();
                }
                number++;
                line = line();
                return cells(current).row(number, defaultSource);
            }
        };
    }

    private ImportCells cells(String line) {
        var cells = new ImportCells();
        if (line.length() > MAX_LINE) {
            cells.refuse("must be at most " + MAX_LINE + " characters");
            return cells;
        }
        try {
            var object = json.readTree(line);
            if (object.isObject()) {
                object.properties().forEach(field -> put(cells, field.getKey(), field.getValue()));
            } else {
                cells.refuse("must be a JSON object");
            }
        } catch (JacksonException malformed) {
            cells.refuse("is not valid JSON");
        }
        return cells;
    }

    private static void put(ImportCells cells, String name, JsonNode value) {
        var column = ImportColumn.find(name);
        if (column != null && value.isContainer()) {
            cells.refuse(column, "must be a text");
        } else if (column != null && !value.isNull()) {
            cells.put(column, value.asString());
        }
    }

    /** Returns the next line, cut if it is too long; null after the last one. */
    private @Nullable String line() {
        try {
            var line = new StringBuilder();
            int next = text.characters().read();
            while (next >= 0) {
                if (next == '\n' || next == '\r') {
                    if (!line.isEmpty()) {
                        return line.toString();
                    }
                } else if (line.length() <= MAX_LINE) {
                    line.append((char) next);
                }
                next = text.characters().read();
            }
            return line.isEmpty() ? null : line.toString();
        } catch (IOException undecodable) {
            throw text.undecodable();
        }
    }
}
