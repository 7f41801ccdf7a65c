// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders of a shop. */
interface OrderMapper {
    List<Integer> find(@Nullable String status, List<Integer> ids, boolean newest);

    int add(int id);

    int addAll(List<Integer> ids);

    int forgetAll();

    List<Integer> raw(String status);
}
