// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.ashlar.crm.application.ImportedFile;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.ImportColumn;
import dev.ashlar.crm.domain.ImportFormat;
import dev.ashlar.crm.domain.ImportedRow;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Labels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** CSV with a header (RFC 4180), whose separator is the most frequent one of comma, semicolon and tab in the header. */
final class CsvFile implements ImportedFile {
    private static final String SEPARATORS = ",;\t";
    private static final int MAX_HEADER = 64 * 1024;
    private static final int MAX_ROW = 16 * 1024 * 1024 + 1;

    private final ImportText text;
    private final @Nullable String defaultSource;
    private final CsvRow.Handler handler = new CsvRow.Handler();
    private @Nullable Header header;
    private @Nullable Iterator<CsvRow> records;

    CsvFile(ImportText text, @Nullable String defaultSource) {
        this.text = text;
        this.defaultSource = defaultSource;
    }

    @Override
    public ImportFormat format() {
        return ImportFormat.CSV;
    }

    @Override
    public List<String> columns() {
        return header().names();
    }

    @Override
    public String sha256() {
        return text.sha256();
    }

    @Override
    public Iterator<ImportedRow> rows() {
        var known = header();
        var all = Objects.requireNonNull(records);
        return new Iterator<>() {
            private int number;

            @Override
            public boolean hasNext() {
                return CsvFile.this.hasNext(all);
            }

            @Override
            public ImportedRow next() {
                number++;
                return row(number, all.next(), known);
            }
        };
    }

    private ImportedRow row(int number, CsvRow record, Header known) {
        var cells = new ImportCells();
        if (record.cells().equals(known.names())) {
            cells.refuse("is the header again");
        } else if (record.count() != known.names().size()) {
            cells.refuse("has " + record.count() + " cells, but the header has "
                    + known.names().size());
        }
        for (int at = 0; at < Math.min(record.cells().size(), known.columns().size()); at++) {
            var column = known.columns().get(at);
            if (column != null) {
                cells.put(column, record.cells().get(at));
            }
        }
        return cells.row(number, defaultSource);
    }

    private Header header() {
        if (header == null) {
            var all = CsvReader.builder()
                    .fieldSeparator(separator())
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(MAX_ROW)
                    .build(handler, text.characters())
                    .iterator();
            records = all;
            if (!hasNext(all)) {
                throw unreadable("The file is empty. Send one with the names of the columns and at least one row.");
            }
            header = Header.of(all.next());
        }
        return header;
    }

    private boolean hasNext(Iterator<CsvRow> all) {
        try {
            return all.hasNext();
        } catch (UncheckedIOException undecodable) {
            throw text.undecodable();
        } catch (CsvParseException broken) {
            throw unreadable("The row in line " + handler.line() + " cannot be read as CSV. Check its quotes.");
        }
    }

    private String separator() {
        try {
            return String.valueOf(separator(text.characters()));
        } catch (IOException undecodable) {
            throw text.undecodable();
        }
    }

    /** Counts the separators of the first line that are not in quotes. */
    private static char separator(BufferedReader characters) throws IOException {
        characters.mark(MAX_HEADER);
        var counts = new int[SEPARATORS.length()];
        boolean isQuoted = false;
        for (int read = 0; read < MAX_HEADER; read++) {
            int next = characters.read();
            if (next < 0 || (!isQuoted && (next == '\n' || next == '\r'))) {
                break;
            }
            isQuoted ^= next == '"';
            int separator = SEPARATORS.indexOf(next);
            if (!isQuoted && separator >= 0) {
                counts[separator]++;
            }
        }
        characters.reset();
        int most = 0;
        for (int at = 1; at < counts.length; at++) {
            most = counts[at] > counts[most] ? at : most;
        }
        return SEPARATORS.charAt(most);
    }

    private static DomainException unreadable(String detail) {
        return CrmProblem.FILE_UNREADABLE.because(detail);
    }

    /**
     * First row.
     *
     * @param names all names, as they are in the file
     * @param columns column of each name; null for one that is ignored
     */
    private record Header(List<String> names, List<@Nullable ImportColumn> columns) {
        static Header of(CsvRow first) {
            var columns = new ArrayList<@Nullable ImportColumn>();
            var found = EnumSet.noneOf(ImportColumn.class);
            for (var name : first.cells()) {
                var column = ImportColumn.find(name);
                if (column != null && !found.add(column)) {
                    throw unreadable(
                            "The column " + Labels.of(column) + " is in the header twice. Remove one of them.");
                }
                columns.add(column);
            }
            if (!found.contains(ImportColumn.NAME)
                    || (!found.contains(ImportColumn.EMAIL) && !found.contains(ImportColumn.PHONE))) {
                throw unreadable(
                        "The header has no column name, or neither email nor phone. The columns that are read are "
                                + String.join(", ", Labels.all(ImportColumn.class)) + "; their order does not matter.");
            }
            return new Header(first.cells(), columns);
        }
    }
}
