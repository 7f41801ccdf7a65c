// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static dev.ashlar.identity.domain.People.PASSWORD_HASH;
import static dev.ashlar.identity.domain.People.ledBy;
import static dev.ashlar.identity.domain.People.person;
import static dev.ashlar.identity.domain.People.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.UserStage;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Role;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of {@link Users}. */
public abstract class UsersContract {
    protected static final Instant LATER = NOW.plusSeconds(60);

    protected abstract Users users();

    @Test
    void findsAnInsertedUser() {
        var ada = stored(student("ada"));
        assertThat(users().find(ada.id())).get().usingRecursiveComparison().isEqualTo(ada);
        assertThat(users().lock(ada.id())).contains(ada);
        assertThat(users().find(People.newId())).isEmpty();
    }

    @Test
    void findsByEmailWhateverItsCase() {
        var ada = stored(User.register(
                People.newId(), Registration.of("Ida@Example.org", "Ida", "Ida", "Rhodes", "mentor"), NOW));
        assertThat(users().findByEmail("ida@example.org")).contains(ada);
        assertThat(users().findByEmail("Ida@Example.org")).isEmpty();
        assertThat(users().findByEmail("\u0131da@example.org")).isEmpty();
        assertThat(users().findByEmail("bob@example.org")).isEmpty();
    }

    @Test
    @Tag("rule-single-sensitive-reads")
    void returnsCredentialsForTheLoginCheck() {
        var ada = stored(student("ada"));
        assertThat(users().credentials("ada@example.org")).contains(new Credentials(ada.id(), PASSWORD_HASH, true));
        users().setPassword(ada.id(), "hash of another password", LATER);
        assertThat(users().credentials("ada@example.org"))
                .contains(new Credentials(ada.id(), "hash of another password", true));
        assertThat(users().credentials("bob@example.org")).isEmpty();
    }

    @Test
    void erasesAnAccountForGood() {
        var ada = stored(student("ada"));
        var erased = ada.erased(LATER);
        users().erase(erased);
        assertThat(users().find(ada.id()))
                .get()
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(erased);
        assertThat(users().find(ada.id())).map(User::version).contains(1);
        assertThat(users().findByEmail(ada.email())).isEmpty();
        assertThat(users().credentials(erased.email()).orElseThrow().passwordHash())
                .isNotEqualTo(PASSWORD_HASH);
        assertThat(users().setActive(ada.id(), true, LATER)).isFalse();
        stored(student("ada"));
    }

    @Test
    void knowsIfAnotherAdministratorIsActive() {
        var ada = stored(person("ada", Role.ADMIN));
        stored(person("sally", Role.SALES));
        assertThat(users().hasOtherAdministrator(ada.id())).isFalse();
        var bob = stored(person("bob", Role.ADMIN));
        assertThat(users().hasOtherAdministrator(ada.id())).isTrue();
        users().setActive(bob.id(), false, LATER);
        assertThat(users().hasOtherAdministrator(ada.id())).isFalse();
    }

    @Test
    void storesAnEditAndCountsIt() {
        var head = stored(person("head", Role.SALES));
        var ada = stored(student("ada"));
        var person = new Person.Edit(
                Change.to("Augusta"),
                Change.to("King"),
                Change.to("+44 20 7946"),
                Change.to(LocalDate.of(1815, 12, 10).plusYears(100)));
        var standing = new Standing.Edit(Change.to(Role.EXPERT), Change.to(UserStage.ALUMNI), Change.to(head.id()));
        var edited = ada.with(person, LATER).with(standing, LATER);

        assertThat(users().edit(edited, 0)).isTrue();

        assertThat(users().find(ada.id()))
                .get()
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(edited);
        assertThat(users().find(ada.id())).map(User::version).contains(1);
    }

    @Test
    void storesAnotherAddressAsPendingAndAnotherUsername() {
        var ada = stored(student("ada"));
        users().confirmEmail(ada.id(), NOW);
        var confirmed = users().find(ada.id()).orElseThrow();
        var edited = confirmed.with(new Login.Edit(Change.to("countess@example.org"), Change.to("countess")), LATER);

        assertThat(users().editLogin(edited, confirmed.version())).isTrue();

        assertThat(users().findByEmail("ada@example.org"))
                .get()
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(edited);
        assertThat(users().findByEmail("countess@example.org")).isEmpty();
        assertThat(users().editLogin(edited, confirmed.version())).isFalse();
    }

    @Test
    void replacesTheAddressByTheConfirmedOne() {
        var ada = stored(student("ada"));
        users().confirmEmail(ada.id(), NOW);
        users().editLogin(again(ada).with(new Login.Edit(Change.to("countess@example.org"), Change.keep()), NOW), 1);

        users().confirmEmail(ada.id(), LATER);

        assertThat(again(ada).login()).isEqualTo(new Login("countess@example.org", "ada", LATER, null));
        assertThat(users().findByEmail("ada@example.org")).isEmpty();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void refusesAnEditOfAnOldVersion() {
        var ada = stored(student("ada"));
        assertThat(users().edit(ada, 0)).isTrue();
        assertThat(users().edit(ada, 0)).isFalse();
        assertThat(users().edit(student("nobody"), 0)).isFalse();
    }

    @Test
    void refusesASalesHeadThatMayNotLead() {
        var ada = stored(student("ada"));
        assertThat(leads(stored(person("expert", Role.EXPERT)), ada)).isFalse();
        assertThat(leads(student("nobody"), ada)).isFalse();
        var inactive = stored(person("inactive", Role.SALES));
        users().setActive(inactive.id(), false, LATER);
        assertThat(leads(inactive, ada)).isFalse();
        assertThat(leads(stored(person("admin", Role.ADMIN)), ada)).isTrue();
    }

    @Test
    void keepsASalesHeadThatWasDeactivatedSince() {
        var head = stored(person("head", Role.SALES));
        var ada = stored(student("ada"));
        assertThat(leads(head, ada)).isTrue();
        users().setActive(head.id(), false, LATER);
        assertThat(users().edit(again(ada), 1)).isTrue();
    }

    @Test
    void refusesACycleOfSalesHeadsOfAnyLength() {
        var a = stored(person("aaa", Role.SALES));
        var b = stored(person("bbb", Role.SALES));
        var c = stored(person("ccc", Role.SALES));
        assertThat(leads(a, a)).isFalse();
        assertThat(leads(a, b)).isTrue();
        assertThat(leads(b, a)).isFalse();
        assertThat(leads(b, c)).isTrue();
        assertThat(leads(c, a)).isFalse();
        assertThat(leads(a, c)).isTrue();
    }

    @Test
    void keepsASalesHeadInARoleThatMayLead() {
        var head = stored(person("head", Role.SALES));
        assertThat(leads(head, stored(student("ada")))).isTrue();
        assertThat(users().edit(head.with(People.role(Role.STUDENT), LATER), 0)).isFalse();
        assertThat(users().edit(head.with(People.role(Role.ADMIN), LATER), 0)).isTrue();
    }

    @Test
    void activatesAndDeactivatesOnce() {
        var ada = stored(student("ada"));
        assertThat(users().setActive(ada.id(), true, LATER)).isFalse();
        assertThat(users().setActive(ada.id(), false, LATER)).isTrue();
        assertThat(users().setActive(ada.id(), false, LATER)).isFalse();
        var off = again(ada);
        assertThat(off.active()).isFalse();
        assertThat(off.version()).isEqualTo(1);
        assertThat(off.updatedAt()).isEqualTo(LATER);
        assertThat(users().setActive(People.newId(), false, LATER)).isFalse();
    }

    @Test
    void remembersTheFirstConfirmation() {
        var ada = stored(student("ada"));
        users().confirmEmail(ada.id(), NOW);
        users().confirmEmail(ada.id(), LATER);
        assertThat(again(ada).login().emailVerifiedAt()).isEqualTo(NOW);
    }

    protected User stored(User user) {
        users().insert(user, PASSWORD_HASH);
        return user;
    }

    private boolean leads(User head, User led) {
        var current = again(led);
        return users().edit(current.with(ledBy(head), LATER), current.version());
    }

    private User again(User user) {
        return users().find(user.id()).orElseThrow();
    }
}
