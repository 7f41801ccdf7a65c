// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.identity.UserStage;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {
    @Test
    void aNewcomerIsAnActiveStudentWithoutVerifiedAddress() {
        var ada = People.student("ada");
        assertThat(ada.role()).isEqualTo(Role.STUDENT);
        assertThat(ada.standing().stage()).isEqualTo(UserStage.LEAD);
        assertThat(ada.active()).isTrue();
        assertThat(ada.login().emailVerifiedAt()).isNull();
        assertThat(ada.metadata().registeredOn()).isEqualTo("mentor");
        assertThat(ada.version()).isZero();
    }

    @Test
    void trimsInputAndAddsDefaults() {
        var registration = new Registration(
                " Ada@Example.org ", " ada ", new Person(" Ada ", " Lovelace ", " ", null), null, null, "mentor");
        assertThat(registration)
                .isEqualTo(new Registration(
                        "Ada@Example.org", "ada", new Person("Ada", "Lovelace", null, null), "UTC", "en", "mentor"));
        assertThat(registration.profile(People.newId(), NOW).displayName()).isEqualTo("Ada Lovelace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "a b@example.org",
                "ada@example",
                "a@b@example.org",
                "ada@example.org\u0000",
                "ädä@example.org",
                "ada@exam_ple.org"
            })
    void refusesAMalformedEmailAddress(String email) {
        refused("/email", () -> registration(email, "ada", "Ada", "UTC", "en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a b c", ".ada", "ada@home", "aaaaaaaaaabbbbbbbbbbccccccccccd"})
    void refusesAMalformedUsername(String username) {
        refused("/username", () -> registration("ada@example.org", username, "Ada", "UTC", "en"));
    }

    /** Ids are public, and an account whose names were taken by another could not be erased. */
    @Test
    void refusesTheNamesOfAnErasedAccount() {
        var erased = People.student("ada").erased(NOW).login();
        refused("/email", () -> registration(erased.email(), "ada", "Ada", "UTC", "en"));
        refused("/username", () -> registration("ada@example.org", erased.username(), "Ada", "UTC", "en"));
    }

    @Test
    void refusesEmptyOrUnprintableNamesAndUnknownZonesAndLocales() {
        refused("/firstName", () -> registration("ada@example.org", "ada", "  ", "UTC", "en"));
        refused("/firstName", () -> registration("ada@example.org", "ada", "A\u0007", "UTC", "en"));
        refused("/firstName", () -> registration("ada@example.org", "ada", "A".repeat(101), "UTC", "en"));
        refused("/timeZone", () -> registration("ada@example.org", "ada", "Ada", "Mars/Olympus", "en"));
        refused("/locale", () -> registration("ada@example.org", "ada", "Ada", "UTC", "not a locale"));
    }

    @Test
    void refusesABirthDateThatIsNotInThePast() {
        refused("/birthDate", () -> edited(Change.to(LocalDate.of(2026, 11, 20))));
        refused("/birthDate", () -> edited(Change.to(LocalDate.of(1899, 12, 31))));
        assertThat(edited(Change.to(LocalDate.of(2026, 11, 19))).person().birthDate())
                .isEqualTo("2026-11-19");
        assertThat(edited(Change.to(null)).person().birthDate()).isNull();
    }

    @Test
    void anEditKeepsTheFieldsThatItDoesNotName() {
        var ada = People.student("ada");
        var later = NOW.plusSeconds(1);
        assertThat(ada.with(People.noEdit(), later))
                .usingRecursiveComparison()
                .ignoringFields("updatedAt")
                .isEqualTo(ada);
        assertThat(ada.with(new Standing.Edit(Change.keep(), Change.keep(), Change.keep()), later))
                .usingRecursiveComparison()
                .ignoringFields("updatedAt")
                .isEqualTo(ada);
        refused("/role", () -> ada.with(new Standing.Edit(Change.to(null), Change.keep(), Change.keep()), later));
        refused("/stage", () -> ada.with(new Standing.Edit(Change.keep(), Change.to(null), Change.keep()), later));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "1234567"})
    void refusesAShortPassword(String password) {
        refused("/password", () -> new NewPassword(password));
        refused("/password", () -> new NewPassword("x".repeat(257)));
    }

    @Test
    void countsTheCharactersOfAPasswordByCodePoints() {
        assertThat(new NewPassword("\uD83D\uDE00".repeat(256)).value()).hasSize(512);
        refused("/password", () -> new NewPassword("\uD83D\uDE00".repeat(257)));
        refused("/password", () -> new NewPassword("\uD83D\uDE00".repeat(7)));
        assertThat(new NewPassword("cafe\u0301 ole").value()).isEqualTo("caf\u00E9 ole");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password123", "PASSWORD123", "qwertyuiop", "Ada.L@Example.org", "ada.lovelace", "Countess1815"})
    void refusesAPasswordThatIsEasyToGuess(String password) {
        refused(
                "/password",
                () -> new NewPassword(password)
                        .requireHardToGuess(
                                password.equals("ada.lovelace") ? "ada.lovelace@example.org" : "ada.l@example.org",
                                "countess1815"));
    }

    @Test
    void acceptsAPasswordThatIsHardToGuess() {
        new NewPassword("correct horse battery staple").requireHardToGuess("ada@example.org", "ada");
    }

    @Test
    void anotherAddressIsPendingUntilItIsConfirmed() {
        var ada = People.student("ada").confirmed(NOW);
        var later = NOW.plusSeconds(1);
        var asked = ada.with(new Login.Edit(Change.to(" Countess@example.org\u00A0"), Change.keep()), NOW);
        assertThat(asked.login()).isEqualTo(new Login("ada@example.org", "ada", NOW, "Countess@example.org"));
        assertThat(asked.confirmed(later).login()).isEqualTo(new Login("Countess@example.org", "ada", later, null));
        assertThat(asked.recovered(later).login()).isEqualTo(ada.login());
        assertThat(asked.with(new Login.Edit(Change.to("ADA@example.org"), Change.keep()), NOW)
                        .login())
                .isEqualTo(new Login("ADA@example.org", "ada", NOW, null));
        assertThat(People.student("ada").recovered(later).login().emailVerifiedAt())
                .isEqualTo(later);
    }

    @Test
    @Tag("rule-marked-sensitive-reads")
    void printsNoSecrets() {
        assertThat(new NewPassword("correct horse").toString()).doesNotContain("correct");
        assertThat(new Credentials(People.newId(), "hash", true).toString()).doesNotContain("hash,");
        assertThat(new AccountMailer.AccountMail(TokenPurpose.PASSWORD_RESET, "a@b.c", "Ada", "s3cret").toString())
                .doesNotContain("s3cret");
    }

    private static Registration registration(
            String email, String username, String firstName, String timeZone, String locale) {
        return new Registration(
                email, username, new Person(firstName, "Lovelace", null, null), timeZone, locale, "mentor");
    }

    private static User edited(Change<LocalDate> birthDate) {
        return People.student("ada").with(new Person.Edit(Change.keep(), Change.keep(), Change.keep(), birthDate), NOW);
    }

    private static void refused(String pointer, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.type()).isEqualTo(KernelProblem.INVALID_REQUEST);
            assertThat(refusal.errors())
                    .extracting(DomainException.FieldError::pointer)
                    .containsExactly(pointer);
        });
    }
}
