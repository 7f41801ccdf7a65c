// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.slice;

import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.RefusalLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Refusals that hint at an attack, as texts: code, caller and request. */
public final class RememberedRefusals implements RefusalLog {
    public final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void record(ProblemType problem, @Nullable UserId caller, String request) {
        all.add(problem.code() + " " + (caller == null ? "-" : caller.value()) + " " + request);
    }
}
