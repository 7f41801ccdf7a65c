// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.Kpi;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import dev.ashlar.operations.application.KpiPointView;
import dev.ashlar.operations.application.KpiView;
import dev.ashlar.operations.web.KpiController.KpiList;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Examples of the API description. */
@Component
class KpiExamples implements ExampleRecords {
    @Override
    public List<Record> all() {
        var bucket = Instant.parse("2026-02-03T16:00:00Z");
        var paid = new BigDecimal("137.0000");
        var kpi = new KpiView(new Kpi("commerce.orders", "status=paid", paid), bucket);
        return List.of(kpi, new KpiList(List.of(kpi)), new KpiPointView(bucket, paid));
    }
}
