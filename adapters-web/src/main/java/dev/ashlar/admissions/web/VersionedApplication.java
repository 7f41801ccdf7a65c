// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import dev.ashlar.admissions.application.ApplicationView;
import dev.ashlar.kernel.web.Versioned;

/** Answers with an application and its version. */
final class VersionedApplication {
    private VersionedApplication() {}

    static Versioned<ApplicationView> of(ApplicationView application) {
        return Versioned.ok(application.version(), application);
    }
}
