// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Fields;
import org.jspecify.annotations.Nullable;

/**
 * File of an import.
 *
 * @param fileName as the importer calls it
 * @param sha256 hash in lower case hexadecimal digits; null until the whole file is stored
 */
public record ImportFile(
        String fileName, ImportFormat format, @Nullable String sha256) {
    /** Maximum length of a name. */
    public static final int MAX_NAME = 200;
    /** Maximum number of rows. */
    public static final int MAX_ROWS = 200_000;

    /** Checks and describes a file that is to be stored. */
    public static ImportFile of(String name, ImportFormat format) {
        return new ImportFile(Fields.name("fileName", name, MAX_NAME), format, null);
    }
}
