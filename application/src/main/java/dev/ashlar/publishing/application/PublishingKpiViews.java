// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Kpi;
import java.util.List;

/** Articles by status, without deleted ones. */
public interface PublishingKpiViews {
    List<Kpi> kpis();
}
