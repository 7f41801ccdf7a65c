// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.ImportFormat;
import dev.ashlar.crm.domain.ImportedRow;
import java.util.Iterator;
import java.util.List;

/** File of leads that is being received. It is read once, from the first row to the last one. */
public interface ImportedFile {
    /** Returns the format. */
    ImportFormat format();

    /** Returns the names of the columns; refuses a file without such that are read. */
    List<String> columns();

    /** Returns the rows; the iterator refuses a file that cannot be read further. */
    Iterator<ImportedRow> rows();

    /** Returns the hash of the file in lower case hexadecimal digits, once all rows are read. */
    String sha256();
}
