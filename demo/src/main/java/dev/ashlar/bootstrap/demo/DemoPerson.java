// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.identity.application.DemoLogins;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import java.util.Locale;

/** Demo logins. Their password is published, so production refuses them. */
enum DemoPerson {
    ADMIN("Ada", "Keystone", Role.ADMIN),
    AUDITOR("Otto", "Plumb", Role.ADMIN),
    MENTOR("Mira", "Lintel", Role.EXPERT),
    SALES("Sol", "Quarry", Role.SALES),
    STUDENT("Stu", "Corbel", Role.STUDENT);

    private final String firstName;
    private final String lastName;
    private final Role role;

    DemoPerson(String firstName, String lastName, Role role) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.role = role;
    }

    String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    String email() {
        return username() + "@" + DemoLogins.DOMAIN;
    }

    Role role() {
        return role;
    }

    Registration registration() {
        return Registration.of(email(), username(), firstName, lastName, Actor.DEFAULT_PLATFORM);
    }
}
