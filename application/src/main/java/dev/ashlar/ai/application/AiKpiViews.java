// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.kernel.Kpi;
import java.util.List;

/** Calls of language models and their cost in US dollars, from the sums of months. */
public interface AiKpiViews {
    List<Kpi> kpis();
}
