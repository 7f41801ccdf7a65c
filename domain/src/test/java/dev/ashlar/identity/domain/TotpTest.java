// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest // RFC 4226, appendix D
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void computesTheCodesOfRfc4226(long step, String code) {
        assertThat(Totp.code(SECRET, step)).isEqualTo(code);
    }

    @ParameterizedTest // RFC 6238, appendix B, the last six of eight digits
    @CsvSource({
        "59, 1, 287082",
        "1111111109, 37037036, 081804",
        "1111111111, 37037037, 050471",
        "1234567890, 41152263, 005924",
        "2000000000, 66666666, 279037",
        "20000000000, 666666666, 353130"
    })
    void acceptsTheCodesOfRfc6238AtTheirTimes(long second, long step, String code) {
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second))).isEqualTo(OptionalLong.of(step));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "30, true", "60, true", "119, true", "120, false"})
    void acceptsAClockThatIsOneStepOff(long second, boolean accepted) {
        var code = Totp.code(SECRET, 2); // shown from 60 to 89
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second)).isPresent())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"287083", "28708", "2870820", "''", "２８７０８２"})
    void refusesAnyOtherText(String code) {
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void writesTheUriThatAppsRead() {
        assertThat(Totp.uri(SECRET, "ada+1@example.org"))
                .isEqualTo("otpauth://totp/Ashlar:ada%2B1%40example.org"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ashlar");
    }
}
