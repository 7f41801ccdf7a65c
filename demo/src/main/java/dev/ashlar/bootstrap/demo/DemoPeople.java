// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.identity.application.DemoLogins;
import dev.ashlar.identity.application.PeopleSeed;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.kernel.Actor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** People to log in as. */
@Component
@Order(DemoOrder.PEOPLE)
class DemoPeople extends DemoSeed {
    private final PeopleSeed seeds;

    DemoPeople(PeopleSeed seeds) {
        super("demo people");
        this.seeds = seeds;
    }

    @Override
    public void run() {
        Stream.of(DemoPerson.values()).forEach(this::actor);
    }

    /** Returns a demo person as an actor, with an account if there was none. */
    Actor actor(DemoPerson person) {
        var user = seeds.ensure(person.registration(), person.role(), new NewPassword(DemoLogins.PASSWORD));
        return new Actor(user, person.role(), Actor.DEFAULT_PLATFORM);
    }

    @Override
    public List<String> report() {
        return Stream.of(DemoPerson.values())
                .map(person -> "demo login     %s, password %s (%s)"
                        .formatted(
                                person.email(),
                                DemoLogins.PASSWORD,
                                person.role().name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
