// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.application.PeopleSeed;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.persistence.IdentityServices.Outbox;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.util.UUID;

/** People with accounts, for tests of the services. */
final class TestPeople {
    static final Client CLIENT = new Client("192.0.2.7", "Browser/1.0");
    static final NewPassword PASSWORD = new NewPassword("correct horse battery");

    private final PeopleSeed seed;
    private final Outbox outbox;

    TestPeople(PeopleSeed seed, Outbox outbox) {
        this.seed = seed;
        this.outbox = outbox;
    }

    /** Returns a new person with this role and {@link #PASSWORD}. */
    Person person(Role role) {
        var name = "p" + UUID.randomUUID().toString().substring(0, 20);
        var email = name + "@example.org";
        var registration = Registration.of(email, name, "Grace", "Hopper", "mentor");
        return new Person(seed.ensure(registration, role, PASSWORD), email, role);
    }

    /** Returns the token of the first mail to a person. */
    String mailedTo(Person person) {
        return outbox.mails.stream()
                .filter(mail -> mail.to().equals(person.email()))
                .findFirst()
                .orElseThrow()
                .token();
    }

    record Person(UserId id, String email, Role role) {
        Actor actor() {
            return new Actor(id, role, "mentor");
        }
    }
}
