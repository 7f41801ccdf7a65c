package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Change;
import java.time.LocalDate;

/** Changes of a person's own data, made by the person or by an administrator. */
public record PersonEdit(
        Change<String> firstName, Change<String> lastName, Change<String> phoneNumber, Change<LocalDate> birthDate) {}
