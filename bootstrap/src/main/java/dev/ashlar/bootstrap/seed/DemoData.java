package dev.ashlar.bootstrap.seed;

import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import java.util.List;
import org.springframework.stereotype.Component;

/** People and their doings to try the API with. Their passwords are public, so production refuses them. */
@Component
class DemoData {
    private static final String PASSWORD = "ashlar-demo";

    private static final List<Person> PEOPLE = List.of(
            new Person("admin", "Ada", "Keystone", Role.ADMIN, 0),
            new Person("auditor", "Otto", "Plumb", Role.ADMIN, 0),
            new Person("mentor", "Mira", "Lintel", Role.EXPERT, 120),
            new Person("sales", "Sol", "Quarry", Role.SALES, 0),
            new Person("student", "Stu", "Corbel", Role.STUDENT, 500));

    private final CredentialWorkflow credentials;
    private final TokenLedger ledger;

    DemoData(CredentialWorkflow credentials, TokenLedger ledger) {
        this.credentials = credentials;
        this.ledger = ledger;
    }

    /** In the order they depend on each other. */
    List<Seed> seeds() {
        return List.of(new Seed("demo people with their tokens", this::people));
    }

    /** Who may log in, for the startup report. */
    List<DemoLogin> logins() {
        return PEOPLE.stream()
                .map(person -> new DemoLogin(person.email(), PASSWORD, person.role()))
                .toList();
    }

    private void people() {
        PEOPLE.forEach(this::ensure);
    }

    private void ensure(Person person) {
        var user = credentials.ensurePerson(person.registration(), person.role(), new NewPassword(PASSWORD));
        if (person.tokens() > 0) {
            var key = "demo:" + user.value();
            ledger.credit(
                    UsageType.ALLOTMENT,
                    new TokenMovement(user, person.tokens(), key, "Demo tokens to start with", null));
        }
    }

    private record Person(String username, String firstName, String lastName, Role role, long tokens) {
        String email() {
            return username + "@ashlar.example";
        }

        Registration registration() {
            return new Registration(
                    email(), username, firstName, lastName, null, null, null, null, Actor.DEFAULT_PLATFORM);
        }
    }
}
