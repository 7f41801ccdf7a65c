// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.ashlar.crm.domain.RowFields;
import java.util.ArrayList;
import java.util.List;

/**
 * Row of a CSV file.
 *
 * @param cells the first cells, each of which may be cut to a length that is too long
 * @param count number of all cells
 */
record CsvRow(List<String> cells, int count) {
    private static final int MAX_CELLS = 1000;

    /** Two characters of UTF-16 for each, and one more that shows that the cell is too long. */
    private static final int MAX_CELL = 2 * RowFields.MAX + 2;

    /** Collector of the cells of one row after the other. It never copies a long cell whole. */
    static final class Handler extends AbstractBaseCsvCallbackHandler<CsvRow> {
        private List<String> cells = new ArrayList<>();
        private long line;

        /** Returns the line in which the last row begins. */
        long line() {
            return line;
        }

        @Override
        protected void handleBegin(long number) {
            line = number;
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean isQuoted) {
            if (index < MAX_CELLS) {
                cells.add(new String(buffer, offset, Math.min(length, MAX_CELL)));
            }
        }

        @Override
        protected CsvRow buildRecord() {
            return new CsvRow(List.copyOf(cells), getFieldCount());
        }
    }
}
