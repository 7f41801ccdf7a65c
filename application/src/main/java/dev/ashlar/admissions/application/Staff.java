// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;

/** People who review applications: sales and administrators. */
final class Staff {
    private Staff() {}

    static boolean includes(Actor actor) {
        return actor.role() == Role.SALES || actor.isAdmin();
    }

    /** Refuses everyone but sales and administrators. */
    static void require(Actor actor) {
        if (!includes(actor)) {
            throw KernelProblem.FORBIDDEN.because("Only sales and administrators may do this.");
        }
    }
}
