// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.UserStage;
import dev.ashlar.identity.application.AccountView;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Standing;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import java.time.Instant;
import java.util.UUID;

/** Accounts for tests of controllers. */
public final class Accounts {
    public static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    public static final UserId ME = new UserId(Caller.USER);
    public static final UserId OTHER = new UserId(UUID.fromString("019a0000-0000-7000-8000-0000000000bb"));

    private Accounts() {}

    public static AccountView account(UserId id, int version) {
        return new AccountView(
                id,
                new Login("ada@example.org", "ada", null, null),
                new Person("Ada", "Lovelace", null, null),
                new Standing(Role.STUDENT, UserStage.LEAD, null, true),
                new AccountView.ProfileView("Ada Lovelace", null, null, "UTC", "en"),
                AT,
                AT,
                version);
    }
}
