// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.json.Expectations;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Refusals of bean validation, which name every wrong field at once. */
final class InvalidArguments {
    private InvalidArguments() {}

    static Refusal refusalFor(MethodArgumentNotValidException failure) {
        return Refusal.of(withErrors(start(), failure.getParameter(), failure.getBindingResult()));
    }

    static Refusal refusalFor(HandlerMethodValidationException failure) {
        var refusal = start();
        for (var result : failure.getParameterValidationResults()) {
            if (result instanceof ParameterErrors errors) {
                refusal = withErrors(refusal, result.getMethodParameter(), errors);
            } else {
                var name = Pointers.of(result.getMethodParameter());
                for (var error : result.getResolvableErrors()) {
                    refusal = refusal.at(name, String.valueOf(error.getDefaultMessage()));
                }
            }
        }
        return Refusal.of(refusal);
    }

    private static DomainException start() {
        return KernelProblem.INVALID_REQUEST.because("Correct the values that errors names.");
    }

    private static DomainException withErrors(DomainException refusal, MethodParameter parameter, Errors errors) {
        boolean body = parameter.hasParameterAnnotation(RequestBody.class);
        var all = refusal;
        for (var error : errors.getAllErrors()) {
            var field = error instanceof FieldError inField ? inField.getField() : "";
            var place = body && !field.isEmpty() ? Pointers.ofValidationPath(field) : field;
            // The default message of a failed conversion names classes.
            var message = error.contains(TypeMismatchException.class)
                    ? Expectations.of(error.unwrap(TypeMismatchException.class).getRequiredType())
                    : String.valueOf(error.getDefaultMessage());
            all = all.at(place, message);
        }
        return all;
    }
}
