// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;

/** Refusals of edits of an old version. */
final class Stale {
    private Stale() {}

    static DomainException version(String resource, int version) {
        return KernelProblem.STALE_VERSION.because(
                resource + " changed since version " + version + ". Read it and repeat the edit.");
    }
}
