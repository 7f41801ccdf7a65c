// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.ashlar.crm.domain.PhoneNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link PhoneNumbers} by libphonenumber. Nothing tells the country of a number without a prefix, so that none is assumed. */
@Component
class LibPhoneNumbers implements PhoneNumbers {
    private static final @Nullable String NO_REGION = null;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Override
    public @Nullable String e164(String typed) {
        try {
            var number = numbers.parse(typed, NO_REGION);
            return numbers.isValidNumber(number) ? numbers.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException unreadable) {
            return null;
        }
    }
}
