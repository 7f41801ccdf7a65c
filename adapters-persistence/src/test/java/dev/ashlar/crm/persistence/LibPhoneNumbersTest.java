// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibPhoneNumbersTest {
    private final LibPhoneNumbers numbers = new LibPhoneNumbers();

    @ParameterizedTest
    @CsvSource({
        "+49 30 901820, +4930901820",
        "+49 (0)30 / 901820, +4930901820",
        "tel:+1-650-253-0000, +16502530000",
        "+33 1 42 68 53 00, +33142685300"
    })
    void readsNumbersWithThePrefixOfTheirCountry(String typed, String number) {
        assertThat(numbers.e164(typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"030 901820", "901820", "+49", "+49 1", "+999 123456", "call me", "+", ""})
    void findsNoValidNumber(String typed) {
        assertThat(numbers.e164(typed)).isNull();
    }
}
