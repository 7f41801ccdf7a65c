// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Requests of tokens for a person. */
@Component
class ExportedAllotments implements PersonalData {
    private final AllotmentService allotments;

    ExportedAllotments(AllotmentService allotments) {
        this.allotments = allotments;
    }

    @Override
    public String name() {
        return "allotmentRequests";
    }

    @Override
    public Page<AllotmentView> page(Actor owner, PageRequest request) {
        return allotments.list(owner, null, request);
    }
}
