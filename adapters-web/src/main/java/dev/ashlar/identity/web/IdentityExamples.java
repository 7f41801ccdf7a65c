// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.UserStage;
import dev.ashlar.identity.application.AccountView;
import dev.ashlar.identity.application.IssuedTokens;
import dev.ashlar.identity.application.NewSecondFactor;
import dev.ashlar.identity.application.SecondFactorView;
import dev.ashlar.identity.application.SecurityEventView;
import dev.ashlar.identity.application.SessionView;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.SecurityEventId;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.Standing;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers of identity in the API description: one user who has registered and logged in. */
@Component
class IdentityExamples implements ExampleRecords {
    private static final Instant JOINED_AT = Instant.parse("2026-01-30T17:10:02Z");
    private static final Instant LOGGED_IN_AT = Instant.parse("2026-01-31T09:30:00Z");

    @Override
    public List<Record> all() {
        return List.of(account(), session(), tokens(), securityEvent(), newSecondFactor(), secondFactor());
    }

    private static AccountView account() {
        return new AccountView(
                new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b")),
                new Login("ada@example.org", "ada", JOINED_AT.plus(Duration.ofMinutes(3)), null),
                new Person("Ada", "Lovelace", "+44 20 7946 0958", LocalDate.of(1990, 12, 10)),
                new Standing(Role.STUDENT, UserStage.LEAD, null, true),
                new AccountView.ProfileView(
                        "Ada Lovelace", "I like engines.", "https://example.org/ada.png", "Europe/London", "en-GB"),
                JOINED_AT,
                LOGGED_IN_AT,
                3);
    }

    private static SessionView session() {
        return new SessionView(
                new SessionId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000cc")),
                LOGGED_IN_AT,
                LOGGED_IN_AT.plus(Duration.ofHours(2)),
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "192.0.2.7",
                true);
    }

    private static NewSecondFactor newSecondFactor() {
        return new NewSecondFactor(
                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                "otpauth://totp/Ashlar:ada%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ashlar");
    }

    private static SecondFactorView secondFactor() {
        return new SecondFactorView(true, LOGGED_IN_AT, 10);
    }

    private static SecurityEventView securityEvent() {
        var ada = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b"));
        var admin = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-00000000ad31"));
        return new SecurityEventView(
                new SecurityEventId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000ee")),
                SecurityEventType.ROLE_CHANGED,
                ada,
                admin,
                "student → expert",
                "5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd",
                LOGGED_IN_AT);
    }

    private static IssuedTokens tokens() {
        return new IssuedTokens(
                "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhc2hsYXIifQ.c2lnbmVk",
                LOGGED_IN_AT.plus(Duration.ofMinutes(15)),
                "q1Yx0lW0cJc3o5mV1k2m8yqg7b1m3vJm0Yb6yZ4h0nQ",
                LOGGED_IN_AT.plus(Duration.ofDays(14)));
    }
}
