// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.kernel.DomainException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Text of an imported file, decoded and hashed while it is read. */
final class ImportText {
    private static final Map<String, Charset> CHARSETS = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf-16", StandardCharsets.UTF_16,
            "utf-16le", StandardCharsets.UTF_16LE,
            "utf-16be", StandardCharsets.UTF_16BE,
            "windows-1252", Charset.forName("windows-1252"));
    private static final int BUFFER = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Charset charset;
    private final DigestInputStream bytes;
    private final BufferedReader characters;

    /** Begins to read a body. UTF-8 is the default of its charset. */
    ImportText(InputStream body, @Nullable String contentType) {
        charset = charset(contentType);
        bytes = new DigestInputStream(body, sha256Digest());
        characters = new BufferedReader(new InputStreamReader(bytes, decoder(charset)), BUFFER);
        skipByteOrderMark();
    }

    /** Returns the characters, without a byte order mark. */
    BufferedReader characters() {
        return characters;
    }

    /** Returns the refusal of a file whose bytes are no text. */
    DomainException undecodable() {
        return CrmProblem.FILE_UNREADABLE.because("The file is not valid " + charset.name()
                + ". Send it as UTF-8, or name its charset in the header Content-Type.");
    }

    /** Returns the hash of all that was read, in hexadecimal digits. */
    String sha256() {
        return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    }

    private void skipByteOrderMark() {
        try {
            characters.mark(1);
            if (characters.read() != BYTE_ORDER_MARK) {
                characters.reset();
            }
        } catch (IOException undecodable) {
            throw undecodable();
        }
    }

    private static Charset charset(@Nullable String contentType) {
        var name = contentType == null
                ? null
                : MediaType.parseMediaType(contentType).getParameter("charset");
        if (name == null) {
            return StandardCharsets.UTF_8;
        }
        var known = CHARSETS.get(name.toLowerCase(Locale.ROOT).replace("\"", ""));
        if (known == null) {
            throw CrmProblem.FILE_UNREADABLE.because(
                    "The charset is not known. Send the file in UTF-8, UTF-16 or windows-1252.");
        }
        return known;
    }

    /** Refuses bytes that are no characters, which would become question marks otherwise. */
    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
