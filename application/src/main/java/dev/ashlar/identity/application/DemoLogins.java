// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.PasswordHasher;
import dev.ashlar.kernel.application.Workflow;
import java.util.List;

/** Logins of the demo data. Their password is published, so production looks for them. */
@Workflow
public class DemoLogins {
    public static final String DOMAIN = "ashlar.example";
    public static final String PASSWORD = "ashlar-demo";
    /** Usernames of the demo data, which are also the local parts of their email addresses. */
    public static final List<String> USERNAMES = List.of("admin", "auditor", "mentor", "sales", "student");

    private final AccountSeeds accounts;
    private final PasswordHasher hasher;

    DemoLogins(AccountSeeds accounts, PasswordHasher hasher) {
        this.accounts = accounts;
        this.hasher = hasher;
    }

    /**
     * Returns the email addresses that the published password logs in. An address that is not verified does not count, since
     * anybody may have registered it.
     */
    public List<String> working() {
        return USERNAMES.stream()
                .map(name -> name + "@" + DOMAIN)
                .filter(email -> accounts.verifiedCredentials(email)
                        .filter(login -> hasher.matches(PASSWORD, login.passwordHash()))
                        .isPresent())
                .toList();
    }
}
