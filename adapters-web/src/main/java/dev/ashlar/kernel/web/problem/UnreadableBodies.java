// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.json.Expectations;
import dev.ashlar.kernel.web.json.TextDeserializer.BadValueException;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Refusals of bodies that cannot be read, with the place of the error and its correction. */
public final class UnreadableBodies {
    private UnreadableBodies() {}

    static Refusal refusalFor(HttpMessageNotReadableException unreadable) {
        return Refusal.of(
                unreadable.getCause() instanceof JacksonException failure
                        ? explain(failure)
                        : invalid("Send a body as the API description says."));
    }

    /** Returns the refusal of JSON that cannot be read, with the place of the error if it is a field. */
    public static DomainException explain(JacksonException failure) {
        return switch (failure) {
            case BadValueException bad -> wrongValue(bad, bad.getOriginalMessage());
            case UnrecognizedPropertyException unknown ->
                wrongValue(unknown, "is not a known field" + knownFields(unknown));
            case MismatchedInputException trailing
            when trailing.getOriginalMessage().startsWith("Trailing token") ->
                invalid("Send one JSON value and nothing after it.");
            case MismatchedInputException empty
            when empty.getOriginalMessage().startsWith("No content") -> invalid("Send a JSON body.");
            case MismatchedInputException absent
            when absent.getOriginalMessage().startsWith("Cannot map `null` into type") ->
                wrongValue(absent, "is required");
            case MismatchedInputException mismatched ->
                wrongValue(mismatched, Expectations.of(mismatched.getTargetType()));
            case InputCoercionException outOfRange ->
                wrongValue(outOfRange, Expectations.of(outOfRange.getTargetType()));
            case StreamConstraintsException ignored ->
                invalid("The body is nested too deeply, or one of its values or names is too long.");
            case UnexpectedEndOfInputException ignored -> invalid("The body is not valid JSON: it ends too early.");
            case StreamReadException duplicate
            when duplicate.getOriginalMessage().startsWith("Duplicate Object property") ->
                wrongValueAt(
                        duplicate
                                .processor()
                                .streamReadContext()
                                .pathAsPointer()
                                .toString(),
                        "must not appear twice");
            case StreamReadException malformed ->
                invalid("The body is not valid JSON: see line "
                        + malformed.getLocation().getLineNr() + ", column "
                        + malformed.getLocation().getColumnNr() + ".");
            default -> causedBy(failure);
        };
    }

    /** Uses the detail of a record whose constructor has refused its values. */
    private static DomainException causedBy(JacksonException failure) {
        return failure.getCause() instanceof DomainException refused
                ? refused.at(Pointers.of(failure.getPath()), refused.detail())
                : wrongValue(failure, "is not valid");
    }

    private static DomainException wrongValue(JacksonException failure, String message) {
        return wrongValueAt(Pointers.of(failure.getPath()), message);
    }

    private static DomainException wrongValueAt(String pointer, String message) {
        return invalid("Correct the body; errors says where.").at(pointer, message);
    }

    private static String knownFields(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds();
        return known == null || known.isEmpty()
                ? ""
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ", "; known are ", ""));
    }

    private static DomainException invalid(String detail) {
        return KernelProblem.INVALID_REQUEST.because(detail);
    }
}
